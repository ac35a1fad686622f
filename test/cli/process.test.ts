/** The command as a process: what no injected stream can show. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { smallPolicy } from './support.js';

const cli = fileURLToPath(new URL('../../backend-proxy/bin/orgdesk.ts', import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args]);
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, exit };
}

describe('orgdesk as a process', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-cli-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('prints to the standard output and exits with the status', async () => {
    const { child, exit } = start('policy', 'check');
    assert.equal(await text(child.stdout), 'the default policy: no errors, no warnings\n');
    assert.equal(await exit, 0);
  });

  it('complains to the standard error', async () => {
    const { child, exit } = start('policy', 'chekc');
    assert.match(await text(child.stderr), /did you mean "check"/);
    assert.equal(await exit, 2);
  });

  it('reads the standard input, byte order mark and all', async () => {
    const { child, exit } = start('policy', 'check', '-');
    child.stdin.end(`\ufeff${JSON.stringify(smallPolicy())}`);
    assert.equal(await text(child.stdout), 'standard input: no errors, no warnings\n');
    assert.equal(await exit, 0);
  });

  it('refuses a file that is not text, and a folder', async () => {
    const path = join(folder, 'binary.json');
    await writeFile(path, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    for (const [file, reason] of [
      [path, /it is not UTF-8 text/],
      [folder, /it is a folder/],
    ] as const) {
      const { child, exit } = start('policy', 'check', file);
      assert.match(await text(child.stderr), reason);
      assert.equal(await exit, 2);
    }
  });

  it('does not mind a reader that has seen enough', async () => {
    const { child, exit } = start('policy', 'matrix', '--json');
    child.stdout.once('data', () => child.stdout.destroy());
    assert.equal(await text(child.stderr), '');
    assert.equal(await exit, 0);
  });
});
