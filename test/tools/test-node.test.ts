import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';

const runner = 'tools/test-node.js';

describe('tools/test-node.js', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-test-node-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** Runs test files with these contents, by name. */
  async function run(files: Readonly<Record<string, string>>) {
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, code]) => {
        const path = join(folder, `${name}.test.ts`);
        await writeFile(path, `import { after, describe, it } from 'node:test';\n${code}`);
        return path;
      }),
    );
    return new Promise<{ status: number; output: string }>((resolve) => {
      execFile(process.execPath, [runner, ...paths], (error, stdout) =>
        resolve({ status: error ? Number(error.code) : 0, output: stdout }),
      );
    });
  }
  const named = (name: string) => relative('.', join(folder, `${name}.test.ts`));

  it('passes where every test does, and counts them', async () => {
    const { status, output } = await run({
      one: `describe('one', () => { it('is', () => {}); it.skip('is not', () => {}); });`,
      two: `it('is', () => {});`,
    });
    assert.equal(status, 0, output);
    assert.match(output, /ℹ tests 3\nℹ pass 2\nℹ fail 0\nℹ skipped 1\n/);
  });

  it('takes a skipped suite for a skipped test, and not for a file without tests', async () => {
    const { status, output } = await run({
      one: `describe('one', { skip: 'not here' }, () => { it('is', () => {}); });`,
      two: `it('is', () => {});`,
    });
    assert.equal(status, 0, output);
    assert.match(output, /ℹ tests 2\nℹ pass 1\nℹ fail 0\nℹ skipped 1\n/);
  });

  it('keeps the hooks of a file to its own tests', async () => {
    const { status, output } = await run({
      one: `after(() => { throw new Error('of one'); }); it('is', () => {});`,
      two: `it('is', () => {});`,
    });
    assert.equal(status, 1);
    assert.ok(output.includes(`✖ ${named('one')}: 1 tests`), output);
    assert.ok(output.includes(`✔ ${named('two')}: 1 tests`), output);
    assert.match(output, /of one/);
  });

  const failures: [what: string, code: string, complaint: string][] = [
    ['a test fails', `it('is', () => { throw new Error('for this'); });`, 'for this'],
    ['it has no tests', '', 'the file ran no tests'],
    ['it cannot be imported', `throw new Error('not this way');`, 'not this way'],
    ['it ends the process', `it('is', () => process.exit(0));`, 'its process ended early, code 0'],
    [
      'a test waits for nothing',
      `it('is', () => new Promise(() => {}));`,
      'Promise resolution is still pending',
    ],
    [
      'something throws after its test',
      `it('is', () => { setTimeout(() => { throw new Error('too late'); }); });
       it('waits', () => new Promise((done) => setTimeout(done, 50)));`,
      'too late',
    ],
    [
      'it changes the world for the files after it',
      `it('is', () => { process.env['ORGDESK_LEFT'] = '1'; Date.now = () => 0; });`,
      'left Date.now, process.env.ORGDESK_LEFT changed',
    ],
  ];
  for (const [what, code, complaint] of failures) {
    it(`fails where ${what}, and runs the other files`, async () => {
      const { status, output } = await run({ bad: code, good: `it('is', () => {});` });
      assert.equal(status, 1);
      assert.ok(output.includes(complaint), output);
      assert.ok(output.includes(`✔ ${named('good')}: 1 tests`), output);
    });
  }

  it('gives no file to a process it has just ended', async () => {
    // The next file would get lost: the process says that it is ready in the moment in which it is ended.
    const eager = `const send = process.send.bind(process);
      process.send = (message) => send(message) && (message.type !== 'file' || send({ type: 'ready' }));`;
    const { status, output } = await run({
      bad: `${eager} it('is', () => { Date.now = () => 0; });`,
      worse: `${eager} it('is', () => { Math.random = () => 0; });`,
      good: `it('is', () => {});`,
      better: `it('is', () => {});`,
    });
    assert.equal(status, 1);
    assert.match(output, /ℹ tests 4\nℹ pass 4\n/);
  });

  it('names a file whose process ended early after another one failed', async () => {
    const fails = `it('is', () => { throw new Error('a first failure'); });`;
    const ends = `it('is', () => process.exit(0));`;
    const { status, output } = await run({ one: fails, two: fails, three: ends, four: ends });
    assert.equal(status, 1);
    assert.ok(output.includes(`${named('three')}: its process ended early, code 0`), output);
    assert.ok(output.includes(`${named('four')}: its process ended early, code 0`), output);
  });

  it('fails where there is no such file', async () => {
    const { status, output } = await run({ good: `it('is', () => {});` });
    assert.equal(status, 0, output);
    const missing = await new Promise<string>((resolve) => {
      execFile(process.execPath, [runner, join(folder, 'none')], (error, stdout) =>
        resolve(`${error?.code} ${stdout}`),
      );
    });
    assert.match(missing, /^1 .*no tests found/s);
  });
});
