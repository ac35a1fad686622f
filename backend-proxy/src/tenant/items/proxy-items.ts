/** What the proxy's machine-to-machine application needs. */
import type { CurrentTenant } from '../current.js';
import type { Dashboard } from '../dashboard.js';
import type { DesiredTenant } from '../desired.js';
import { describeList, lacking, toItem, type Item } from './item.js';

/** Judges the application and what it can ask the Management API for. */
export function proxyItems(
  desired: DesiredTenant,
  current: CurrentTenant,
  dashboard: Dashboard,
): readonly Item[] {
  const { proxy } = current;
  const exists = toItem({
    id: 'proxy',
    what: `Machine-to-machine application "${proxy?.name ?? desired.proxy.name}"`,
    why: 'The proxy calls the Management API with its credentials.',
    isMet: proxy !== null,
    patch: { name: desired.proxy.name, ...desired.proxy.settings },
    remedy: 'Create a machine-to-machine application, or name yours.',
    dashboard: dashboard('applications'),
    target: 'proxy',
  });
  if (!proxy) return [exists, grantExists(desired, current, dashboard('applications'))];
  const place = {
    dashboard: dashboard(`applications/${proxy.client_id}/settings`),
    target: 'proxy',
  } as const;
  return [
    exists,
    toItem({
      ...place,
      id: 'proxy.grant-type',
      what: 'Grant type of the machine-to-machine application',
      why: 'The proxy gets its token with the client credentials.',
      isMet: proxy.grant_types.includes('client_credentials'),
      found: describeList(proxy.grant_types),
      patch: { grant_types: [...proxy.grant_types, 'client_credentials'] },
      remedy: 'Turn on client_credentials in the advanced grant types.',
    }),
    toItem({
      ...place,
      id: 'proxy.authentication',
      what: 'Authentication of the machine-to-machine application',
      why: 'The proxy sends its secret in the body of the request.',
      isMet: proxy.token_endpoint_auth_method === 'client_secret_post',
      found: proxy.token_endpoint_auth_method ?? 'another method',
      remedy: 'Set "Authentication Method" to Client Secret (Post).',
    }),
    ...grantItems(desired, current, dashboard(`applications/${proxy.client_id}/apis`)),
  ];
}

/** Optional scopes are granted where the tenant has them: not every plan does. */
function grantable({ scopes }: DesiredTenant, { managementScopes }: CurrentTenant): readonly string[] {
  return scopes
    .filter(({ scope, optional }) => !optional || managementScopes.includes(scope))
    .map(({ scope }) => scope);
}

function grantExists(desired: DesiredTenant, current: CurrentTenant, dashboard: string): Item {
  const scope = grantable(desired, current);
  return toItem({
    id: 'grant',
    what: 'Access of the proxy to the Management API',
    why: `The policy needs ${scope.length} scopes; "orgdesk policy scopes" says why.`,
    isMet: current.grant !== null,
    patch: { audience: desired.managementAudience, scope },
    remedy: `Authorize the application for the Management API with: ${scope.join(' ')}`,
    dashboard,
    target: 'grant',
  });
}

function grantItems(desired: DesiredTenant, current: CurrentTenant, dashboard: string): readonly Item[] {
  const exists = grantExists(desired, current, dashboard);
  const { grant } = current;
  if (!grant) return [exists];
  const all = desired.scopes.map(({ scope }) => scope);
  const required = desired.scopes.filter(({ optional }) => !optional).map(({ scope }) => scope);
  const missing = lacking(grant.scope, required);
  const useful = lacking(grant.scope, grantable(desired, current)).filter(
    (scope) => !required.includes(scope),
  );
  const unneeded = lacking(all, grant.scope);
  return [
    exists,
    toItem({
      id: 'grant.scopes',
      what: 'Scopes of the proxy',
      why: reasonsFor(missing, desired) || exists.why,
      isMet: missing.length === 0,
      found: `missing: ${describeList(missing)}`,
      patch: { scope: [...grant.scope, ...missing, ...useful] },
      remedy: `Add the scopes ${missing.join(' ')}`,
      dashboard,
      target: 'grant',
    }),
    toItem({
      id: 'grant.optional-scopes',
      what: 'Scopes to see roles through groups',
      why: reasonsFor(useful, desired) || 'Without them, the proxy answers more strictly.',
      isMet: useful.length === 0,
      found: `missing: ${describeList(useful)}`,
      otherwise: 'advice',
      remedy: `Add the scopes ${useful.join(' ')}, if you use groups.`,
      dashboard,
      target: 'none',
    }),
    toItem({
      id: 'grant.excess-scopes',
      what: 'No more scopes than needed',
      why: 'Anyone who gets hold of the secret can use them all.',
      isMet: unneeded.length === 0,
      found: `not needed: ${describeList(unneeded)}`,
      otherwise: 'advice',
      remedy: `Remove the scopes ${unneeded.join(' ')}, unless something else uses this application.`,
      dashboard,
      target: 'none',
    }),
  ];
}

function reasonsFor(missing: readonly string[], { scopes }: DesiredTenant): string {
  const reasons = scopes.filter(({ scope }) => missing.includes(scope));
  return reasons.map(({ scope, why }) => `${scope}: ${why.join(', ')}`).join('; ');
}
