/**
 * Groups of endpoints that can have a rate limit of their own. Which of them do depends on the tenant's plan, so only the
 * names are written down here: the limits come from Auth0's responses.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */

/** The group of every endpoint that is in no other. */
export const others = 'others';

/**
 * Returns the name of the group that an endpoint belongs to.
 * @param path - Segments below `/api/v2`.
 * @example rateLimitGroup('GET', ['organizations', 'org_1', 'members']) // 'GET organization members'
 */
export function rateLimitGroup(method: string, path: readonly string[]): string {
  const noun = nounOf(path);
  if (noun === null) return others;
  return noun === 'member roles' ? noun : `${kindOf(method, noun)} ${noun}`;
}

/** Only deletions of users have a limit apart from other writes. */
function kindOf(method: string, noun: string): string {
  if (method === 'GET') return method;
  return method === 'DELETE' && noun === 'users' ? method : 'write';
}

function nounOf(path: readonly string[]): string | null {
  const [noun = '', , part] = path;
  if (path.length <= 2) return nouns.get(noun) ?? null;
  if (noun === 'users') return partsOfUser.get(part ?? '') ?? null;
  if (noun !== 'organizations') return null;
  if (part === 'members' && path.length > 3) return path[4] === 'roles' ? 'member roles' : null;
  return partsOfOrganization.get(part ?? '') ?? null;
}

const nouns: ReadonlyMap<string, string> = new Map([
  ['users', 'users'],
  ['users-by-email', 'users'],
  ['organizations', 'organizations'],
  ['connections', 'connections'],
  ['device-credentials', 'device credentials'],
]);
const partsOfUser: ReadonlyMap<string, string> = new Map([
  ['organizations', 'organizations of users'],
  ['logs', 'logs'],
]);
const partsOfOrganization: ReadonlyMap<string, string> = new Map([
  ['members', 'organization members'],
  ['connections', 'organization connections'],
  ['enabled_connections', 'organization connections'],
  ['invitations', 'invitations'],
]);
