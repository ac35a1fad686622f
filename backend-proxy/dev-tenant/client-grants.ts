import { explorerClient, managementScopes, proxyClient, setupScopes } from './clients.js';
import type { ParsedSeed } from './seed.js';

/** What a machine client can ask an API for. */
export interface ClientGrant {
  readonly id: string;
  readonly client_id: string;
  readonly audience: string;
  readonly scope: readonly string[];
  readonly organization_usage: 'deny' | 'allow' | 'require';
  readonly allow_any_organization: boolean;
}

export function clientGrantsOf({ settings }: ParsedSeed, audience: string): readonly ClientGrant[] {
  const apart = { audience, organization_usage: 'deny', allow_any_organization: false } as const;
  const explorer = {
    ...apart,
    id: 'cgr_devtenantexplorer0',
    client_id: explorerClient.clientId,
    scope: [...managementScopes, ...setupScopes],
  };
  const proxy = {
    ...apart,
    id: 'cgr_devtenantproxy0000',
    client_id: proxyClient.clientId,
    scope: settings.machine_scopes ?? managementScopes,
  };
  return settings.product ? [proxy, explorer] : [explorer];
}
