/** Requests through the proxy server of the environment, which is read once in a process. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const tenant = createServer((_, response) => response.end('from the tenant'));
const seen: (string | undefined)[] = [];
const proxy = createServer().on('connect', ({ url }, socket) => {
  seen.push(url);
  const { port } = tenant.address() as AddressInfo;
  const upstream = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.pipe(socket).pipe(upstream);
  });
  for (const end of [socket, upstream]) end.on('error', () => undefined);
});

before(async () => {
  for (const server of [tenant, proxy]) await once(server.listen(0, '127.0.0.1'), 'listening');
});
after(() => {
  for (const server of [tenant, proxy]) server.close().closeAllConnections();
});

const transport = new URL('../../backend-proxy/src/node/transport.ts', import.meta.url).href;

async function requestWith(env: Readonly<Record<string, string>>, url: string): Promise<string> {
  const code = `
    import { nodeTransport } from '${transport}';
    const { signal } = new AbortController();
    const response = await nodeTransport({ method: 'GET', url: '${url}', headers: {}, signal });
    console.log(await response.text(100));
    process.exit();`;
  const { PATH = '' } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', code],
    { env: { PATH, ...env } },
  );
  return stdout.trim();
}

const addressOf = (server: typeof tenant) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('the proxy server of the environment', () => {
  it('is used if NODE_USE_ENV_PROXY is 1', async () => {
    const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: addressOf(proxy) };
    assert.equal(await requestWith(env, 'http://tenant.example/'), 'from the tenant');
    assert.deepEqual(seen.splice(0), ['tenant.example:80']);
  });

  it('is not used for hosts that NO_PROXY names', async () => {
    const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: addressOf(proxy), NO_PROXY: '127.0.0.1' };
    assert.equal(await requestWith(env, addressOf(tenant)), 'from the tenant');
    assert.deepEqual(seen, []);
  });

  it('is not used otherwise', async () => {
    assert.equal(await requestWith({ HTTP_PROXY: addressOf(proxy) }, addressOf(tenant)), 'from the tenant');
    assert.deepEqual(seen, []);
  });
});
