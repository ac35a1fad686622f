/** A restart of the proxy changes nothing that a caller could notice. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { openSqliteStorage } from '../../backend-proxy/src/storage/sql/sqlite.js';
import type { BulkRun, InvitationPage, InvitationResults, MemberPage } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import {
  acme,
  adaOf,
  adminRole,
  createOperationWorld,
  lio,
  memberRole,
  pathOf,
  type OperationWorld,
} from '../proxy/operation-world.js';
import { people, type Answer } from '../proxy/support.js';

const [mia] = people.mia;
const [hal] = people.hal;
const policy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
});

interface Case {
  readonly remembers: string;
  /** Returns what a caller notices after the restart, if there is one. */
  notice(world: OperationWorld, restart: () => Promise<OperationWorld>): Promise<string>;
  readonly expected: RegExp;
}

const send = (world: OperationWorld, token: string, method: string, path: string, body?: object) =>
  world.send(token, path, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': `${method} ${path}` },
    ...(body && { body: JSON.stringify(body) }),
  });
const outcomeOf = ({ status, problem }: Answer) =>
  `${status} ${status < 300 ? 'done' : (problem.reason ?? problem.code)}`;

const cases: readonly Case[] = [
  {
    remembers: 'who lost a role',
    notice: async (world, restart) => {
      world.tenant.organizations.setMemberRoles(acme, hal, [adminRole]);
      world.tenant.clock.advance(3_000);
      const old = await world.token(hal, acme);
      const roles = { roles: [memberRole], was: [adminRole] };
      const demoted = await send(world, await adaOf(world), 'PUT', `${pathOf(hal)}/roles`, roles);
      assert.equal(demoted.status, 200, demoted.text);
      const next = await restart();
      return outcomeOf(await next.post(old, `${pathOf(mia)}/block`));
    },
    expected: /^403 not-allowed$/,
  },
  {
    remembers: 'which DPoP proofs were used',
    notice: async (world, restart) => {
      const [token, proof] = await boundToken(world);
      const headers = { authorization: `DPoP ${token}`, dpop: proof };
      const first = await world.send(null, '/v1/profile', { headers });
      assert.equal(first.status, 200, first.text);
      const next = await restart();
      return outcomeOf(await next.send(null, '/v1/profile', { headers }));
    },
    expected: /^401 token_proof_invalid$/,
  },
  {
    remembers: 'cool-downs',
    notice: async (world, restart) => {
      const path = `${pathOf(mia)}/password-reset`;
      assert.equal((await world.post(await adaOf(world), path)).status, 202);
      const next = await restart();
      const answer = await next.post(await adaOf(next), path);
      assert.equal(next.tenant.outbox.list().length, 1);
      return outcomeOf(answer);
    },
    expected: /^429 rate_limited$/,
  },
  {
    remembers: 'quotas',
    notice: async (world, restart) => {
      const invite = async (proxy: OperationWorld, count: number) => {
        const invitations = Array.from({ length: count }, (_, index) => ({
          email: `i${count}${index}@acme.example`,
        }));
        const answer = await proxy.post(await adaOf(proxy), '/v1/invitations', { invitations, roles: [] });
        const { results } = JSON.parse(answer.text) as InvitationResults;
        return results.map((result) => ('code' in result ? result.code : result.outcome)).sort();
      };
      assert.deepEqual(await invite(world, 2), ['invited', 'invited']);
      return (await invite(await restart(), 3)).join();
    },
    expected: /^invited,rate-limited,rate-limited$/,
  },
  {
    remembers: 'idempotency keys',
    notice: async (world, restart) => {
      const token = await adaOf(world);
      const first = await world.post(token, `${pathOf(mia)}/block`, undefined, 'the-same-key');
      const next = await restart();
      next.tenant.requests.clear();
      const again = await next.post(token, `${pathOf(mia)}/block`, undefined, 'the-same-key');
      assert.equal(next.tenant.requests.list().filter(({ method }) => method === 'PATCH').length, 0);
      return `${again.status} ${again.text === first.text ? 'the same receipt' : again.text}`;
    },
    expected: /^200 the same receipt$/,
  },
  {
    remembers: 'recent changes that lists lag behind',
    notice: async (world, restart) => {
      await world.post(await adaOf(world), `${pathOf(lio)}/deprovision`, { level: 'remove' });
      await world.post(await adaOf(world), `${pathOf(mia)}/block`);
      const next = await restart();
      const page = JSON.parse((await next.send(await adaOf(next), '/v1/members')).text) as MemberPage;
      const statusOf = (userId: string) => page.members.find((each) => each.userId === userId)?.status;
      return JSON.stringify([statusOf(lio) ?? null, statusOf(mia)]);
    },
    expected: /^\[null,\["blocked"\]\]$/,
  },
  {
    remembers: 'how invitations ended',
    notice: async (world, restart) => {
      const body = { invitations: [{ email: 'new@acme.example' }], roles: [] };
      const { results } = JSON.parse(
        (await world.post(await adaOf(world), '/v1/invitations', body)).text,
      ) as InvitationResults;
      const [result] = results;
      const id = result && 'invitation' in result ? result.invitation.id : '';
      const revoked = await send(world, await adaOf(world), 'DELETE', `/v1/invitations/${id}`);
      assert.equal(revoked.status, 204, revoked.text);
      const next = await restart();
      const { invitations } = JSON.parse(
        (await next.send(await adaOf(next), '/v1/invitations')).text,
      ) as InvitationPage;
      return String(invitations.find((each) => each.id === id)?.state);
    },
    expected: /^revoked$/,
  },
  {
    remembers: 'scheduled deletions',
    notice: async (world, restart) => {
      const token = await world.token(mia, acme);
      const answer = await send(world, token, 'DELETE', '/v1/profile');
      assert.equal(answer.status, 202, answer.text);
      const next = await restart();
      const { deletion } = (await next.send(token, '/v1/profile')).profile;
      return JSON.stringify(deletion) === answer.text ? 'the same day' : JSON.stringify(deletion);
    },
    expected: /^the same day$/,
  },
  {
    remembers: 'activity',
    notice: async (world, restart) => {
      await world.post(await adaOf(world), `${pathOf(mia)}/block`);
      const before = await world.send(await adaOf(world), '/v1/activity');
      const next = await restart();
      const answer = await next.send(await adaOf(next), '/v1/activity');
      assert.match(answer.text, /"action":"member\.block"/);
      return answer.text === before.text ? 'the same page' : answer.text;
    },
    expected: /^the same page$/,
  },
  {
    remembers: 'bulk runs',
    notice: async (world, restart) => {
      const request = { operation: 'member.block', userIds: [mia, lio] };
      const started = await world.post(await adaOf(world), '/v1/bulk-runs', request);
      const { id } = JSON.parse(started.text) as BulkRun;
      const read = async (proxy: OperationWorld) =>
        JSON.parse((await proxy.send(await adaOf(proxy), `/v1/bulk-runs/${id}`)).text) as BulkRun;
      while ((await read(world)).state === 'running') await new Promise((resolve) => setTimeout(resolve, 10));
      const { state, items } = await read(await restart());
      return [state, ...items.map((item) => item.state)].join();
    },
    expected: /^done,done,done$/,
  },
];

