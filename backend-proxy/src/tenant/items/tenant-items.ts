/** What concerns the tenant as a whole, and its organizations. Only people can decide about these. */
import type { CurrentOrganization, CurrentTenant } from '../current.js';
import type { Dashboard } from '../dashboard.js';
import type { DesiredTenant } from '../desired.js';
import { toItem, type Item } from './item.js';

export function tenantItems(
  _desired: DesiredTenant,
  { emailProvider }: CurrentTenant,
  dashboard: Dashboard,
): readonly Item[] {
  const item = {
    id: 'tenant.email-provider',
    what: 'Email provider',
    why: "Auth0's own email is for tests: few messages, no templates of yours, and an address of Auth0's.",
    remedy: 'Set up an email provider before you invite customers.',
    dashboard: dashboard('templates/provider'),
    target: 'none',
  } as const;
  if ('refused' in emailProvider) {
    return [toItem({ ...item, isMet: false, found: emailProvider.refused, otherwise: 'advice' })];
  }
  const isMet = emailProvider.value?.enabled === true;
  return [toItem({ ...item, isMet, found: "Auth0's own", otherwise: 'advice' })];
}

/** Judges whether someone can sign in to each organization, and manage it. */
export function organizationItems(
  organizations: readonly CurrentOrganization[],
  dashboard: Dashboard,
): readonly Item[] {
  const exists = toItem({
    id: 'organizations',
    what: 'An organization',
    why: 'People sign in to one, and manage its members.',
    isMet: organizations.length > 0,
    remedy: 'Create an organization for each of your customers.',
    dashboard: dashboard('organizations'),
    target: 'none',
  });
  return [exists, ...organizations.flatMap((each) => itemsOfOrganization(each, dashboard))];
}

function itemsOfOrganization(
  { id, name, connections, hasAdministrator, hasMoreMembers }: CurrentOrganization,
  dashboard: Dashboard,
): readonly Item[] {
  return [
    toItem({
      id: `organization.${name}.connections`,
      what: `Connections of the organization "${name}"`,
      why: 'Members sign in through one of them.',
      isMet: connections.length > 0,
      found: 'none',
      remedy: 'Enable a connection for the organization.',
      dashboard: dashboard(`organizations/${id}/connections`),
      target: 'none',
    }),
    toItem({
      id: `organization.${name}.admin`,
      what: `An admin of the organization "${name}"`,
      why: 'Someone has to invite the others.',
      isMet: hasAdministrator,
      found: hasMoreMembers ? 'none among the first 50 members' : 'none',
      otherwise: hasMoreMembers ? 'advice' : undefined,
      remedy: 'Give a member a role that can manage members, in the organization.',
      dashboard: dashboard(`organizations/${id}/members`),
      target: 'none',
    }),
  ];
}
