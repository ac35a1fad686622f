import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import Database from 'libsql';
import type { ActivityLogEntry, Storage } from '../../backend-proxy/src/index.js';
import { verifyActivity } from '../../backend-proxy/src/audit/verify.js';
import { openSqliteStorage } from '../../backend-proxy/src/storage/sql/sqlite.js';
import { orgdesk } from '../cli/support.js';

const organizationId = 'org_acme000000000000';

const entries = fc.array(
  fc.record({
    id: fc.uuid(),
    at: fc.constant('2026-11-29T00:00:00.000Z'),
    requestId: fc.uuid(),
    correlationId: fc.uuid(),
    actor: fc.record({ userId: fc.string({ unit: 'binary' }), delegated: fc.boolean() }),
    organizationId: fc.constant(organizationId),
    targetUserId: fc.option(fc.string({ unit: 'binary' })),
    action: fc.constantFrom('member.block', 'roles.assign', 'profile.update'),
    outcome: fc.constantFrom('done', 'refused', 'unknown'),
    actorName: fc.option(fc.string({ unit: 'binary' })),
    targetName: fc.option(fc.string({ unit: 'binary' })),
    reason: fc.string({ unit: 'binary' }),
  }),
  { minLength: 2, maxLength: 8 },
) as fc.Arbitrary<ActivityLogEntry[]>;

/** Changes one thing in the database, as someone could who can write to it. `at` is a position in the log. */
const tamperings: Readonly<Record<string, (at: number, length: number) => string>> = {
  'edits an entry': (at) =>
    `update orgdesk_activity set entry = replace(entry, '"organizationId":"org_acme', '"organizationId":"org_evil') where position = ${at}`,
  'edits names and values': (at) =>
    `update orgdesk_activity set details = replace(details, '"salt":"', '"salt":"0') where position = ${at}`,
  'edits a hash': (at) => `update orgdesk_activity set hash = '${'f'.repeat(64)}' where position = ${at}`,
  'removes an entry': (at) => `delete from orgdesk_activity where position = ${at}`,
  'removes an entry and closes the gap': (at) =>
    `delete from orgdesk_activity where position = ${at};
     update orgdesk_activity set position = position - 1 where position > ${at};
     update orgdesk_activity_lengths set length = length - 1`,
  'swaps two entries': (at, length) => {
    const other = (at + 1) % length;
    return `update orgdesk_activity set position = -1 where position = ${at};
      update orgdesk_activity set position = ${at} where position = ${other};
      update orgdesk_activity set position = ${other} where position = -1`;
  },
  'cuts off the end': (at) => `delete from orgdesk_activity where position >= ${at}`,
  'adds an entry': (at, length) =>
    `insert into orgdesk_activity select organization_id, ${length}, actor_key, target_key, entry, action, at, details, hash
     from orgdesk_activity where position = ${at}`,
};