/** A token of Mia's that is bound to a key, and a proof of that key for one request. */
async function boundToken({ tenant }: OperationWorld): Promise<readonly [token: string, proof: string]> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const iat = Math.floor(Date.now() / 1000);
  const token = await tenant.tokens.sign(
    { alg: 'RS256', typ: 'JWT' },
    {
      iss: tenant.issuer,
      sub: mia,
      aud: tenant.audience,
      iat,
      exp: iat + 3600,
      org_id: acme,
      permissions: [],
      cnf: { jkt: await calculateJwkThumbprint(jwk) },
    },
  );
  const ath = createHash('sha256').update(token).digest('base64url');
  const proof = await new SignJWT({
    jti: 'proof',
    htm: 'GET',
    htu: 'https://proxy.example/v1/profile',
    iat,
    ath,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
    .sign(privateKey);
  return [token, proof];
}

describe('a restart on the same SQLite file', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-restart-'));
  });
  after(() => rm(folder, { recursive: true }));

  let files = 0;
  async function noticed({ notice }: Case, isRestarted: boolean): Promise<string> {
    const path = join(folder, `${(files += 1)}.sqlite`);
    const tenant = createDevTenant({ rateLimits: 'off', signingKeys: storedSigningKeys });
    const options = { policy, invitationsPerHour: 3 };
    let storage = await openSqliteStorage(path);
    try {
      return await notice(createOperationWorld({ ...options, storage }, { tenant }), async () => {
        if (isRestarted) {
          await storage.close();
          storage = await openSqliteStorage(path);
        }
        return createOperationWorld({ ...options, storage }, { tenant });
      });
    } finally {
      await storage.close();
    }
  }

  for (const each of cases) {
    it(`remembers ${each.remembers}`, async () => {
      const [without, withRestart] = [await noticed(each, false), await noticed(each, true)];
      assert.match(without, each.expected);
      assert.equal(withRestart, without);
    });
  }
});
