/** Follows docs/tenant.md word for word, against a tenant that no one has set up. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { emptyTenant } from './tenant-world.js';
import { orgdesk, type Outcome } from './support.js';

const text = readFileSync(new URL('../../docs/tenant.md', import.meta.url), 'utf8');
const commands = [...text.matchAll(/^npx orgdesk-proxy (tenant .+acme\.eu\.auth0\.com.+)$/gm)].map(
  ([, line = '']) => line,
);

/** Scopes in the rows of the table whose first column matches. */
function scopesFor(row: RegExp): readonly string[] {
  const rows = text.split('\n').filter((line) => row.test(line.split('|')[1] ?? ''));
  return rows.flatMap((line) => [...line.matchAll(/`([a-z]+:[a-z_]+)`/g)].map(([, scope = '']) => scope));
}

describe('the page about setting up a tenant', () => {
  it('names commands that work, and scopes that are enough for them', async () => {
    const tenant = emptyTenant({ url: 'https://acme.eu.auth0.com' });
    const run = async (line: string, row: RegExp): Promise<Outcome> => {
      const token = await tenant.tokens.sign(
        {},
        {
          ...{ iss: tenant.issuer, sub: 'me@clients', aud: `${tenant.url}/api/v2/`, exp: 4e9 },
          scope: scopesFor(row).join(' '),
        },
      );
      return orgdesk(line, { fetch: tenant.fetch, env: { AUTH0_MANAGEMENT_TOKEN: token } });
    };
    const [plan = '', apply = '', doctor = '', out = ''] = commands;
    assert.equal(commands.length, 4);

    const planned = await run(plan, /`plan`/);
    assert.equal(planned.status, 0, planned.stderr);
    const applied = await run(apply, /`(apply|--admin)`/);
    assert.equal(applied.status, 0, applied.stderr);
    assert.match(applied.stdout, /^done: Invitation to ada@acme\.example$/m);
    assert.match(applied.written['.env'] ?? '', /^ORGDESK_CLIENT_SECRET=\S+$/m);
    assert.match(applied.written['.env'] ?? '', /^ORGDESK_DOMAIN=acme\.eu\.auth0\.com$/m);
    assert.deepEqual(Object.keys((await orgdesk(out)).written), ['./orgdesk.tf.json']);
    const checked = await run(doctor, /`doctor`/);
    const failed = checked.stdout.split('\n').filter((line) => /^(missing|manual|unknown)/.test(line));
    // Until the invitation is accepted, no one is an admin.
    assert.deepEqual([checked.status, failed], [1, ['manual   An admin of the organization "acme"']]);
  });
});
