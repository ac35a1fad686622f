import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { commands as lazyCommands } from '../../backend-proxy/src/cli/commands.js';
import { orgdesk, smallPolicy } from './support.js';

const commands = await Promise.all(lazyCommands.map(({ load }) => load()));
const files = { 'policy.json': smallPolicy() };

describe('a command', () => {
  it('is loaded by its own name', () => {
    assert.deepEqual(
      lazyCommands.map(({ name }) => name),
      commands.map(({ name }) => name),
    );
  });
});

describe('help', () => {
  it('lists every command', async () => {
    const { status, stdout, stderr } = await orgdesk('--help');
    assert.deepEqual([status, stderr], [0, '']);
    for (const { name, summary } of commands) {
      assert.ok(stdout.includes(name), name);
      assert.ok(stdout.includes(summary), summary);
    }
  });

  it('lists the commands of a group', async () => {
    const { status, stdout } = await orgdesk('policy --help');
    assert.equal(status, 0);
    assert.match(stdout, /policy check/);
    assert.doesNotMatch(stdout, /\bserve\b/);
  });

  for (const { name, options, operands } of commands) {
    it(`names every option of ${name}, whatever else is wrong`, async () => {
      const { status, stdout } = await orgdesk(`${name} --nonsense a b c --help`);
      assert.equal(status, 0);
      for (const option of [...Object.keys(options), 'help'])
        assert.ok(stdout.includes(`--${option}`), option);
      for (const operand of operands) assert.ok(stdout.includes(operand.name), operand.name);
      assert.match(stdout, /Exit status/);
    });
  }

  it('is also a command', async () => {
    for (const line of ['', 'policy', 'policy check']) {
      const { status, stdout } = await orgdesk(`help ${line}`);
      assert.deepEqual([status, stdout], [0, (await orgdesk(`${line} --help`)).stdout], line);
    }
    assert.match((await orgdesk('help')).stdout, /help \[COMMAND\]/);
    for (const line of ['help polcy', 'help policy chekc']) {
      const { status, stderr } = await orgdesk(line);
      assert.equal(status, 2);
      assert.match(stderr, /unknown command "\w+"; did you mean/);
    }
  });

  it('is short with -h, and an error where a command is missing', async () => {
    assert.equal((await orgdesk('-h')).status, 0);
    for (const line of ['', 'policy']) {
      const { status, stdout, stderr } = await orgdesk(line);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /Usage: orgdesk/);
    }
  });
});

describe('--version', () => {
  it("is the package's", async () => {
    const manifest = readFileSync(new URL('../../backend-proxy/package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    assert.equal((await orgdesk('--version')).stdout, `${version}\n`);
  });
});

describe('a misspelt line', () => {
  const mistakes = [
    ['polcy check', /unknown command "polcy"; did you mean "policy"\?/],
    ['policy chekc', /unknown command "chekc"; did you mean "check"\?/],
    ['--versoin', /unknown option "--versoin"; did you mean "--version"\?/],
    ['policy check --jsno', /unknown option --jsno; did you mean "--json"\?/],
    ['policy check -x', /unknown option -x/],
    ['policy check --json=yes', /'--json' does not take an argument/],
    ['policy check --json --json', /--json is given twice/],
    ['policy check a b', /"b" is one argument too many/],
    ['policy diff a', /NEW is missing/],
    ['policy explain --actor', /'--actor <value>' argument missing/],
    ['policy explain --actor --json', /'--actor' argument is ambiguous/],
  ] as const;
  for (const [line, message] of mistakes) {
    it(`is explained: ${line}`, async () => {
      const { status, stdout, stderr } = await orgdesk(line, { files });
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.match(stderr, /Try "orgdesk.* --help"/);
    });
  }
});

describe('colours', () => {
  const escape = '\u001b[';
  const line = 'policy matrix policy.json';
  it('are for people at a terminal', async () => {
    assert.ok((await orgdesk(line, { files, isTTY: true })).stdout.includes(escape));
    assert.ok(!(await orgdesk(line, { files })).stdout.includes(escape));
  });
  it('are left out where NO_COLOR says so, and in files', async () => {
    const plain = await orgdesk(line, { files, isTTY: true, env: { NO_COLOR: '1' } });
    assert.ok(!plain.stdout.includes(escape));
    const { written } = await orgdesk(`${line} --out matrix.txt`, { files, isTTY: true });
    assert.ok(!written['matrix.txt']?.includes(escape));
  });
});
