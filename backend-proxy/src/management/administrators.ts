/** Finds other administrators of an organization, for the last-admin safeguard. */
import { z } from 'zod';
import type { ManagementApi } from './api.js';
import { asUnavailable } from './auth0-refusal.js';
import type { Connections } from './connections.js';
import { json } from './expected-response.js';
import type { Groups } from './groups.js';
import type { CallContext } from './http.js';
import { lenientList } from './mappers/lenient.js';
import type { Members } from './members.js';
import type { Roles } from './roles.js';
import { jsonRows, pageSize, type Rows } from './rows.js';

export interface Administrators {
  /**
   * Returns whether this user is the organization's only administrator. Another one counts only if they can sign in: they
   * aren't blocked, and one of their connections is enabled in the organization. Where that can't be read, they don't count,
   * so the result errs towards `true`.
   * @param permissions - Any of them makes an administrator, through a role of the tenant, of the organization, or of a group.
   */
  isLast(member: Membership, permissions: readonly string[], context: CallContext): Promise<boolean>;
}

interface Membership {
  readonly userId: string;
  readonly organizationId: string;
}

interface Parts {
  readonly roles: Roles;
  readonly members: Members;
  readonly connections: Connections;
  readonly groups: Groups;
}

const memberSchema = z.object({ user_id: z.string(), roles: lenientList(z.object({ id: z.string() })) });
// A value of another shape counts as blocked: an administrator who may be locked out doesn't count.
const accessSchema = z.object({
  blocked: z.boolean().nullish().catch(true),
  identities: lenientList(z.object({ connection: z.string() })),
});

/** Pages of members that are searched. An administrator beyond them isn't found. */
const maxPages = 20;

export function createAdministrators(api: ManagementApi, parts: Parts): Administrators {
  return {
    isLast: async (member, permissions, context) => {
      try {
        const counting = createCounting(api, parts, member, permissions, context);
        return (await counting.isAdministrator(member.userId)) && !(await counting.hasAnother());
      } catch (reason) {
        throw asUnavailable(reason);
      }
    },
  };
}

/** One count: the questions share the organization, the permissions, and the call. */
function createCounting(
  api: ManagementApi,
  { roles, members, connections, groups }: Parts,
  { userId, organizationId }: Membership,
  permissions: readonly string[],
  context: CallContext,
) {
  async function grantsAdministration(roleId: string): Promise<boolean> {
    return (await roles.permissions(roleId, context)).some((permission) => permissions.includes(permission));
  }

  async function anyGrantsAdministration(roleIds: readonly string[]): Promise<boolean> {
    return (await Promise.all(roleIds.map(grantsAdministration))).includes(true);
  }

  /** Reads the roles by the user's id, because the list of members lags behind writes and lacks roles through groups. */
  async function isAdministrator(candidate: string): Promise<boolean> {
    const held = await members.effectiveRoles(organizationId, candidate, context);
    return anyGrantsAdministration(held.map(({ id }) => id));
  }

  /** Any of the person's identities can be the way in, not only the primary one. */
  async function canSignIn(candidate: string): Promise<boolean> {
    const [{ blocked, identities }, enabled] = await Promise.all([
      api(context, {
        method: 'GET',
        path: ['users', candidate],
        query: { fields: 'blocked,identities', include_fields: true },
        expect: json(accessSchema),
      }),
      connections.enabledFor(organizationId, context),
    ]);
    const open = new Set(enabled.map(({ name }) => name));
    return blocked !== true && (identities ?? []).some(({ connection }) => open.has(connection));
  }

  /** Someone about whom something can't be read is no proof of another administrator. */
  async function counts(candidate: string): Promise<boolean> {
    if (candidate === userId) return false;
    return (await isTrue(canSignIn(candidate))) && isTrue(isAdministrator(candidate));
  }

  /** Members whose assigned roles make them administrators, as the list of members shows them. */
  async function* listedAdministrators(): AsyncGenerator<string> {
    let from: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const { rows, next }: Rows<z.infer<typeof memberSchema>> = await api(context, {
        method: 'GET',
        path: ['organizations', organizationId, 'members'],
        query: { take: pageSize, fields: 'user_id,roles', from },
        expect: jsonRows('members', memberSchema),
      });
      for (const row of rows) {
        const listed = (row.roles ?? []).map(({ id }) => id);
        if (await isTrue(anyGrantsAdministration(listed))) yield row.user_id;
      }
      if (next === null) return;
      from = next;
    }
  }

  /** The list of members shows no roles through groups. A member of a group need not be one of the organization. */
  async function* administratorsOfGroups(): AsyncGenerator<string> {
    for (const group of (await groups.ofOrganization(organizationId, context)) ?? []) {
      const held = groups.roles(organizationId, group, context);
      if (await isTrue(held.then(anyGrantsAdministration))) yield* await groups.members(group, context);
    }
  }

  async function includesAnother(candidates: AsyncIterable<string>): Promise<boolean> {
    for await (const candidate of candidates) if (await counts(candidate)) return true;
    return false;
  }

  const hasAnother = async () =>
    (await includesAnother(listedAdministrators())) || isTrue(includesAnother(administratorsOfGroups()));

  return { isAdministrator, hasAnother };
}

function isTrue(answer: Promise<boolean>): Promise<boolean> {
  return answer.catch(() => false);
}
