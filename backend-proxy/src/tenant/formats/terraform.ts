/** Writes what a tenant needs for the Terraform provider auth0/auth0, in Terraform's JSON syntax. */
import type { DesiredTenant, Settings } from '../desired.js';
import { apiSettings } from '../items/api-items.js';
import { requiredScopes, toJson, type ConfigurationFile } from './files.js';

/**
 * Returns the file `orgdesk.tf.json`.
 * https://registry.terraform.io/providers/auth0/auth0/latest/docs, https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function toTerraform(desired: DesiredTenant): readonly ConfigurationFile[] {
  const configuration = {
    '//': 'Objects that your tenant has must be imported, or Terraform creates second ones.',
    terraform: { required_providers: { auth0: { source: 'auth0/auth0', version: '>= 1.55' } } },
    resource: {
      ...apiResources(desired),
      ...clientResources(desired),
      ...roleResources(desired),
      ...actionResources(desired),
    },
    output: {
      orgdesk_client_id: { value: '${auth0_client.orgdesk_app.client_id}' },
      orgdesk_proxy_client_id: { value: '${auth0_client.orgdesk_proxy.client_id}' },
    },
  };
  return [{ name: 'orgdesk.tf.json', text: toJson(configuration) }];
}

/** Permissions of others stay: each is a resource of its own. */
function apiResources(desired: DesiredTenant): Settings {
  const { scopes: _, ...api } = apiSettings(desired);
  const permissions = desired.api.permissions.map(({ value, description }) => [
    slug(value),
    {
      resource_server_identifier: '${auth0_resource_server.orgdesk.identifier}',
      scope: literal(value),
      description: literal(description),
    },
  ]);
  return {
    auth0_resource_server: { orgdesk: literals(api) },
    auth0_resource_server_scope: Object.fromEntries(permissions) as Settings,
  };
}

/** The provider has a resource of its own for how an application authenticates. */
function clientResources({ app, proxy, scopes, managementAudience }: DesiredTenant): Settings {
  const applications = { orgdesk_app: app, orgdesk_proxy: proxy };
  const rows = Object.entries(applications).map(([name, { name: title, settings }]) => {
    const { token_endpoint_auth_method: method, ...rest } = settings;
    const credentials = {
      client_id: `\${auth0_client.${name}.id}`,
      authentication_method: method,
    };
    return { name, client: literals({ name: title, ...rest }), credentials };
  });
  return {
    auth0_client: Object.fromEntries(rows.map(({ name, client }) => [name, client])),
    auth0_client_credentials: Object.fromEntries(rows.map(({ name, credentials }) => [name, credentials])),
    auth0_client_grant: {
      orgdesk_proxy: {
        client_id: '${auth0_client.orgdesk_proxy.id}',
        audience: literal(managementAudience),
        scopes: requiredScopes(scopes),
      },
    },
  };
}

function roleResources({ roles }: DesiredTenant): Settings {
  const rows = roles.map(({ actor, name, description, permissions: [permission = ''] }) => ({
    key: `orgdesk_${slug(actor)}`,
    role: { name: literal(name), description: literal(description) },
    permission: {
      role_id: `\${auth0_role.orgdesk_${slug(actor)}.id}`,
      resource_server_identifier: '${auth0_resource_server.orgdesk.identifier}',
      permission: `\${auth0_resource_server_scope.${slug(permission)}.scope}`,
    },
  }));
  return {
    auth0_role: Object.fromEntries(rows.map(({ key, role }) => [key, role])),
    auth0_role_permission: Object.fromEntries(rows.map(({ key, permission }) => [key, permission])),
  };
}

/** Adds to the flow, and leaves the other Actions in it. */
function actionResources({ action }: DesiredTenant): Settings {
  if (!action) return {};
  return {
    auth0_action: {
      orgdesk: {
        name: literal(action.name),
        code: literal(action.code),
        runtime: 'node22',
        deploy: true,
        supported_triggers: { id: 'post-login', version: 'v3' },
      },
    },
    auth0_trigger_action: {
      orgdesk: { trigger: 'post-login', action_id: '${auth0_action.orgdesk.id}' },
    },
  };
}

/** A name that Terraform accepts. */
function slug(text: string): string {
  return text.replaceAll(/[^A-Za-z\d]+/g, '_').replace(/^(?=\d)/, '_');
}

/** Terraform would evaluate a template in a string. */
function literal(text: string): string {
  return text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
}

function literals(value: Settings): Settings {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deepLiteral(each)]));
}

function deepLiteral(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(deepLiteral);
  return typeof value === 'object' && value !== null ? literals(value as Settings) : value;
}
