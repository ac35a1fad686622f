/** What the tests of runs share: starting one, following it, and organizations of any size. */
import assert from 'node:assert/strict';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import type { BulkRequest, BulkRun } from '../../src/contract/index.js';
import type { OperationWorld } from './operation-world.js';
import type { Answer } from './support.js';

export const runOf = ({ text }: Answer) => JSON.parse(text) as BulkRun;
export const start = (world: OperationWorld, token: string, request: BulkRequest, key?: string) =>
  world.post(token, '/v1/bulk-runs', request, key);
export async function preview(world: OperationWorld, token: string, request: BulkRequest): Promise<BulkRun> {
  const answer = await start(world, token, { ...request, preview: true });
  assert.equal(answer.status, 200, answer.text);
  return runOf(answer);
}
export const outcomesOf = ({ items }: Pick<BulkRun, 'items'>) =>
  items.map(({ state, reason, code }) => reason ?? code ?? state);

export async function read(world: OperationWorld, token: string, id: string | null): Promise<BulkRun> {
  const answer = await world.send(token, `/v1/bulk-runs/${id}`);
  assert.equal(answer.status, 200, answer.text);
  return runOf(answer);
}
export const hasEnded = ({ state }: BulkRun) => state === 'done' || state === 'cancelled';

/** Looks after a run until it has ended, or this holds. */
export async function follow(
  world: OperationWorld,
  token: string,
  id: string | null,
  until = hasEnded,
): Promise<BulkRun> {
  for (;;) {
    const run = await read(world, token, id);
    if (until(run) || hasEnded(run)) return run;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
export async function finish(world: OperationWorld, token: string, request: BulkRequest): Promise<BulkRun> {
  const answer = await start(world, token, request);
  assert.equal(answer.status, 202, answer.text);
  return follow(world, token, runOf(answer).id);
}
export const writes = (world: OperationWorld) =>
  world.tenant.requests.list().filter(({ area, method }) => area === 'management' && method !== 'GET');

export const crowdOrganization = 'org_crowd00000000000';

/** An admin, `auth0|000`, and so many others. */
export function crowd(size: number, blocked = false): Seed {
  const organization = { id: crowdOrganization, name: 'crowd', display_name: 'Crowd' };
  const ids = Array.from({ length: size + 1 }, (_, index) => idOf(index));
  return {
    connections: [{ id: 'con_crowd', name: 'crowd-users', strategy: 'auth0' }],
    roles: [{ id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] }],
    organizations: [organization],
    enabled_connections: [{ organization_id: organization.id, connection_id: 'con_crowd' }],
    users: ids.map((user_id, index) => ({
      user_id,
      connection: 'crowd-users',
      email: `p${index}@crowd.example`,
      blocked: index > 0 && blocked,
    })),
    memberships: ids.map((user_id, index) => ({
      organization_id: organization.id,
      user_id,
      roles: index === 0 ? ['rol_admin'] : [],
    })),
  };
}
export const idOf = (index: number) => `auth0|${String(index).padStart(3, '0')}`;
export const idsOf = (size: number) => Array.from({ length: size }, (_, index) => idOf(index + 1));
export const crowdAdmin = (world: OperationWorld) => world.token(idOf(0), crowdOrganization);
