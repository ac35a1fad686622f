/** Compares a tenant with what it needs. Pure. */
import type { CurrentTenant } from './current.js';
import { dashboardOf } from './dashboard.js';
import type { DesiredTenant } from './desired.js';
import { actionItems } from './items/action-items.js';
import { apiItems } from './items/api-items.js';
import { appItems } from './items/app-items.js';
import type { Item } from './items/item.js';
import { proxyItems } from './items/proxy-items.js';
import { roleItems } from './items/role-items.js';
import { tenantItems } from './items/tenant-items.js';

/**
 * Returns everything that a tenant needs and whether it has it, in the order in which it can be set up.
 * @example compareTenant(desired, current).filter(isUnmet)
 */
export function compareTenant(desired: DesiredTenant, current: CurrentTenant): readonly Item[] {
  const dashboard = dashboardOf(desired.options.origin);
  return [apiItems, appItems, proxyItems, roleItems, actionItems, tenantItems].flatMap((itemsOf) =>
    itemsOf(desired, current, dashboard),
  );
}
