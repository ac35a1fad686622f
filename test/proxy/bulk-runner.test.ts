/** The bulk runner beside a storage and a tenant that fail: what it stores when it stops. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError, type BulkRuns, type StoredRun } from '../../backend-proxy/src/index.js';
import { createBulkRunner } from '../../backend-proxy/src/operations/bulk/runner.js';
import type { Services } from '../../backend-proxy/src/services.js';
import { createMemoryStorage } from '../../backend-proxy/src/storage/memory/index.js';

const organizationId = 'org_acme000000000000';
const run: Omit<StoredRun, 'counts'> = {
  id: '00000000-0000-4000-8000-000000000000',
  actor: {
    userId: 'auth0|1',
    organizationId,
    permissions: [],
    clientId: null,
    sessionId: null,
    issuedAt: 0,
    expiresAt: 0,
    signedInAt: null,
    delegated: false,
  },
  request: { operation: 'member.block' },
  state: 'running',
  startedAt: new Date().toISOString(),
  endedAt: null,
  permissionsAtStart: [],
  current: null,
};

/** A runner whose actor can't be checked, because the tenant is over its rate limit. */
function createLimitedRunner(bulkRuns: BulkRuns) {
  let limited: () => void = () => {};
  const isLimited = new Promise<void>((resolve) => (limited = resolve));
  const services: Pick<Services, 'storage' | 'settings' | 'authorizeOrganization'> = {
    storage: { ...createMemoryStorage(), bulkRuns },
    settings: { deadlineMs: 1_000, log: () => {} } as unknown as Services['settings'],
    authorizeOrganization: async () => {
      limited();
      throw new ProblemError('rate_limited', { retryAfter: 30 });
    },
  };
  return { runner: createBulkRunner(services as Services), isLimited };
}

describe('a bulk runner that stops', () => {
  it('keeps the member that a process began before it died, though it was rate-limited itself', async () => {
    const { bulkRuns } = createMemoryStorage();
    const { runner, isLimited } = createLimitedRunner(bulkRuns);
    await runner.start({ ...run, current: 'auth0|2' }, ['auth0|2']);
    await isLimited;
    await runner.close();
    const left = await bulkRuns.read(organizationId, run.id);
    assert.equal(left?.current, 'auth0|2');
  });

  it('survives a storage that fails when the lease is returned', async () => {
    const { bulkRuns } = createMemoryStorage();
    const finish = () => Promise.reject(new Error('the storage is closed'));
    const { runner, isLimited } = createLimitedRunner({ ...bulkRuns, finish });
    await runner.start(run, ['auth0|2']);
    await isLimited;
    assert.deepEqual(await runner.close(), [{ id: run.id, processed: 0, size: 1, isInterrupted: false }]);
    // An unhandled rejection fails the test.
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
