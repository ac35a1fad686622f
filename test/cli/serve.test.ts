import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import Database from 'libsql';
import { managementScopes } from '../../backend-proxy/dev-tenant/clients.js';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { orgdesk, policyBut, smallPolicy, type Outcome } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'orgdesk-serve-'));
after(() => rmSync(folder, { recursive: true }));
const dataFile = join(folder, 'orgdesk.sqlite');

const needed = {
  ORGDESK_DATA: dataFile,
  ORGDESK_DOMAIN: 'tenant.example',
  ORGDESK_AUDIENCE: 'https://api.example',
  ORGDESK_CLIENT_ID: 'id',
  ORGDESK_CLIENT_SECRET: 'secret',
};

const environmentOf = ({ tenant }: ServedDevTenant) => ({
  ORGDESK_DOMAIN: tenant.domain,
  ORGDESK_AUDIENCE: tenant.audience,
  ORGDESK_CLIENT_ID: tenant.clients.proxy.clientId,
  ORGDESK_CLIENT_SECRET: tenant.clients.proxy.clientSecret,
  ORGDESK_INSECURE_TENANT: '1',
  ORGDESK_DATA: dataFile,
});

const addressIn = ({ stderr }: Outcome) => /listening on (\S+)/.exec(stderr)?.[1] ?? '';

describe('what orgdesk serve refuses before it starts', () => {
  it('every variable that is missing', async () => {
    const { status, stderr } = await orgdesk('serve', {
      env: { ORGDESK_DOMAIN: ' ', ORGDESK_CLIENT_ID: 'id' },
    });
    assert.equal(status, 2);
    for (const name of ['ORGDESK_DOMAIN', 'ORGDESK_AUDIENCE', 'ORGDESK_CLIENT_SECRET']) {
      assert.ok(stderr.includes(`${name} is not set`), name);
    }
    assert.doesNotMatch(stderr, /ORGDESK_CLIENT_ID/);
  });

  const wrong = [
    [{ ORGDESK_DOMAIN: 'https://tenant.example/' }, /ORGDESK_DOMAIN/],
    [{ ORGDESK_DOMAIN: 'localhost:4401' }, /ORGDESK_DOMAIN is "localhost:4401".*ORGDESK_INSECURE_TENANT=1/],
    [{ ORGDESK_BASE_PATH: 'orgdesk/' }, /ORGDESK_BASE_PATH: a path such as/],
    [{ ORGDESK_ALLOWED_ORIGINS: 'https://a.example, b' }, /ORGDESK_ALLOWED_ORIGINS\.1: an origin such as/],
    [{ DATABASE_URL: 'postgres://localhost/x' }, /DATABASE_URL and ORGDESK_DATA are both set/],
    [{ ORGDESK_DATA: '', DATABASE_URL: 'mysql://u:hunter2@localhost/x' }, /DATABASE_URL is not the address/],
    [{ ORGDESK_START_TIMEOUT: '1m' }, /ORGDESK_START_TIMEOUT cannot be "1m"; it is a number of seconds/],
    [{ ORGDESK_INVITATIONS_PER_HOUR: 'many' }, /ORGDESK_INVITATIONS_PER_HOUR: .*number/],
    [{ ORGDESK_ERASURE_URL: 'http://app.example/erase' }, /ORGDESK_ERASURE_URL: https/],
    [{ ORGDESK_ERASURE_SECRET: 'x'.repeat(24) }, /ORGDESK_ERASURE_URL: /],
    [{ ORGDESK_DPOP: 'always' }, /ORGDESK_DPOP: /],
    [{ ORGDESK_AUDIT: 'a.log' }, /ORGDESK_AUDIT cannot be "a\.log"; the only place is stdout/],
    [{ PORT: 'http' }, /PORT cannot be "http"; a port is a number/],
    [{ PORT: '65536' }, /PORT cannot be "65536"/],
  ] as const;
  for (const [env, message] of wrong) {
    it(`a wrong value: ${JSON.stringify(env)}`, async () => {
      const { status, stdout, stderr } = await orgdesk('serve', { env: { ...needed, ...env } });
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /hunter2/);
    });
  }

  it('a data file that can’t be opened', async () => {
    const { status, stdout, stderr } = await orgdesk('serve', { env: { ...needed, ORGDESK_DATA: folder } });
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /error: Can't open .*: EISDIR.* \(storage_unavailable\)/);
  });

  it('a database that can’t be reached, without its password', async () => {
    const url = 'postgres://user:hunter2@localhost:9/orgdesk';
    const { status, stderr } = await orgdesk('serve', {
      env: { ...needed, ORGDESK_DATA: '', DATABASE_URL: url },
    });
    assert.equal(status, 1);
    assert.match(stderr, /error: Can't open the Postgres database: .* \(storage_unavailable\)/);
    assert.doesNotMatch(stderr, /hunter2/);
  });

  it('a port that is none, by option', async () => {
    const { status, stderr } = await orgdesk('serve --port x', { env: needed });
    assert.equal(status, 2);
    assert.match(stderr, /--port cannot be "x"/);
  });

  it('an invalid policy, in the words of policy check', async () => {
    const files = { p: policyBut(({ rules }) => Object.assign(rules[0] ?? {}, { effekt: 'deny' })) };
    const checked = await orgdesk('policy check p', { files });
    assert.match(checked.stderr, /did you mean "effect"/);
    for (const [line, env] of [
      ['serve --policy p', needed],
      ['serve', { ...needed, ORGDESK_POLICY: 'p' }],
    ] as const) {
      const { status, stderr } = await orgdesk(line, { files, env });
      assert.deepEqual([status, stderr], [1, checked.stderr]);
    }
  });

  it('a tenant that cannot be reached', async () => {
    const env = {
      ...needed,
      ORGDESK_DOMAIN: 'localhost:9',
      ORGDESK_INSECURE_TENANT: '1',
      ORGDESK_START_TIMEOUT: '0',
    };
    const { status, stderr } = await orgdesk('serve', { env });
    assert.equal(status, 1);
    assert.match(stderr, /error: the tenant could not be asked .*\n.*\(upstream_unavailable\)/);
  });
});

