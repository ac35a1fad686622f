/** What a page does with the proxy, through whatever server it is mounted in. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { signIn, type DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import type { Problem, ProfileView } from '../../src/contract/index.js';
import { repository } from '../packaging/project.js';
import type { Example } from './example.js';

/** Sends a request to a path of the proxy, as the user. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** Signs in, reads and saves a profile, and downloads the members. */
export async function assertRoundTrip(base: string, tenant: DevTenant): Promise<void> {
  const denied = await fetch(`${base}/v1/profile`);
  const problem = (await denied.json()) as Problem;
  assert.deepEqual([denied.status, problem.code], [401, 'token_missing']);
  await assertProxyAnswers(await sendAs(base, tenant), 'Head of Bridges');
}

export async function sendAs(base: string, tenant: DevTenant): Promise<Send> {
  const { accessToken } = await signIn(tenant, { username: 'ada@acme.example', organization: 'acme' });
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${accessToken}`);
    return fetch(`${base}${path}`, { ...init, headers });
  };
}

export async function assertProxyAnswers(send: Send, jobTitle: string): Promise<void> {
  // At once, because the proxy shares calls to Auth0 between requests.
  const reads = await Promise.all([send('/v1/profile'), send('/v1/profile'), send('/v1/session')]);
  assert.deepEqual(
    reads.map(({ status }) => status),
    [200, 200, 200],
  );
  for (const { body } of reads) await body?.cancel();
  assert.equal((await saveJobTitle(send, jobTitle)).status, 200);
  const profile = (await (await send('/v1/profile')).json()) as ProfileView;
  assert.equal(profile.fields.find(({ name }) => name === 'jobTitle')?.value, jobTitle);

  const file = await send('/v1/members/export');
  assert.match(file.headers.get('content-type') ?? '', /^text\/csv/);
  const lines = (await file.text()).trim().split('\r\n');
  assert.ok(lines.length > 3, lines.join('\n'));
  assert.match(lines.join('\n'), /ada@acme\.example/);
}

export async function saveJobTitle(send: Send, jobTitle: string): Promise<Response> {
  const read = await send('/v1/profile');
  await read.body?.cancel();
  return send('/v1/profile', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': read.headers.get('etag') ?? '' },
    body: JSON.stringify({ fields: { jobTitle } }),
  });
}

const run = promisify(execFile);

/** Runs the compiler in the example. Whatever it prints fails. */
export async function assertTypes({ folder }: Example, ...options: readonly string[]): Promise<void> {
  const compiler = join(repository, 'node_modules/typescript/bin/tsc');
  const output = await run(process.execPath, [compiler, '--noEmit', ...options], { cwd: folder }).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
  assert.equal(output, '');
}

/** Options for examples in JavaScript, which have no configuration of their own. */
export const javaScript = [
  '--checkJs --allowJs --strict --skipLibCheck --target es2022 --module nodenext --types node',
].flatMap((text) => text.split(' '));
