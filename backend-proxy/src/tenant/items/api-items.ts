/** What the product's API needs. */
import type { CurrentApi, CurrentTenant } from '../current.js';
import type { Dashboard } from '../dashboard.js';
import type { DesiredTenant, Settings } from '../desired.js';
import { describeList, toItem, type Item } from './item.js';

const asymmetric = ['RS256', 'RS512', 'PS256'];

/** Returns what a new API is created with. */
export function apiSettings({ api, options }: DesiredTenant): Settings {
  return {
    name: api.name,
    identifier: options.audience,
    scopes: api.permissions,
    enforce_policies: true,
    token_dialect: 'access_token_authz',
    allow_offline_access: true,
    ...proofOf(options.dpop),
  };
}

function proofOf(dpop: DesiredTenant['options']['dpop']): Settings {
  return dpop === 'off' ? {} : { proof_of_possession: { mechanism: 'dpop', required: dpop === 'required' } };
}

/** Judges the API. If there is none, that is the only item. */
export function apiItems(
  desired: DesiredTenant,
  current: CurrentTenant,
  dashboard: Dashboard,
): readonly Item[] {
  const { api } = current;
  const { audience } = desired.options;
  const exists = toItem({
    id: 'api',
    what: `API ${audience}`,
    why: 'Pages request tokens for it, and the proxy accepts no others.',
    isMet: api !== null,
    patch: apiSettings(desired),
    remedy: `Create an API with the identifier ${audience}.`,
    dashboard: dashboard('apis'),
    target: 'api',
  });
  if (!api) return [exists];
  const place = { dashboard: dashboard(`apis/${api.id}/settings`), target: 'api' } as const;
  return [
    exists,
    permissions(desired, api, { ...place, dashboard: dashboard(`apis/${api.id}/permissions`) }),
    toItem({
      ...place,
      id: 'api.rbac',
      what: 'RBAC of the API',
      why: 'Without it, anyone can request every permission.',
      isMet: api.enforce_policies,
      patch: { enforce_policies: true },
      remedy: 'Turn on "Enable RBAC".',
    }),
    toItem({
      ...place,
      id: 'api.permissions-in-token',
      what: 'Permissions in access tokens',
      why: 'The proxy reads from them what someone can do.',
      isMet: api.token_dialect.endsWith('_authz'),
      found: api.token_dialect,
      patch: { token_dialect: `${api.token_dialect}_authz` },
      remedy: 'Turn on "Add Permissions in the Access Token".',
    }),
    toItem({
      ...place,
      id: 'api.offline-access',
      what: 'Offline access to the API',
      why: 'Pages get new tokens by refresh token, without third-party cookies.',
      isMet: api.allow_offline_access,
      patch: { allow_offline_access: true },
      remedy: 'Turn on "Allow Offline Access".',
    }),
    ...readableTokens(api, place),
    ...userAccess(desired, current, api, { ...place, dashboard: dashboard(`apis/${api.id}/access`) }),
    ...boundTokens(desired, api, place),
  ];
}

type Place = Pick<Item, 'dashboard' | 'target'>;

/** Adds to the permissions that the API has. */
function permissions({ api: wanted }: DesiredTenant, api: CurrentApi, place: Place): Item {
  const missing = wanted.permissions.filter(({ value }) => !api.scopes.some((each) => each.value === value));
  const names = missing.map(({ value }) => value);
  return toItem({
    ...place,
    id: 'api.permissions',
    what: 'Permissions of the API',
    why: 'The policy says what each of them allows.',
    isMet: missing.length === 0,
    found: `missing: ${describeList(names)}`,
    patch: { scopes: [...api.scopes, ...missing] },
    remedy: `Add the permissions ${names.join(', ')}.`,
  });
}

function readableTokens(api: CurrentApi, place: Place): readonly Item[] {
  return [
    toItem({
      ...place,
      id: 'api.signing-algorithm',
      what: 'Signing algorithm of the API',
      why: 'The proxy verifies tokens with the public keys of the tenant.',
      isMet: asymmetric.includes(api.signing_alg),
      found: api.signing_alg,
      remedy: `Choose ${asymmetric.join(', ')}. Other programs that verify tokens of this API have to follow.`,
    }),
    toItem({
      ...place,
      id: 'api.token-encryption',
      what: 'Tokens without encryption',
      why: 'The proxy reads signed tokens only.',
      isMet: !api.token_encryption,
      found: 'tokens are encrypted',
      remedy: 'Turn off the encryption of access tokens, or use an API of its own for the proxy.',
    }),
  ];
}

/** https://auth0.com/docs/get-started/apis/api-access-policies-for-applications */
function userAccess(
  { app }: DesiredTenant,
  { hasUserGrant }: CurrentTenant,
  api: CurrentApi,
  place: Place,
): readonly Item[] {
  const policy = api.subject_type_authorization?.user?.policy ?? 'allow_all';
  return [
    toItem({
      ...place,
      id: 'api.user-access',
      what: 'User access to the API',
      why: 'The application requests tokens for people who sign in.',
      isMet: policy === 'allow_all' || (policy === 'require_client_grant' && hasUserGrant),
      found: policy,
      remedy: `Authorize the application "${app.name}" for user access.`,
    }),
  ];
}

function boundTokens({ options }: DesiredTenant, api: CurrentApi, place: Place): readonly Item[] {
  if (options.dpop === 'off') return [];
  const proof = api.proof_of_possession;
  const isEnough = proof?.mechanism === 'dpop' && (proof.required || options.dpop === 'allowed');
  return [
    toItem({
      ...place,
      id: 'api.dpop',
      what: `Tokens bound to a key (DPoP): ${options.dpop}`,
      why: 'A stolen token is useless without the key in the browser.',
      isMet: isEnough,
      found: proof ? `${proof.mechanism}${proof.required ? ', required' : ''}` : 'off',
      // Another mechanism is someone's decision.
      patch: proof && proof.mechanism !== 'dpop' ? undefined : proofOf(options.dpop),
      remedy: 'Set "Sender Constraining Method" to DPoP.',
    }),
  ];
}
