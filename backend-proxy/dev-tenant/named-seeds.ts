import { z } from 'zod';
import { seedSchema, type ParsedSeed, type Seed } from './seed.js';
import acme from './seeds/acme.json' with { type: 'json' };
import crowd from './seeds/crowd.json' with { type: 'json' };
import globex from './seeds/globex.json' with { type: 'json' };
import hooli from './seeds/hooli.json' with { type: 'json' };
import initech from './seeds/initech.json' with { type: 'json' };
import roles from './seeds/roles.json' with { type: 'json' };
import shared from './seeds/shared.json' with { type: 'json' };
import umbrella from './seeds/umbrella.json' with { type: 'json' };

/** Two more applications, whose users choose an organization after they sign in: one in the browser, one on a server. */
const clients: Seed = {
  clients: [
    {
      client_id: 'dev-tenant-web',
      client_secret: 'dev-tenant-web-secret',
      name: 'Web app with a server',
      app_type: 'regular_web',
      token_endpoint_auth_method: 'client_secret_post',
      local_urls: true,
      organization_usage: 'require',
      organization_require_behavior: 'post_login_prompt',
    },
    {
      client_id: 'dev-tenant-portal',
      name: 'Portal',
      local_urls: true,
      organization_usage: 'require',
      organization_require_behavior: 'post_login_prompt',
    },
  ],
};

/** A tenant as Auth0 creates it: a database of users, and nothing that the product needs. */
const empty: Seed = {
  settings: { product: false, email_provider: false },
  connections: [{ id: 'con_emptydatabase000', name: 'Username-Password-Authentication', strategy: 'auth0' }],
};

const named = {
  acme: [clients, roles, acme],
  globex: [clients, roles, globex],
  initech: [clients, roles, initech],
  umbrella: [clients, roles, umbrella],
  hooli: [clients, roles, hooli],
  all: [clients, roles, acme, globex, initech, umbrella, hooli, shared],
  crowd: [clients, roles, crowd],
  empty: [empty],
} satisfies Record<string, readonly Seed[]>;

/** A crowd's name can include its size: `crowd:100000`. */
export type SeedName = keyof typeof named | `crowd:${number}`;
export const seedNames = Object.keys(named) as (keyof typeof named)[];

/**
 * Returns a built-in seed by name, or validates the given one.
 * @throws SeedError with a message that names the invalid location
 */
export function parseSeed(seed: unknown): ParsedSeed {
  const input = typeof seed === 'string' ? readNamed(seed) : seed;
  const result = seedSchema.safeParse(input);
  if (!result.success) throw new SeedError(`invalid seed\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** An invalid seed. */
export class SeedError extends TypeError {
  override readonly name = 'SeedError';

  constructor(message: string) {
    super(`[dev tenant] ${message}`);
  }
}

export const emptySeed: ParsedSeed = seedSchema.parse({});

function readNamed(name: string): Seed {
  const [, size] = /^crowd:(\d+)$/.exec(name) ?? [];
  const parts = Object.entries(named).find(([known]) => known === (size === undefined ? name : 'crowd'))?.[1];
  if (!parts) throw new SeedError(`unknown seed "${name}"; there are ${seedNames.join(', ')}`);
  const seed = concatenate(parts);
  if (size === undefined) return seed;
  return { ...seed, crowds: seed.crowds?.map((crowd) => ({ ...crowd, size: Number(size) })) };
}

/** An example of what the step-up safeguard needs; see the proxy's README. */
const productSettings: Seed['settings'] = {
  action: {
    auth_time: 'https://orgdesk.dev/auth_time',
    session_id: 'https://orgdesk.dev/session_id',
  },
};

function concatenate(parts: readonly Seed[]): Seed {
  return {
    settings: parts.find((part) => part.settings)?.settings ?? productSettings,
    clients: parts.flatMap((part) => part.clients ?? []),
    connections: parts.flatMap((part) => part.connections ?? []),
    roles: parts.flatMap((part) => part.roles ?? []),
    organizations: parts.flatMap((part) => part.organizations ?? []),
    enabled_connections: parts.flatMap((part) => part.enabled_connections ?? []),
    users: parts.flatMap((part) => part.users ?? []),
    memberships: parts.flatMap((part) => part.memberships ?? []),
    crowds: parts.flatMap((part) => part.crowds ?? []),
    invitations: parts.flatMap((part) => part.invitations ?? []),
  };
}
