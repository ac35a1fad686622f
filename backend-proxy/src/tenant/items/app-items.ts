/** What the application that people sign in to needs. */
import type { CurrentClient, CurrentTenant } from '../current.js';
import type { Dashboard } from '../dashboard.js';
import { appGrantTypes, rotation, type DesiredTenant } from '../desired.js';
import { describeList, lacking, toItem, type Item } from './item.js';
import { covers } from './url-pattern.js';

type Place = Pick<Item, 'dashboard' | 'target'>;

/** Judges the application. If there is none, that is the only item. */
export function appItems(
  desired: DesiredTenant,
  current: CurrentTenant,
  dashboard: Dashboard,
): readonly Item[] {
  const { app } = current;
  const exists = toItem({
    id: 'app',
    what: `Application "${app?.name ?? desired.app.name}"`,
    why: 'People sign in to it on your pages.',
    isMet: app !== null,
    patch: { name: desired.app.name, ...desired.app.settings },
    remedy: 'Create a single-page application, or name yours.',
    dashboard: dashboard('applications'),
    target: 'app',
  });
  if (!app) return [exists, ...loginRoute(desired, current, { target: 'app', dashboard: exists.dashboard })];
  const place = { dashboard: dashboard(`applications/${app.client_id}/settings`), target: 'app' } as const;
  const organizations = { ...place, dashboard: dashboard(`applications/${app.client_id}/organizations`) };
  return [
    exists,
    ...kind(app, place),
    urlList(app, 'callbacks', desired.callbacks, place),
    urlList(app, 'allowed_logout_urls', desired.callbacks, place),
    urlList(app, 'web_origins', desired.origins, place),
    grantTypes(app, place),
    refreshTokens(app, place),
    ...organizationUsage(app, organizations),
    ...loginRoute(desired, current, place),
    ...boundTokens(desired, app, place),
  ];
}

function kind(app: CurrentClient, place: Place): readonly Item[] {
  const isPublic = app.app_type === 'spa' || app.app_type === 'native';
  return [
    toItem({
      ...place,
      id: 'app.type',
      what: 'Type of the application',
      why: 'The elements sign in without a secret.',
      isMet: isPublic && app.token_endpoint_auth_method === 'none',
      found: `${app.app_type ?? 'no type'}, authentication: ${app.token_endpoint_auth_method ?? 'default'}`,
      remedy:
        'Name a single-page application. If your server holds the session, give the elements your own fetch instead.',
    }),
    toItem({
      ...place,
      id: 'app.first-party',
      what: 'First-party application',
      why: 'Third-party applications ask everyone for consent.',
      isMet: app.is_first_party,
      remedy: 'Use an application that was created in the dashboard.',
    }),
    toItem({
      ...place,
      id: 'app.oidc-conformant',
      what: 'OIDC conformance',
      why: 'Organizations and refresh token rotation need it.',
      isMet: app.oidc_conformant,
      patch: { oidc_conformant: true },
      remedy: 'Turn on "OIDC Conformant" in the advanced OAuth settings.',
    }),
  ];
}

const lists = {
  callbacks: {
    id: 'app.callbacks',
    what: 'Allowed callback URLs',
    label: 'Allowed Callback URLs',
    why: 'After a sign-in, Auth0 returns to these pages only.',
  },
  allowed_logout_urls: {
    id: 'app.logout-urls',
    what: 'Allowed logout URLs',
    label: 'Allowed Logout URLs',
    why: 'After signing out, Auth0 returns to these pages only.',
  },
  web_origins: {
    id: 'app.web-origins',
    what: 'Allowed web origins',
    label: 'Allowed Web Origins',
    why: 'Pages of these origins get new tokens without leaving the page.',
  },
} as const;

