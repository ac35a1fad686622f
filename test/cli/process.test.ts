/** The command as a process: what no injected stream can show. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { killAll, serve } from './serve-process.js';
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

  it('waits for a request under way, until a second signal ends it at once', async () => {
    const served = await serveDevTenant({ port: 0, seed: 'acme' });
    const server = await serve(served, join(folder, 'orgdesk.sqlite'));
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => {});
    try {
      socket.write(
        'POST /v1/profile HTTP/1.1\r\nHost: proxy.example\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n',
      );
      // The server has the head of the request, and no body.
      await once(socket, 'data');
      const first = server.end('SIGTERM');
      while (!server.stderr().includes('closing')) await new Promise((resolve) => setTimeout(resolve, 10));
      const second = server.end('SIGINT');
      assert.deepEqual(await Promise.all([first, second]), ['SIGINT', 'SIGINT']);
    } finally {
      socket.destroy();
      killAll();
      await served.close();
    }
  });

  it('does not mind a reader that has seen enough', async () => {
    const { child, exit } = start('policy', 'matrix', '--json');
    child.stdout.once('data', () => child.stdout.destroy());
    assert.equal(await text(child.stderr), '');
    assert.equal(await exit, 0);
  });
});
