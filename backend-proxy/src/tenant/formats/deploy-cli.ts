/** Writes what a tenant needs for Auth0's Deploy CLI. Its YAML file holds JSON, which is YAML. */
import type { DesiredTenant, Settings } from '../desired.js';
import { apiSettings } from '../items/api-items.js';
import { requiredScopes, toJson, type ConfigurationFile } from './files.js';

const codeFile = 'orgdesk-sign-in-claims.js';

const warning = `# Lists become exactly what is written here: add your own URLs, permissions, and Actions of the flow after a sign-in.
# Deploy it with AUTH0_ALLOW_DELETE=false.
`;

/** Returns `tenant.yaml` and the code of the Action. https://github.com/auth0/auth0-deploy-cli */
export function toDeployCli(desired: DesiredTenant): readonly ConfigurationFile[] {
  const { app, proxy, scopes, managementAudience, action } = desired;
  const configuration = {
    resourceServers: [apiSettings(desired)],
    clients: [app, proxy].map(({ name, settings }) => ({ name, ...settings })),
    clientGrants: [
      // The name of the application stands for its ID.
      { client_id: proxy.name, audience: managementAudience, scope: requiredScopes(scopes) },
    ],
    roles: rolesOf(desired),
    ...(action && {
      actions: [
        {
          name: action.name,
          code: `./${codeFile}`,
          runtime: 'node22',
          deployed: true,
          supported_triggers: [{ id: 'post-login', version: 'v3' }],
        },
      ],
      triggers: { 'post-login': [{ action_name: action.name, display_name: action.name }] },
    }),
  };
  return [
    { name: 'tenant.yaml', text: `${warning}${toJson(configuration)}` },
    ...(action ? [{ name: codeFile, text: action.code }] : []),
  ];
}

function rolesOf({ roles, options }: DesiredTenant): readonly Settings[] {
  return roles.map(({ name, description, permissions: [permission_name] }) => ({
    name,
    description,
    permissions: [{ permission_name, resource_server_identifier: options.audience }],
  }));
}
