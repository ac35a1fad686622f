import type { Limit } from '../token-buckets.js';
import type { Plan } from '../state.js';

/** A bucket in addition to the global one. */
interface Group {
  readonly name: string;
  readonly method: RegExp;
  readonly path: RegExp;
  readonly limit: Limit;
}

const perMinute = (burst: number, sustained: number): Limit => ({ burst, perSecond: sustained / 60 });
const group = (name: string, method: RegExp, path: RegExp, limit: Limit): Group => ({
  name,
  method,
  path,
  limit,
});

const read = /^GET$/;
const write = /^(POST|PATCH|PUT|DELETE)$/;
const users = /^\/(users|users-by-email)(\/[^/]+)?$/;
const members = /^\/organizations\/[^/]+\/members$/;
const memberRoles = /^\/organizations\/[^/]+\/members\/[^/]+\/roles$/;
const userOrganizations = /^\/users\/[^/]+\/organizations$/;
const invitations = /^\/organizations\/[^/]+\/invitations(\/[^/]+)?$/;
const organization = /^\/organizations\/(name\/)?[^/]+$/;
const organizationConnections = /^\/organizations\/[^/]+\/(enabled_)?connections(\/[^/]+)?$/;

/**
 * A plan's rate limits on the Management API: a global one and one per group. Only the first group that matches a
 * request counts. Where Auth0 documents two numbers for a group, this uses the smaller one; for the Enterprise plan's
 * "production" and "non-production" tenants, the first.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export const rateLimits: Readonly<
  Record<Plan, { readonly global: Limit; readonly groups: readonly Group[] }>
> = {
  free: {
    global: { burst: 2, perSecond: 2 },
    groups: [group('organizations_read', read, organization, perMinute(20, 200))],
  },
  essentials: {
    global: perMinute(10, 150),
    groups: [
      group('users_read', read, users, perMinute(40, 500)),
      group('users_write', /^(POST|PATCH)$/, users, perMinute(20, 200)),
      group('users_delete', /^DELETE$/, users, perMinute(20, 200)),
      group('organization_members_read', read, members, perMinute(20, 200)),
      group('organization_members_write', write, members, perMinute(20, 200)),
      group('organization_member_roles', /./, memberRoles, perMinute(20, 200)),
      group('organizations_read', read, organization, perMinute(20, 200)),
      group('organization_connections_read', read, organizationConnections, perMinute(5, 50)),
      group('connections_read', read, /^\/connections(\/[^/]+)?$/, perMinute(5, 50)),
      group('logs_read', read, /\/logs(\/[^/]+)?$/, perMinute(10, 100)),
      group('device_credentials_write', write, /^\/device-credentials/, perMinute(5, 100)),
    ],
  },
  enterprise: {
    global: { burst: 50, perSecond: 16 },
    groups: [
      group('organization_members_read', read, members, perMinute(40, 500)),
      group('organization_members_write', write, members, perMinute(20, 200)),
      group('organization_member_roles', /./, memberRoles, perMinute(20, 200)),
      group('user_organizations_read', read, userOrganizations, perMinute(40, 500)),
      group('organization_invitations', /./, invitations, perMinute(20, 200)),
      group('organizations_read', read, organization, perMinute(10, 100)),
      group('organization_connections_read', read, organizationConnections, perMinute(10, 100)),
    ],
  },
};