/** Adds to the URLs that are registered. */
function urlList(
  app: CurrentClient,
  list: keyof typeof lists,
  needed: readonly string[],
  place: Place,
): Item {
  const { label, ...texts } = lists[list];
  const registered = app[list];
  const missing = needed.filter((url) => !registered.some((pattern) => covers(pattern, url)));
  return toItem({
    ...place,
    ...texts,
    isMet: missing.length === 0,
    found: describeList(registered),
    patch: { [list]: [...registered, ...missing] },
    remedy: `Add ${missing.join(', ')} to "${label}".`,
  });
}

function grantTypes(app: CurrentClient, place: Place): Item {
  const missing = lacking(app.grant_types, appGrantTypes);
  return toItem({
    ...place,
    id: 'app.grant-types',
    what: 'Grant types of the application',
    why: 'Pages sign in with a code, and stay signed in with refresh tokens.',
    isMet: missing.length === 0,
    found: describeList(app.grant_types),
    patch: { grant_types: [...app.grant_types, ...missing] },
    remedy: `Turn on ${missing.join(', ')} in the advanced grant types.`,
  });
}

function refreshTokens(app: CurrentClient, place: Place): Item {
  const { refresh_token } = app;
  const isExpiring = refresh_token?.['expiration_type'] === 'expiring';
  return toItem({
    ...place,
    id: 'app.refresh-token-rotation',
    what: 'Refresh token rotation',
    why: 'A refresh token in a browser must be of no use to someone who copies it.',
    isMet: refresh_token?.rotation_type === 'rotating',
    found: refresh_token?.rotation_type ?? 'off',
    patch: { refresh_token: { ...rotation, ...(isExpiring && refresh_token), rotation_type: 'rotating' } },
    remedy: 'Turn on "Allow Refresh Token Rotation".',
  });
}

/** An application that people also use without an organization stays open to them. */
function organizationUsage(app: CurrentClient, place: Place): readonly Item[] {
  const usage = app.organization_usage ?? 'deny';
  const asks = (app.organization_require_behavior ?? 'no_prompt') !== 'no_prompt';
  return [
    toItem({
      ...place,
      id: 'app.organizations',
      what: 'Organizations in the application',
      why: 'Members sign in to one of their organizations.',
      isMet: usage !== 'deny',
      found: usage,
      patch: { organization_usage: 'allow' },
      remedy: 'Set "Type of Users" to Business Users or Both.',
    }),
    toItem({
      ...place,
      id: 'app.organization-prompt',
      what: 'Choice of the organization',
      why: 'Without it, set the attribute "organization" on every page: the proxy refuses tokens without an organization.',
      isMet: asks,
      found: 'no prompt',
      otherwise: 'advice',
      remedy: 'Set "Login Flow" to Prompt for Credentials, or set the attribute.',
    }),
  ];
}

/** The tenant's own login route works too. */
function loginRoute(
  { loginRoute: wanted, sendsInvitations }: DesiredTenant,
  { app, settings }: CurrentTenant,
  place: Place,
): readonly Item[] {
  if (!sendsInvitations || (!app && wanted !== undefined)) return [];
  const ofTenant = 'value' in settings ? settings.value.default_redirection_uri : undefined;
  return [
    toItem({
      ...place,
      id: 'app.login-route',
      what: 'Application login URI',
      why: 'Invitations lead to it. Without it, Auth0 refuses to send them.',
      isMet: Boolean(app?.initiate_login_uri) || Boolean(ofTenant),
      patch: wanted === undefined ? undefined : { initiate_login_uri: wanted },
      remedy:
        wanted === undefined
          ? 'Deploy your page with TLS and pass its address: Auth0 takes neither http nor localhost.'
          : `Set "Application Login URI" to ${wanted}.`,
    }),
  ];
}

function boundTokens({ options }: DesiredTenant, app: CurrentClient, place: Place): readonly Item[] {
  if (options.dpop !== 'required') return [];
  return [
    toItem({
      ...place,
      id: 'app.dpop',
      what: 'Only tokens bound to a key (DPoP)',
      why: 'The application can then get no other tokens.',
      isMet: app.require_proof_of_possession === true,
      patch: { require_proof_of_possession: true },
      remedy: 'Turn on "Require Token Sender-Constraining".',
    }),
  ];
}
