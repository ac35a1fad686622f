import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDpopKey, signIn } from '../../backend-proxy/dev-tenant/index.js';
import type { Problem } from '../../src/contract/index.js';
import { describeExample, serveTenant, type ExampleTests } from './describe-example.js';
import {
  findPort,
  startExample,
  startProgram,
  variablesFor,
  writeVariables,
  type Example,
} from './example.js';
import { assertRoundTrip, assertTypes, javaScript, saveJobTitle, sendAs } from './round-trip.js';

const world = serveTenant();

/** What every example for Node has to pass. */
const testsOf = (entry: string): ExampleTests => ({
  'answers a page, and ends when it is asked to': async (example) => {
    await writeVariables(example, variablesFor(world.served));
    const running = await startExample(example, await findPort());
    await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
    assert.equal(await (await fetch(running.origin)).text(), 'Your app');
    assert.equal(await running.stop(), 0);
  },
  'is typed': (example) => assertTypes(example, ...javaScript, entry),
});

/** Starts a server that the test has written into the example. */
async function startOther(example: Example, code: string) {
  await writeFile(join(example.folder, 'other.js'), code);
  return startProgram(example, process.execPath, ['other.js'], await findPort(), variablesFor(world.served));
}

const beginning = `
  import { createProxy, readProxyOptions } from 'orgdesk-proxy';
  import { toNodeHandler } from 'orgdesk-proxy/node';
  const handlerAt = (basePath) => toNodeHandler(createProxy({ ...readProxyOptions(process.env), basePath }));
`;

const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

describeExample('express', {
  ...testsOf('server.js'),
  'answers after body parsers, and says where a body is gone': async (example) => {
    const { origin, stop } = await startOther(
      example,
      `import express from 'express';
      ${beginning}
      const app = express();
      app.use('/orgdesk', handlerAt('/orgdesk'));
      app.use('/json', express.json(), handlerAt('/json'));
      app.use('/text', express.text({ type: '*/*' }), handlerAt('/text'));
      const read = (request, response, next) => void request.resume().once('end', next);
      app.use('/gone', read, handlerAt('/gone'));
      app.listen(process.env.PORT);`,
    );
    for (const path of ['/json', '/text']) {
      const send = await sendAs(`${origin}${path}`, world.served.tenant);
      const response = await saveJobTitle(send, `After ${path}`);
      assert.equal(response.status, 200, path);
    }
    const send = await sendAs(`${origin}/gone`, world.served.tenant);
    assert.equal((await send('/v1/profile')).status, 200);
    assert.equal(await codeOf(await saveJobTitle(send, 'Lost')), 'body_unavailable');
    await stop();
  },

  'takes the scheme of DPoP proofs from a trusted gateway': async (example) => {
    const { origin, stop } = await startOther(
      example,
      `import express from 'express';
      ${beginning}
      const app = express();
      app.set('trust proxy', 'loopback');
      app.use('/orgdesk', handlerAt('/orgdesk'));
      app.listen(process.env.PORT);`,
    );
    const dpop = await createDpopKey();
    const { accessToken } = await signIn(world.served.tenant, {
      username: 'ada@acme.example',
      organization: 'acme',
      dpop,
    });
    const statusWith = async (forwarded: Record<string, string>, nonce?: string): Promise<number> => {
      const url = `${origin.replace('http:', 'https:')}/orgdesk/v1/profile`;
      const proof = await dpop.prove({ method: 'GET', url, accessToken, ...(nonce && { nonce }) });
      const headers = { authorization: `DPoP ${accessToken}`, dpop: proof, ...forwarded };
      const response = await fetch(`${origin}/orgdesk/v1/profile`, { headers });
      await response.body?.cancel();
      // The storage in memory asks for a nonce, as its process has just started.
      const asked = nonce === undefined ? response.headers.get('dpop-nonce') : null;
      return asked === null ? response.status : statusWith(forwarded, asked);
    };
    assert.equal(await statusWith({ 'x-forwarded-proto': 'https' }), 200);
    assert.equal(await statusWith({}), 401);
    await stop();
  },
});

describeExample('fastify', {
  ...testsOf('server.js'),
  "answers with what Fastify's parser has read, and says where a body is gone": async (example) => {
    const { origin, stop } = await startOther(
      example,
      `import Fastify from 'fastify';
      ${beginning}
      const app = Fastify();
      const mount = (path, rawOf) => {
        const handle = handlerAt(path);
        app.all(path + '/*', (request, reply) => {
          reply.hijack();
          handle(rawOf(request), reply.raw);
        });
      };
      mount('/orgdesk', ({ raw }) => raw);
      mount('/parsed', ({ raw, body }) => Object.assign(raw, { body }));
      await app.listen({ port: Number(process.env.PORT) });`,
    );
    const parsed = await sendAs(`${origin}/parsed`, world.served.tenant);
    assert.equal((await saveJobTitle(parsed, 'After Fastify')).status, 200);
    const gone = await sendAs(`${origin}/orgdesk`, world.served.tenant);
    assert.equal(await codeOf(await saveJobTitle(gone, 'Lost')), 'body_unavailable');
    await stop();
  },
});

describeExample('hono', testsOf('server.js'));
