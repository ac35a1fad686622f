import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, policyMatrix, type MatrixRow } from '../../src/policy/index.js';
import { orgdesk, policyBut, smallPolicy } from './support.js';

const rowsOf = async (flags = '') =>
  JSON.parse((await orgdesk(`policy matrix --json ${flags}`)).stdout) as MatrixRow[];

describe('orgdesk policy matrix --json', () => {
  it('is every row, with the keys that are promised', async () => {
    const rows = await rowsOf();
    assert.deepEqual(rows, policyMatrix(defaultPolicy));
    const common = ['actor', 'connection', 'attributeSync', 'provisioning', 'shared'];
    const answer = ['effect', 'gate', 'rule', 'reason'];
    for (const row of rows) {
      const subject = 'operation' in row ? ['operation'] : ['field', 'action'];
      assert.deepEqual(Object.keys(row).sort(), [...common, ...subject, ...answer].sort());
    }
  });

  it('can be narrowed to one actor and one connection', async () => {
    const rows = await rowsOf('--actor help-desk --connection social');
    assert.ok(rows.length > 0);
    assert.ok(rows.every((row) => row.actor === 'help-desk' && row.connection === 'social'));
  });

  it('says of a rule about one organization when it applies', async () => {
    const policy = policyBut(({ rules }) =>
      rules.push({
        id: 'strict',
        effect: 'deny',
        actors: ['self'],
        actions: ['update'],
        fields: ['jobTitle'],
        when: { organization: ['org_1'] },
      }),
    );
    const { stdout } = await orgdesk('policy matrix p --json', { files: { p: policy } });
    const rows = JSON.parse(stdout) as MatrixRow[];
    const denied = rows.filter(({ rule }) => rule === 'strict');
    assert.ok(denied.length > 0);
    for (const { mention } of denied) assert.deepEqual(mention, { organization: 'org_1' });
  });
});

describe('orgdesk policy matrix', () => {
  it('is a table with a symbol for every answer and a note for what depends', async () => {
    const { status, stdout } = await orgdesk('policy matrix --actor self --connection database');
    assert.equal(status, 0);
    assert.match(stdout, /^self, on the own profile$/m);
    assert.match(stdout, /^ {2}jobTitle +✓ +✓$/m);
    assert.match(stdout, /^ {2}email +✓ +~ 1$/m);
    assert.match(
      stdout,
      /^ +1 {2}provisioning invitation: denied by the rule "invited-email": it must stay/m,
    );
    assert.match(stdout, /^ +provisioning open: allowed by the rule "own-identifiers"$/m);
    assert.match(stdout, /^ {2}no rule allows\n {4}member\.read, /m);
  });

  it('has tables that fit an ordinary terminal', async () => {
    const { stdout } = await orgdesk('policy matrix');
    const wide = stdout.split('\n').filter((line) => !/^ +\d|^ {6}/.test(line) && line.length > 100);
    assert.deepEqual(wide, []);
  });

  it('says who an actor is', async () => {
    assert.match(
      (await orgdesk('policy matrix --actor admin')).stdout,
      /^admin, by the permission manage:members$/m,
    );
  });

  it('writes to a file', async () => {
    const { status, stdout, written } = await orgdesk('policy matrix --json --out matrix.json');
    assert.deepEqual([status, stdout, Object.keys(written)], [0, '', ['matrix.json']]);
  });

  const mistakes = [
    ['--actor admn', /--actor cannot be "admn"; did you mean "admin"\?/],
    ['--connection sociel', /did you mean "social"\?/],
    ['--json --html', /--json and --html cannot be had at once/],
  ] as const;
  for (const [flags, message] of mistakes) {
    it(`refuses ${flags}`, async () => {
      const { status, stderr } = await orgdesk(`policy matrix ${flags}`);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
  }

  it('cannot be made of an invalid policy', async () => {
    const { status, stderr } = await orgdesk('policy matrix p', {
      files: { p: { ...smallPolicy(), version: 2 } },
    });
    assert.equal(status, 1);
    assert.match(stderr, /^p: 1 error\n {2}version: /);
  });
});
