/** The roles through which members act as the actors of the policy. */
import type { CurrentTenant } from '../current.js';
import type { Dashboard } from '../dashboard.js';
import type { DesiredRole, DesiredTenant } from '../desired.js';
import { carries } from '../read.js';
import { toItem, type Item } from './item.js';

export function roleItems(
  desired: DesiredTenant,
  current: CurrentTenant,
  dashboard: Dashboard,
): readonly Item[] {
  return desired.roles.map((role) => roleItem(role, desired, current, dashboard));
}

/**
 * Any role with one of the permissions will do, whatever its name. A role of the same name that isn't ours stays as it is:
 * people who have it would become the actor.
 */
function roleItem(
  wanted: DesiredRole,
  { options }: DesiredTenant,
  { roles }: CurrentTenant,
  dashboard: Dashboard,
): Item {
  const { actor, name, description, permissions } = wanted;
  const [permission = ''] = permissions;
  const known = roles.some((role) => carries(role, permissions));
  const namesake = roles.find((role) => role.name.toLowerCase() === name.toLowerCase());
  const isForeign = namesake !== undefined && namesake.description !== description;
  const grants = [{ resource_server_identifier: options.audience, permission_name: permission }];
  return toItem({
    id: `role.${actor}`,
    what: `Role for the actor "${actor}"`,
    why: `Members with a role that has the permission ${permissions.join(' or ')} act as "${actor}".`,
    isMet: known,
    found: namesake ? `"${namesake.name}", without the permission` : 'none',
    patch: isForeign ? undefined : { name, description, permissions: grants },
    remedy: isForeign
      ? `Give the role "${namesake.name}" the permission ${permission}, or another role: everyone who has it acts as "${actor}" then.`
      : `Create a role with the permission ${permission} of ${options.audience}.`,
    dashboard: dashboard(namesake ? `roles/${namesake.id}/permissions` : 'roles'),
    target: `role ${actor}`,
  });
}
