/**
 * Returns whether a role can be assigned in an organization: a role of the tenant everywhere, an organization's own role
 * only there. https://auth0.com/docs/manage-users/organizations/organization-roles
 */
export function isRoleIn({ owner_id }: { owner_id?: string | undefined }, organizationId: string): boolean {
  return owner_id === undefined || owner_id === organizationId;
}
