import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy, policyMatrix } from '../../src/policy/index.js';
import { orgdesk } from './support.js';

describe('orgdesk policy init', () => {
  it('writes a file that answers as the default policy does', async () => {
    const { status, stdout, written } = await orgdesk('policy init');
    assert.equal(status, 0);
    assert.match(stdout, /^policy\.json: the default policy\. .*orgdesk policy check policy\.json\n$/);
    const text = written['policy.json'] ?? '';
    assert.deepEqual(policyMatrix(parsePolicy(JSON.parse(text))), policyMatrix(defaultPolicy));
    const checked = await orgdesk('policy check policy.json --strict', { files: { 'policy.json': text } });
    assert.equal(checked.stdout, 'policy.json: no errors, no warnings\n');
  });

  it('has labels in the languages that are asked for', async () => {
    const labelsOf = async (line: string) => {
      const { written } = await orgdesk(line);
      const { fields } = JSON.parse(written['mine.json'] ?? '') as typeof defaultPolicy;
      return fields['givenName']?.label;
    };
    assert.deepEqual(await labelsOf('policy init mine.json'), { en: 'First name' });
    assert.deepEqual(await labelsOf('policy init mine.json --languages en,de'), {
      en: 'First name',
      de: 'Vorname',
    });
  });

  it('leaves a file alone that exists', async () => {
    const { status, stderr, written } = await orgdesk('policy init', { files: { 'policy.json': '{}' } });
    assert.equal(status, 2);
    assert.equal(stderr, 'orgdesk policy init: policy.json exists already\n');
    assert.deepEqual(written, {});
  });
});

describe('orgdesk policy test', () => {
  const run = (answers: unknown, line = 'policy test') =>
    orgdesk(line, { files: { 'policy.answers.json': answers } });
  const block = { actor: 'help-desk', connection: 'database', operation: 'member.block' };
  const email = { actor: 'self', connection: 'database', field: 'email', action: 'update' };

  it('is content with the right answers', async () => {
    const { status, stdout } = await run([
      { ...block, expect: 'deny' },
      { ...email, expect: 'deny', reason: 'invited-address' },
      { ...email, provisioning: 'open', expect: 'allow' },
      { ...email, connection: 'enterprise', attributeSync: 'never', expect: 'deny' },
    ]);
    assert.equal(stdout, '4 of 4 answers as expected\n');
    assert.equal(status, 0);
  });

  it('names each wrong one, and what decided instead', async () => {
    const { status, stdout } = await run([
      { ...block, actor: 'admin', expect: 'deny', name: 'no one blocks' },
      { ...email, expect: 'deny', reason: 'not-allowed' },
      { ...block, expect: 'deny' },
    ]);
    assert.equal(status, 1);
    assert.equal(
      stdout,
      '[0] no one blocks — admin, member.block, database: expected deny, but it is allowed by the rule "admin-ladder"\n' +
        '[1] self, update email, database: expected deny, not-allowed, but it is denied by the rule "invited-email": ' +
        'it must stay the address the user was invited with\n' +
        '1 of 3 answers as expected\n',
    );
  });

  it('says in plain words what is wrong with the file', async () => {
    const { status, stderr } = await run(
      '[{ "actor": "self", "conection": "database", "shared": "yes", "expect": "alow" }, []]',
    );
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'policy.answers.json: 5 errors\n' +
        '  [0].connection: is missing (line 1, column 2)\n' +
        '  [0].shared: must be true or false (line 1, column 46)\n' +
        '  [0].expect: must be one of "allow", "deny", "masked"; did you mean "allow"? (line 1, column 63)\n' +
        '  [0].conection: unknown key; did you mean "connection"? (line 1, column 21)\n' +
        '  [1]: must be an object (line 1, column 83)\n',
    );
    for (const text of ['', '{}', '[]', '[1', '{"a":1,"a":2}'])
      assert.notEqual((await run(text)).status, 0, text);
  });

  it('names the question with a word that the policy does not have', async () => {
    const { status, stderr } = await run([
      { ...block, expect: 'deny' },
      { ...block, actor: 'helpdesk', expect: 'deny' },
    ]);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^orgdesk policy test: \[1\]: --actor cannot be "helpdesk"; did you mean "help-desk"\?/,
    );
  });

  it('says which file is missing', async () => {
    const { status, stderr } = await orgdesk('policy test --answers mine.json');
    assert.equal(status, 2);
    assert.match(stderr, /cannot read mine\.json: there is no such file/);
  });
});
