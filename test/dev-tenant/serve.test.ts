import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { serveDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { createDevTenant, machineToken, mia, signIn } from './helpers.js';

describe('a served tenant', () => {
  it('knows its own address', async () => {
    const { tenant, url, close } = await serveDevTenant({ port: 0, seed: 'acme' });
    assert.match(url, /^http:\/\/localhost:\d+$/);
    assert.deepEqual([tenant.url, tenant.issuer, `http://${tenant.domain}`], [url, `${url}/`, url]);
    const response = await fetch(`${url}/.well-known/openid-configuration`);
    assert.equal(((await response.json()) as { issuer: string }).issuer, `${url}/`);
    await close();
  });

  it('is the same tenant in process and over HTTP', async () => {
    const { tenant, url, close } = await serveDevTenant({ port: 0 });
    tenant.users.update(mia, { name: 'Changed' });
    const headers = { authorization: `Bearer ${await machineToken(tenant)}` };
    const response = await fetch(`${url}/api/v2/users/${mia}`, { headers });
    assert.equal(((await response.json()) as { name: string }).name, 'Changed');
    await close();
  });

  it('reports that a port is taken', async () => {
    const { url, close } = await serveDevTenant({ port: 0 });
    await assert.rejects(serveDevTenant({ port: Number(new URL(url).port) }), { code: 'EADDRINUSE' });
    await close();
  });

  it('listens on loopback only', async () => {
    for (const host of ['0.0.0.0', '::', 'example.com']) {
      await assert.rejects(serveDevTenant({ port: 0, host }), /refuses to listen/);
    }
  });

  it('rejects other host names', async () => {
    const { url, close } = await serveDevTenant({ port: 0 });
    const answer = await raw(
      Number(new URL(url).port),
      'GET /__dev/personas HTTP/1.1\r\nHost: evil.example\r\n',
    );
    assert.match(answer, /^HTTP\/1\.1 421 /);
    await close();
  });

  it('does not take cookies from the header meant for callers in process', async () => {
    const { tenant, url, close } = await serveDevTenant({ port: 0 });
    const begun = await fetch(`${url}/authorize`, { redirect: 'manual' });
    assert.equal(begun.headers.get('x-dev-tenant-set-cookie'), null);
    await assert.rejects(signIn({ ...tenant, fetch }, { username: 'ada' }));
    await close();
  });

  it('destroys the socket for a reset and hangs until the caller gives up', async () => {
    const { tenant, url, close } = await serveDevTenant({ port: 0 });
    tenant.faults.add({ path: '/userinfo', reset: true });
    await assert.rejects(fetch(`${url}/userinfo`), TypeError);
    tenant.faults.add({ path: '/userinfo', hang: true });
    await assert.rejects(fetch(`${url}/userinfo`, { signal: AbortSignal.timeout(50) }), {
      name: 'TimeoutError',
    });
    // On a slow machine, the caller may abort before the tenant gets the request, and the fault stays pending.
    tenant.faults.clear();
    assert.equal((await fetch(`${url}/userinfo`)).status, 401);
    await close();
  });

  it('closes immediately despite a keep-alive connection', async () => {
    const { url, close } = await serveDevTenant({ port: 0 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    await close();
    await closed;
  });

  it('refuses a large body sent without a length', async () => {
    const { url, close } = await serveDevTenant({ port: 0 });
    const chunk = new Uint8Array(256 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 8) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    assert.equal((await fetch(`${url}/oauth/token`, init)).status, 413);
    await close();
  });
});

describe('a tenant in process', () => {
  it('has a fetch that works without `this`', async () => {
    const { fetch } = createDevTenant({ url: 'https://other.example' });
    assert.equal((await fetch('https://other.example/userinfo')).status, 401);
    assert.equal((await fetch(new Request('https://other.example/userinfo'))).status, 401);
    assert.equal((await fetch(new URL('https://other.example/userinfo'))).status, 401);
  });

  it('rejects other origins', async () => {
    await assert.rejects(createDevTenant().fetch('https://elsewhere.example/'), TypeError);
  });

  it('listens to a signal that was aborted before', async () => {
    const { fetch, url } = createDevTenant();
    await assert.rejects(fetch(url, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});

function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${request}Connection: close\r\n\r\n`));
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('end', () => resolve(text)).on('error', reject);
  });
}
