/** What the tests of operations on members share: people at the proxy, and what came of what they asked. */
import assert from 'node:assert/strict';
import type { DeprovisionPlan, MemberReceipt } from '../../src/contract/index.js';
import { type AuditEntry, type ProxyOptions, type Storage } from '../../backend-proxy/src/index.js';
import {
  createAgedStorage,
  createWorld,
  people,
  type Answer,
  type World,
  type WorldOptions,
} from './support.js';

export const lio = 'auth0|ac3e00000000000000000004';
export const gus = 'samlp|globex-saml|gus@globex.example';
export const ian = 'google-oauth2|100000000000000000002';
export const acme = 'org_acme000000000000';
export const globex = 'org_globex0000000000';
export const initech = 'org_initech000000000';
export const adminRole = 'rol_admin00000000000';
export const helpDeskRole = 'rol_helpdesk00000000';
export const memberRole = 'rol_member0000000000';

export const pathOf = (userId: string) => `/v1/members/${encodeURIComponent(userId)}`;

export interface OperationWorld extends World {
  readonly audit: AuditEntry[];
  readonly storage: Storage;
  /** Someone's token, with a sign-in of this moment. */
  token(userId: string, organizationId: string, claims?: Record<string, unknown>): Promise<string>;
  post(token: string, path: string, body?: object, key?: string): Promise<Answer>;
}

let keys = 0;

export function createOperationWorld(
  options: Partial<ProxyOptions> = {},
  where: WorldOptions = {},
): OperationWorld {
  const audit: AuditEntry[] = [];
  const storage = options.storage ?? createAgedStorage();
  const world = createWorld({ audit: (entry) => audit.push(entry), ...options, storage }, where);
  return {
    ...world,
    audit,
    storage,
    token: (userId, organizationId, claims = {}) =>
      world.tenant.tokens.issueAccessToken({
        userId,
        organizationId,
        'https://orgdesk.dev/auth_time': Math.floor(Date.now() / 1000),
        ...claims,
      }),
    post: (token, path, body, key = `operation-${(keys += 1)}`) =>
      world.send(token, path, {
        method: 'POST',
        headers: { 'idempotency-key': key, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
  };
}

export const adaOf = (world: OperationWorld) => world.token(...people.ada);

export function receiptOf({ status, text }: Answer): MemberReceipt {
  assert.equal(status, 200, text);
  return JSON.parse(text) as MemberReceipt;
}

export async function planOf(world: World, token: string, userId: string): Promise<DeprovisionPlan> {
  const { status, text } = await world.send(token, `${pathOf(userId)}/deprovision`);
  assert.equal(status, 200, text);
  return JSON.parse(text) as DeprovisionPlan;
}
