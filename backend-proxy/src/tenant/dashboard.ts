/** Addresses of pages of Auth0's dashboard. */

/** Returns a page of the dashboard of a tenant. A domain that isn't Auth0's own leads to the tenant used last. */
export type Dashboard = (page: string) => string;

/**
 * Returns where the dashboard's pages of a tenant are.
 * @example dashboardOf('https://acme.eu.auth0.com')('apis') // 'https://manage.auth0.com/dashboard/eu/acme/apis'
 */
export function dashboardOf(origin: string): Dashboard {
  const [, tenant, region = 'us'] =
    /^([\w-]+)(?:\.([\w-]+))?\.auth0\.com$/.exec(new URL(origin).hostname) ?? [];
  const root = tenant === undefined ? '#' : `dashboard/${region}/${tenant}`;
  return (page) => `https://manage.auth0.com/${root}/${page}`;
}
