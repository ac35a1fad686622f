/** Sets up a tenant: what it needs, what it has, and how the two are brought together. */
export { applyItems, type Applied } from './apply.js';
export { inviteFirstAdmin, type FirstAdmin, type FirstAdminStep } from './first-admin.js';
export { compareTenant } from './compare.js';
export { dashboardOf } from './dashboard.js';
export { desiredTenant, type DesiredTenant } from './desired.js';
export { toDeployCli } from './formats/deploy-cli.js';
export type { ConfigurationFile } from './formats/files.js';
export { toTerraform } from './formats/terraform.js';
export { isUnmet, type Item, type Status } from './items/item.js';
export { organizationItems } from './items/tenant-items.js';
export type { TenantOptions } from './options.js';
export { readTenant } from './read.js';
export { readOrganizations } from './read-organizations.js';
export { TenantApiError, TenantConflict, type TenantApi } from './tenant-api.js';
