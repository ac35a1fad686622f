import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { compile, filesNamingThisMachine, installPackage, runTool, type Project } from './project.js';

const run = promisify(execFile);

describe('the package orgdesk-proxy, installed from its tarball', () => {
  let project: Project;
  before(async () => {
    project = await installPackage('backend-proxy');
  });
  after(() => project.remove());

  it('contains what is built, and its README and licence', async () => {
    const others = project.files.filter((file) => !/^dist\/.+\.(js|js\.map|d\.ts)$/.test(file));
    assert.deepEqual(others, [
      'LICENSE',
      'README.md',
      'dist/openapi.json',
      'dist/policy.schema.json',
      'dist/seed.schema.json',
      'package.json',
    ]);
    assert.deepEqual(await filesNamingThisMachine(project, 'orgdesk-proxy'), []);
  });

  it('brings nothing of the browser along', () => {
    const browser = [...project.installed].filter((name) =>
      /^(lit|lit-.*|@lit\/.*|orgdesk|.*spa-js)$/.test(name),
    );
    assert.deepEqual(browser, []);
  });

  it('answers every import, and none of them starts anything', async () => {
    const imports = project.modules.map((name) => `import '${name}';`).join('\n');
    assert.equal(await project.evaluate(`${imports}\nconsole.log('"imported"');`), 'imported');
  });

  it('answers a request without a token with a problem document', async () => {
    const answer = await project.evaluate(`
      import { createProxy } from 'orgdesk-proxy';
      const proxy = createProxy({ domain: 'tenant.example', audience: 'https://orgdesk.example', clientId: 'id', clientSecret: 'secret' });
      const response = await proxy.fetch(new Request('https://proxy.example/v1/profile'));
      const { code } = await response.json();
      console.log(JSON.stringify({ status: response.status, type: response.headers.get('content-type'), code }));
    `);
    assert.deepEqual(answer, { status: 401, type: 'application/problem+json', code: 'token_missing' });
  });

  it('keeps data in a SQLite file, with tests for storages of others', async () => {
    const answer = await project.evaluate(`
      import { openSqliteStorage } from 'orgdesk-proxy/storage-sqlite';
      import { describeStorage } from 'orgdesk-proxy/storage-tests';
      const open = () => openSqliteStorage('data/orgdesk.sqlite');
      const first = await open();
      const started = await first.cooldowns.start('key', 60);
      await first.close();
      const second = await open();
      const tests = [];
      const backend = { connect: async () => second };
      describeStorage('theirs', { durable: true, createBackend: async () => backend }, {
        describe: (name, body) => body(),
        it: (name, body) => tests.push(body),
      });
      await tests[0]();
      console.log(JSON.stringify([started, tests.length > 40]));
    `);
    assert.deepEqual(answer, [0, true]);
  });

  it('brings a command that judges a policy file', async () => {
    const command = join(project.folder, 'node_modules/.bin/orgdesk');
    const file = join(project.folder, 'policy.json');
    await writeFile(file, '{ "version": 1, "rulez": [] }');
    const { stdout } = await run(command, ['policy', 'check']);
    assert.match(stdout, /no errors, no warnings/);
    await assert.rejects(
      run(command, ['policy', 'check', file]),
      (error: { code?: number; stdout?: string }) => {
        assert.equal(error.code, 1);
        assert.match(JSON.stringify(error), /rulez: unknown key; did you mean/);
        return true;
      },
    );
  });

  it('publishes the JSON Schema of a policy file', async () => {
    const schema = await project.evaluate(`
      import schema from 'orgdesk-proxy/policy.schema.json' with { type: 'json' };
      console.log(JSON.stringify({ id: schema.$id, required: schema.required }));
    `);
    assert.deepEqual(schema, {
      id: 'urn:orgdesk:policy:1',
      required: ['version', 'actors', 'groups', 'fields', 'rules'],
    });
  });

  it('publishes the OpenAPI document of its routes', async () => {
    const document = await project.evaluate(`
      import document from 'orgdesk-proxy/openapi.json' with { type: 'json' };
      import { createProxy } from 'orgdesk-proxy';
      const proxy = createProxy({ domain: 'tenant.example', audience: 'https://orgdesk.example', clientId: 'id', clientSecret: 'secret' });
      const served = await (await proxy.fetch(new Request('https://proxy.example/openapi.json'))).json();
      console.log(JSON.stringify({ version: document.openapi, same: JSON.stringify(document) === JSON.stringify(served) }));
    `);
    assert.deepEqual(document, { version: '3.1.1', same: true });
  });

  const consumer = `
    import { createProxy } from 'orgdesk-proxy';
    import { allowInsecureTenant } from 'orgdesk-proxy/dangerous';
    import { createDevTenant } from 'orgdesk-proxy/dev-tenant';
    import * as serve from 'orgdesk-proxy/dev-tenant/serve';
    import type { Storage } from 'orgdesk-proxy';
    import { createSqlStorage } from 'orgdesk-proxy/storage-sql';
    import { openPostgresStorage } from 'orgdesk-proxy/storage-postgres';
    import { describeStorage, type StorageBackend } from 'orgdesk-proxy/storage-tests';
    export const storage: Promise<Storage> = openPostgresStorage('postgres://localhost/orgdesk');
    export { createSqlStorage, describeStorage, type StorageBackend };
    const tenant = createDevTenant({ seed: 'acme' });
    const proxy = createProxy({
      domain: 'localhost:4400', audience: 'a', clientId: 'c', clientSecret: 's',
      [allowInsecureTenant]: true, fetch: tenant.fetch,
    });
    export const answer: Response | Promise<Response> = proxy.fetch(new Request('https://proxy.example/v1/profile'));
    export { serve };
    // @ts-expect-error the audience is required
    createProxy({ domain: 'localhost:4400', clientId: 'c', clientSecret: 's' });
  `;
  it('is typed for bundlers', () => compile(project, consumer, 'esnext'));
  it('is typed for Node', () => compile(project, consumer, 'nodenext'));

  it('works without its optional dependencies, and says which one a storage needs', async () => {
    for (const name of ['libsql', 'pg'])
      await rename(join(project.folder, 'node_modules', name), join(project.folder, name));
    const answer = await project.evaluate(`
      import { createProxy } from 'orgdesk-proxy';
      import { openPostgresStorage } from 'orgdesk-proxy/storage-postgres';
      import { openSqliteStorage } from 'orgdesk-proxy/storage-sqlite';
      createProxy({ domain: 'tenant.example', audience: 'a', clientId: 'c', clientSecret: 's' });
      const problemOf = ({ code, message }) => [code, message];
      const problems = [openSqliteStorage('x.sqlite'), openPostgresStorage('postgres://x')].map((each) => each.catch(problemOf));
      console.log(JSON.stringify(await Promise.all(problems)));
    `);
    for (const name of ['libsql', 'pg'])
      await rename(join(project.folder, name), join(project.folder, 'node_modules', name));
    assert.deepEqual(answer, [
      ['storage_driver_missing', 'The package libsql is not installed'],
      ['storage_driver_missing', 'The package pg is not installed'],
    ]);
  });

  it('passes publint', () => runTool(project, 'publint', 'run', project.tarball, '--strict'));
  it('passes attw', () => runTool(project, 'attw', project.tarball, '--profile', 'esm-only'));
});
