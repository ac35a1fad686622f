/**
 * What a large organization costs the dev tenant: loading it, and asking about it in multiples of asking for one member.
 * Run by `node --import tsx test/bench/crowd.bench.ts 100000`. Of time it asserts nothing, as every bench here; of memory
 * it does: a hundred thousand members have to fit into 500 MB.
 */
import assert from 'node:assert/strict';
import { createDevTenant, management } from '../dev-tenant/helpers.js';

const size = Number(process.argv[2] ?? 100_000);
const organization = 'org_crowd00000000000';
const members = `/organizations/${organization}/members`;
const inOrganization = (clause: string) =>
  `/users?q=${encodeURIComponent(`organization_id:"${organization}"${clause}`)}&include_totals=true`;
const someone = `/users/${encodeURIComponent('auth0|c30d00000000000000000001')}`;

const started = performance.now();
const tenant = createDevTenant({ seed: `crowd:${size}`, rateLimits: 'reported' });
const loaded = performance.now() - started;
const call = management(tenant);
await call('GET', '/roles');

const last = await lastCursor();
const one = await median(someone);
const rows: [what: string, path: string][] = [
  ['first page of members', `${members}?take=50`],
  ['last page of members', `${members}?take=50&from=${last}`],
  ['first page of a search', `${inOrganization('')}&sort=name:1`],
  ['last page of a search that can be reached', `${inOrganization('')}&sort=name:1&page=19`],
  ['members of a role', `/organizations/${organization}/roles/rol_admin00000000000/members?take=50`],
  ['somebody by address', '/users-by-email?email=cara@crowd.example'],
];
console.log(`${size} members: loaded in ${(loaded / 1000).toFixed(1)} s`);
for (const [what, path] of rows) {
  const first = await timed(path);
  console.log(
    `× ${((await median(path)) / one).toFixed(1)}  ${what} (the first time × ${(first / one).toFixed(0)})`,
  );
}
tenant.reset();
const resident = process.memoryUsage.rss() / 1e6;
console.log(`${resident.toFixed(0)} MB resident, after a reset`);
assert.ok(size > 100_000 || resident < 500);

async function timed(path: string): Promise<number> {
  const begun = performance.now();
  assert.equal((await call('GET', path)).status, 200);
  return performance.now() - begun;
}

async function median(path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) times.push(await timed(path));
  return times.sort((a, b) => a - b)[7] ?? NaN;
}

async function lastCursor(): Promise<string> {
  let cursor = '';
  for (;;) {
    const from = cursor === '' ? '' : `&from=${cursor}`;
    const { body } = await call('GET', `${members}?take=50${from}`);
    if (typeof body['next'] !== 'string') return cursor;
    cursor = body['next'];
  }
}
