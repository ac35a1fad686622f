import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findPostgres, startPostgres } from '../storage/postgres-server.js';
import { Browser } from './browser.js';
import { describeExample, serveTenant } from './describe-example.js';
import { storageTestWorker, type StorageReport } from './durable-object-storage.js';
import {
  findNode,
  findPort,
  startExample,
  startProgram,
  variablesFor,
  writeVariables,
  type Example,
} from './example.js';
import { assertProxyAnswers, assertRoundTrip, assertTypes, javaScript } from './round-trip.js';

const run = promisify(execFile);

const world = serveTenant();

const binary = (example: Example, name: string) => join(example.folder, 'node_modules/.bin', name);

describeExample('bun', {
  'answers a page': async (example) => {
    await assertTypes(
      example,
      ...'--strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler --types bun'.split(
        ' ',
      ),
      'server.ts',
    );
    await writeVariables(example, variablesFor(world.served));
    const running = await startExample(example, await findPort());
    await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
    assert.equal(await (await fetch(running.origin)).text(), 'Your app');
    assert.equal(await running.stop(), 0);
  },
});

describeExample('deno', {
  'answers a page': async (example) => {
    await run(binary(example, 'deno'), ['check', 'server.ts'], { cwd: example.folder });
    await writeVariables(example, variablesFor(world.served));
    const running = await startExample(example, await findPort());
    await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
    assert.equal(await (await fetch(running.origin)).text(), 'Your app');
    assert.equal(await running.stop(), 0);
  },
});

/** Wrangler's local server, which runs the platform's own runtime. */
async function startWorker(example: Example, ...more: readonly string[]) {
  const port = await findPort();
  return startExample(example, port, {
    nodeFolder: await findNode(example, 22),
    arguments: [...more, '--port', String(port), '--show-interactive-dev-session=false'],
    env: { CI: 'true', WRANGLER_SEND_METRICS: 'false' },
  });
}

describeExample('cloudflare-workers', {
  'is typed': (example) => assertTypes(example, '-p', 'tsconfig.json'),

  'answers a page, and works when the cron trigger fires': async (example) => {
    await writeVariables(example, variablesFor(world.served), '.dev.vars');
    const running = await startWorker(example);
    await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
    assert.equal(await (await fetch(running.origin)).text(), 'Your app');
    assert.equal((await fetch(`${running.origin}/cdn-cgi/local/scheduled`)).status, 200);
    await running.stop();
  },

  'keeps data as every storage does': async (example) => {
    await writeFile(join(example.folder, 'src/storage-test.js'), storageTestWorker);
    const running = await startWorker(
      example,
      'src/storage-test.js',
      '--compatibility-flags',
      'nodejs_compat',
    );
    const report = (await (await fetch(running.origin)).json()) as StorageReport;
    assert.deepEqual(report.failures, []);
    assert.ok(report.tests > 40, String(report.tests));
    await running.stop();
  },
});

describeExample('next-route-handler', {
  'answers a page': async (example) => {
    await writeVariables(example, variablesFor(world.served));
    const env = { NEXT_TELEMETRY_DISABLED: '1' };
    // Checks the types, too.
    await run(binary(example, 'next'), ['build'], { cwd: example.folder, env: { ...process.env, ...env } });
    const port = await findPort();
    const running = await startExample(example, port, { env });
    await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
    assert.match(await (await fetch(running.origin)).text(), /Your app/);
    await running.stop();
  },
});

const postgres = findPostgres();
if ('missing' in postgres) it.skip(`examples/aws-lambda answers a page: ${postgres.missing}`);
else {
  describeExample('aws-lambda', {
    'answers a page behind API Gateway': async (example) => {
      await assertTypes(example, ...javaScript, 'handler.js');
      const database = await startPostgres(postgres.programs);
      const { url } = await database.createSchema();
      const gateway = fileURLToPath(new URL('./api-gateway.js', import.meta.url));
      const variables = { ...variablesFor(world.served), DATABASE_URL: url };
      try {
        const running = await startProgram(example, process.execPath, [gateway], await findPort(), variables);
        await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
        await running.stop();
        const code = "import('./handler.js').then(({ work }) => work()).then(() => process.exit())";
        await run(process.execPath, ['--eval', code], {
          cwd: example.folder,
          env: { ...process.env, ...variables },
        });
      } finally {
        await database.stop();
      }
    },
  });
}

describeExample('bff-express', {
  'keeps tokens from the browser': async (example) => {
    await assertTypes(example, ...javaScript, 'server.js');
    const port = await findPort();
    await writeVariables(example, {
      ...variablesFor(world.served),
      ISSUER_BASE_URL: world.served.url,
      BASE_URL: `http://localhost:${port}`,
      CLIENT_ID: 'dev-tenant-web',
      CLIENT_SECRET: 'dev-tenant-web-secret',
      SECRET: 'a secret that encrypts the cookie, in a test',
    });
    const running = await startExample(example, port);
    const browser = new Browser();
    const page = await browser.signIn(running.origin, 'ada@acme.example');
    assert.match(page, /<org-members proxy-url="\/orgdesk">/);
    assert.equal((await browser.fetch(`${running.origin}/elements/orgdesk.js`)).status, 200);
    assert.equal((await browser.fetch(`${running.origin}/login.js`)).status, 200);

    const sendFrom =
      (site: string) =>
      (path: string, init: RequestInit = {}) => {
        const headers = { ...Object.fromEntries(new Headers(init.headers)), 'sec-fetch-site': site };
        return browser.fetch(`${running.origin}/orgdesk${path}`, { ...init, headers });
      };
    await assertProxyAnswers(sendFrom('same-origin'), 'Head of Cookies');
    assert.equal((await sendFrom('cross-site')('/v1/profile')).status, 403);
    const { status } = await new Browser().fetch(`${running.origin}/orgdesk/v1/profile`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    assert.equal(status, 401);
    assert.equal(await running.stop(), 0);
  },
});