describe('orgdesk serve with a tenant', () => {
  let served: ServedDevTenant;
  before(async () => {
    served = await serveDevTenant({ port: 0, seed: 'acme' });
  });
  after(() => served.close());

  it('answers, logs one JSON line a request, and closes when it is asked to', async () => {
    let answer: { status: number; code: string } | undefined;
    let url = '';
    const { status, stdout, stderr } = await orgdesk('serve --port 0', {
      env: { ...environmentOf(served), ORGDESK_BASE_PATH: '/orgdesk' },
      whileServing: async (outcome) => {
        url = addressIn(outcome);
        const response = await fetch(`${url}/orgdesk/v1/profile`);
        answer = { status: response.status, code: ((await response.json()) as { code: string }).code };
      },
    });
    assert.equal(status, 0);
    assert.deepEqual(answer, { status: 401, code: 'token_missing' });
    const { time, level, path, code } = JSON.parse(stdout) as Record<string, string>;
    assert.deepEqual([level, path, code], ['info', '/orgdesk/v1/profile', 'token_missing']);
    assert.ok(!Number.isNaN(Date.parse(time ?? '')));
    assert.match(
      stderr,
      /^policy: the default policy\ndata: \S+orgdesk\.sqlite \(SQLite\)\nWARNING: no TLS to the tenant/,
    );
    await assert.rejects(fetch(url));
  });

  it('reads variables from a file, which the environment overrides', async () => {
    const { ORGDESK_DOMAIN, ...env } = environmentOf(served);
    const files = {
      '.env': `ORGDESK_DOMAIN=${ORGDESK_DOMAIN}\nORGDESK_BASE_PATH="/file" # mounted\nORGDESK_AUDIENCE=other\n`,
    };
    let status = 0;
    const outcome = await orgdesk('serve --port 0 --env-file .env', {
      env,
      files,
      whileServing: async (running) => {
        // Ready takes a moment, and on a busy machine more than one.
        while (status !== 200) {
          status = (await fetch(`${addressIn(running)}/file/readyz`)).status;
          await setTimeout(50);
        }
      },
    });
    assert.equal(outcome.status, 0, outcome.stderr);
    assert.equal(status, 200);
    const missing = await orgdesk('serve --env-file none.env', { env });
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /cannot read none\.env: there is no such file/);
  });

  it('warns of variables it does not know, but not of those of Kubernetes', async () => {
    const env = {
      ...environmentOf(served),
      ORGDESK_METRIC_TOKEN: 'x',
      ORGDESK_SERVICE_HOST: '10.0.0.1',
      ORGDESK_PORT_3000_TCP: 'tcp://10.0.0.1:3000',
    };
    const { status, stderr } = await orgdesk('serve --port 0', { env });
    assert.equal(status, 0);
    assert.match(
      stderr,
      /warning: unknown variable ORGDESK_METRIC_TOKEN; did you mean "ORGDESK_METRICS_TOKEN"\?\n/,
    );
    assert.doesNotMatch(stderr, /SERVICE_HOST|3000_TCP/);
  });

  it('writes one line for every change where it is told to', async () => {
    const env = { ...environmentOf(served), ORGDESK_AUDIT: 'stdout', ORGDESK_DPOP: 'allowed' };
    const token = await served.tenant.tokens.issueAccessToken({
      userId: 'auth0|ac3e00000000000000000001',
      organizationId: 'org_acme000000000000',
    });
    const { stdout } = await orgdesk('serve --port 0', {
      env,
      whileServing: async (running) => {
        const url = `${addressIn(running)}/v1/profile`;
        const headers = { authorization: `Bearer ${token}` };
        const etag = (await fetch(url, { headers })).headers.get('etag') ?? '';
        const answer = await fetch(url, {
          method: 'PATCH',
          headers: { ...headers, 'content-type': 'application/json', 'if-match': etag },
          body: '{"fields":{"jobTitle":"Auditor"}}',
        });
        assert.equal(answer.status, 200);
      },
    });
    const lines = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { level: string; time: string; audit?: { action: string } });
    assert.ok(lines.every(({ level, time }) => level === 'info' && !Number.isNaN(Date.parse(time))));
    assert.deepEqual(
      lines.flatMap(({ audit }) => (audit ? [audit.action] : [])),
      ['profile.update'],
    );
  });

  it('waits for a tenant that comes later', async () => {
    const env = environmentOf(served);
    const broken = createServer((_, response) => response.writeHead(503).end());
    const address = new URL(`http://${env.ORGDESK_DOMAIN}`);
    await served.close();
    broken.listen(Number(address.port), address.hostname);
    await once(broken, 'listening');
    let restart: Promise<unknown> | undefined;
    let requests = 0;
    broken.on('request', (_, response) => {
      requests += 1;
      // The proxy itself sends the request for its token three times.
      if (requests !== 4) return;
      response.once('close', () => {
        broken.closeAllConnections();
        broken.close(() => {
          restart = serveDevTenant({ port: Number(address.port), seed: 'acme' }).then(
            (tenant) => (served = tenant),
          );
        });
      });
    });
    const { status, stderr } = await orgdesk('serve --port 0', { env });
    await restart;
    assert.equal(status, 0, stderr);
    assert.match(stderr, /the tenant could not be asked .* \(upstream_unavailable\); trying again\n/);
    assert.match(stderr, /listening on/);
  });

  it('keeps its data in a file for its owner alone', async () => {
    const env = { ...environmentOf(served), ORGDESK_DATA: join(folder, 'new', 'data.sqlite') };
    const { status, stderr } = await orgdesk('serve --port 0', { env });
    assert.equal(status, 0);
    assert.ok(stderr.includes(`data: ${env.ORGDESK_DATA} (SQLite)\n`), stderr);
    assert.equal((await stat(env.ORGDESK_DATA)).mode & 0o077, 0);
  });

  it('refuses data that a newer version has written', async () => {
    const env = { ...environmentOf(served), ORGDESK_DATA: join(folder, 'newer.sqlite') };
    await orgdesk('serve --port 0', { env });
    const database = new Database(env.ORGDESK_DATA);
    database.exec('update orgdesk_schema set version = 999');
    database.close();
    const { status, stderr } = await orgdesk('serve --port 0', { env });
    assert.equal(status, 1);
    assert.match(stderr, /error: The database has version 999.* Update this one.* \(storage_too_new\)\n$/);
  });

  it('says which policy it serves, and what is odd about it', async () => {
    const files = { p: policyBut(({ safeguards }) => Reflect.deleteProperty(safeguards, 'stepUp')) };
    const { status, stderr } = await orgdesk('serve --port 0 --policy p', {
      files,
      env: environmentOf(served),
    });
    assert.equal(status, 0);
    assert.match(stderr, /^policy: p\nwarnings\n {2}safeguards\.stepUp: /);
  });

  it('warns of scopes that no one needs', async () => {
    const { status, stderr } = await orgdesk('serve --port 0', {
      env: environmentOf(served),
    });
    assert.equal(status, 0);
    assert.match(stderr, /warning: the policy does not need these scopes: .*read:logs/);
  });

  it('says that a port is taken', async () => {
    const env = environmentOf(served);
    await orgdesk('serve --port 0', {
      env,
      whileServing: async (outcome) => {
        const { port } = new URL(addressIn(outcome));
        const { status, stderr } = await orgdesk('serve', { env: { ...env, PORT: port } });
        assert.equal(status, 1);
        assert.match(stderr, new RegExp(`cannot listen on 127\\.0\\.0\\.1:${port}: the port is taken`));
      },
    });
  });
});

describe('orgdesk serve with a tenant that grants too little', () => {
  it('names each missing scope, and what it is for', async () => {
    const missing = ['delete:users', 'update:users'];
    const machine_scopes = managementScopes.filter((scope) => !missing.includes(scope));
    const served = await serveDevTenant({ port: 0, seed: { settings: { machine_scopes } } });
    try {
      const { status, stdout, stderr } = await orgdesk('serve --port 0 --policy p', {
        files: { p: smallPolicy() },
        env: environmentOf(served),
      });
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /^ {2}delete:users: for user\.delete$/m);
      assert.match(stderr, /^ {2}update:users: to change "jobTitle", to change "email"$/m);
      assert.doesNotMatch(stderr, /listening/);
    } finally {
      await served.close();
    }
  });
});