describe('the chain of the activity log, in a SQLite file', () => {
  let folder: string;
  let path: string;
  let storage: Storage;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-chain-'));
    path = join(folder, 'orgdesk.sqlite');
    storage = await openSqliteStorage(path);
  });
  after(async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });

  const execute = (statement: string) => {
    const database = new Database(path);
    database.exec(statement);
    database.close();
  };
  const write = async (written: readonly ActivityLogEntry[]) => {
    execute('delete from orgdesk_activity; delete from orgdesk_activity_lengths');
    for (const entry of written) await storage.activity.append(entry);
  };

  for (const [what, statementFor] of Object.entries(tamperings)) {
    it(`shows that someone ${what}`, async () => {
      await fc.assert(
        fc.asyncProperty(entries, fc.nat(), async (written, seed) => {
          await write(written);
          assert.deepEqual((await verifyActivity(storage.activity))[0]?.faults, []);
          execute(statementFor(seed % written.length, written.length));
          const [report] = await verifyActivity(storage.activity);
          assert.notDeepEqual(report?.faults, []);
        }),
        { numRuns: 20 },
      );
    });
  }

  const [first, ...others] = fc.sample(entries, { numRuns: 1, seed: 7 })[0] ?? [];
  const written = first ? [first, ...others] : [];

  it('finds nothing wrong in a log that is written to and shortened while it is read', async () => {
    const dated = (at: string, id: string): ActivityLogEntry =>
      ({ ...first, id, at: `2026-11-${at}T00:00:00.000Z` }) as ActivityLogEntry;
    for (const meanwhile of [
      () => storage.activity.append(dated('29', 'later')),
      () => storage.activity.dropBefore('2026-11-02T00:00:00.000Z'),
    ]) {
      await write([dated('01', '1'), dated('02', '2'), dated('03', '3')]);
      let isFirst = true;
      const reports = await verifyActivity({
        chains: () => storage.activity.chains(),
        links: async (...page) => {
          if (isFirst) await meanwhile();
          isFirst = false;
          return storage.activity.links(...page);
        },
      });
      assert.deepEqual(
        reports.map(({ faults }) => faults),
        [[]],
        String(meanwhile),
      );
    }
  });

  it('shows an erasure of personal data without breaking', async () => {
    await write(written);
    execute('update orgdesk_activity set details = null where position = 0');
    const [report] = await verifyActivity(storage.activity);
    assert.deepEqual([report?.erased, report?.faults], [1, []]);
    const { entries: read } = await storage.activity.read(organizationId, {
      ...{ userId: null, action: null, from: null, to: null, before: null },
      limit: 50,
    });
    assert.deepEqual(
      [read.at(-1)?.id, read.at(-1)?.actorName, read.at(-1)?.reason],
      [first?.id, null, undefined],
    );
  });

  it('shows with an earlier report that the end was cut off and hidden', async () => {
    await write(written);
    const earlier = await verifyActivity(storage.activity);
    execute(`delete from orgdesk_activity where position = ${written.length - 1};
      update orgdesk_activity_lengths set length = length - 1,
        hash = (select hash from orgdesk_activity order by position desc limit 1)`);
    assert.deepEqual((await verifyActivity(storage.activity))[0]?.faults, []);
    const [report] = await verifyActivity(storage.activity, earlier);
    assert.deepEqual(report?.faults, [{ position: written.length - 1, fault: 'shorter' }]);
  });

  it('shows with an earlier report that a chain was written again, or removed', async () => {
    await write(written);
    const earlier = await verifyActivity(storage.activity);
    await write(written);
    const [again] = await verifyActivity(storage.activity, earlier);
    assert.deepEqual(again?.faults, [{ position: written.length - 1, fault: 'end-differs' }]);
    await write([]);
    const [gone] = await verifyActivity(storage.activity, earlier);
    assert.equal(gone?.faults[0]?.fault, 'shorter');
  });

  it('is verified by the command line, which tells what it found', async () => {
    await write(written);
    const env = { ORGDESK_DATA: path };
    const intact = await orgdesk('audit verify', { env });
    assert.equal(intact.status, 0, intact.stderr);
    assert.match(intact.stdout, /^org_acme0{12}: intact, \d+ entries, head \d+:[0-9a-f]{64}\n$/);
    const { stdout: report } = await orgdesk('audit verify --json', { env });
    execute('delete from orgdesk_activity where position = 1');
    const broken = await orgdesk('audit verify', { env });
    assert.equal(broken.status, 1);
    assert.match(broken.stdout, /NOT INTACT.*\n {2}entry 2 is missing\n/);
    execute('delete from orgdesk_activity; delete from orgdesk_activity_lengths');
    assert.equal((await orgdesk('audit verify', { env })).status, 0);
    const cut = await orgdesk('audit verify --expect report.json', { env, files: { 'report.json': report } });
    assert.equal(cut.status, 1);
    assert.match(cut.stdout, /was the last one in the report, and is missing/);
  });

  it('is not looked for in a file that is not there, or with a report that is none', async () => {
    const missing = await orgdesk('audit verify', { env: { ORGDESK_DATA: join(folder, 'none.sqlite') } });
    assert.deepEqual([missing.status, missing.stdout], [2, '']);
    const files = { 'report.json': '{}' };
    const wrong = await orgdesk('audit verify --expect report.json', { env: { ORGDESK_DATA: path }, files });
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /is not a report/);
  });
});
