/** The dev tenant's. Replace them with those of your Auth0 tenant. */
export const settings = {
  domain: 'http://localhost:4400',
  clientId: 'dev-tenant-spa',
  audience: 'https://api.orgdesk.example',
  organization: 'acme',
};
