import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';

const any = 'GET,POST,PUT,PATCH,DELETE';
const writes = 'POST,PUT,PATCH,DELETE';

/**
 * Endpoints of Auth0 that this tenant doesn't simulate: what no caller has needed. They return a status that Auth0 never uses there instead of a misleading 404.
 */
const notSimulated: readonly (readonly [methods: string, path: string])[] = [
  ['POST,PUT', '/users/:id/authentication-methods'],
  ['PATCH', '/users/:id/authentication-methods/:method_id'],
  [any, '/users/:id/connected-accounts'],
  [any, '/users/:id/federated-connections-tokensets/*'],
  [any, '/users/:id/risk-assessments/clear'],
  ['GET', '/organizations/search'],
  ['DELETE', '/organizations/:id'],
  [any, '/organizations/:id/clients/*'],
  [writes, '/organizations/:id/client-grants/*'],
  [writes, '/organizations/:id/connections'],
  [any, '/organizations/:id/connections/:connection_id'],
  [any, '/organizations/:id/discovery-domains/*'],
  [any, '/organizations/:id/organization-templates/*'],
  [writes, '/organizations/:id/groups/:group_id/roles'],
  ['PATCH,DELETE', '/roles/:id'],
  [writes, '/roles/:id/groups'],
  [writes, '/roles/:id/users'],
  ['POST', '/connections'],
  ['PATCH,DELETE', '/connections/:id'],
  [writes, '/connections/:id/scim-configuration'],
  [any, '/connections/:id/scim-configuration/:part/*'],
  [writes, '/connections/:id/directory-provisioning'],
  [any, '/connections/:id/directory-provisioning/:part/*'],
  [any, '/connections/:id/clients'],
  [any, '/connections/:id/keys/*'],
  [any, '/connections/:id/status'],
  [any, '/connections/:id/users'],
  [any, '/connections-scim-configurations'],
  [any, '/connections-directory-provisionings'],
  ['DELETE', '/clients/:id'],
  [any, '/clients/:id/credentials/*'],
  [any, '/clients/:id/connections'],
  ['POST', '/clients/:id/rotate-secret'],
  [any, '/clients/cimd/:what'],
  ['GET,DELETE', '/client-grants/:id'],
  ['DELETE', '/resource-servers/:id'],
  ['DELETE', '/actions/actions/:id'],
  ['POST', '/actions/actions/:id/test'],
  [any, '/actions/actions/:id/versions/*'],
  [any, '/actions/executions/:id'],
  [writes, '/actions/modules'],
  [any, '/actions/modules/:id/*'],
  ['GET', '/actions/triggers'],
  ['PATCH', '/tenants/settings'],
  [writes, '/emails/provider'],
  ['POST', '/device-credentials'],
  ['PATCH', '/refresh-tokens/:id'],
  [any, '/self-service-profiles/*'],
  [any, '/guardian/factors/*'],
  [any, '/guardian/policies'],
  [any, '/guardian/settings'],
];

export function notSimulatedRoutes() {
  const app = new Hono<TenantEnv>();
  for (const [methods, path] of notSimulated) {
    app.on(methods.split(','), path, () => {
      throw new ManagementError(501, 'The dev tenant does not simulate this endpoint.');
    });
  }
  return app;
}
