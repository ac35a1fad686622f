import type { AssignableRole, MemberPage, RoleList } from '../contract/member.js';
import type { SessionInfo } from '../contract/session.js';
import type { CallOptions } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import type { Send } from './send.js';

/** Calls for the member list. Every method rejects with a `ProxyProblem` or an `AbortError`. */
export interface MemberListClient {
  session(options?: CallOptions): Promise<SessionInfo>;
  list(query: URLSearchParams, options?: CallOptions): Promise<MemberPage>;
  roles(options?: CallOptions): Promise<readonly AssignableRole[]>;
}

const isPage = (value: object) => {
  const { members } = value as Partial<MemberPage>;
  // As much as rendering needs in order not to throw.
  return Array.isArray(members) && members.every(({ status }) => Array.isArray(status));
};
const isSession = (value: object) => {
  const { actor, organization, organizations, operations, members } = value as Partial<SessionInfo>;
  const lists = [organizations, operations, members?.offers, members?.connections];
  return Boolean(actor && organization?.branding) && lists.every((list) => Array.isArray(list));
};

export function createMemberListClient(send: Send): MemberListClient {
  return {
    session: async (options) => readJsonAs(await send('/v1/session', options), isSession),
    list: async (query, options) =>
      readJsonAs(await send(`/v1/members?${query.toString()}`, options), isPage),
    roles: async (options) =>
      (await readJsonAs<RoleList>(await send('/v1/roles', options), holdsList('roles'))).roles,
  };
}
