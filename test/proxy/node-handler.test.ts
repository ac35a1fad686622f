import assert from 'node:assert/strict';
import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import * as http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { createDpopKey } from '../../backend-proxy/dev-tenant/index.js';
import { toNodeHandler } from '../../backend-proxy/src/node/index.js';
import type { Problem } from '../../src/contract/index.js';
import { deferred } from '../harness/deferred.js';
import { settleUntil } from '../harness/until.js';
import { createWorld, fieldOf, people, type World } from './support.js';

/** What Express, Connect, and body parsers add to a request. */
type HostedRequest = IncomingMessage & {
  originalUrl?: string;
  protocol?: string;
  body?: unknown;
  rawBody?: unknown;
};

let open: Server[] = [];
afterEach(() => {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
  open = [];
});

/** A server that hands its requests to the handler, after it has done something to them. */
async function serve(
  handle: ReturnType<typeof toNodeHandler>,
  prepare: (incoming: HostedRequest) => void | Promise<void> = () => {},
): Promise<string> {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    await prepare(incoming);
    handle(incoming, outgoing);
  };
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const handlerOf = (world: World, basePath = '') => toNodeHandler({ fetch: world.proxy, basePath });

async function readStream(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function saveJobTitle(world: World, origin: string, body: string, path = '/v1/profile') {
  const authorization = `Bearer ${await world.freshTokenOf('mia')}`;
  const etag = (await fetch(`${origin}${path}`, { headers: { authorization } })).headers.get('etag') ?? '';
  const headers = { authorization, 'content-type': 'application/json', 'if-match': etag };
  const response = await fetch(`${origin}${path}`, { method: 'PATCH', headers, body });
  return { status: response.status, problem: (await response.json()) as Problem };
}

const jobTitleOf = async (world: World) => fieldOf((await world.read('mia')).profile, 'jobTitle')?.value;
const patch = '{"fields":{"jobTitle":"Köchin"}}';

describe('a handler for Node', () => {
  it('answers requests with their bodies', async () => {
    const world = createWorld();
    const origin = await serve(handlerOf(world));
    assert.equal((await saveJobTitle(world, origin, patch)).status, 200);
    assert.equal(await jobTitleOf(world), 'Köchin');
  });

  it('answers over HTTP/2', async () => {
    const world = createWorld();
    const server = http2.createServer(handlerOf(world));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const session = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const exchange = (headers: http2.OutgoingHttpHeaders, body?: string) =>
      new Promise<http2.IncomingHttpHeaders>((resolve, reject) => {
        const stream = session.request({ authorization, ':path': '/v1/profile', ...headers });
        stream.once('response', resolve).once('error', reject).resume().end(body);
      });
    const authorization = `Bearer ${await world.freshTokenOf('mia')}`;
    try {
      const read = await exchange({});
      assert.equal(read[':status'], 200);
      const saved = await exchange(
        { ':method': 'PATCH', 'content-type': 'application/json', 'if-match': String(read['etag']) },
        patch,
      );
      assert.equal(saved[':status'], 200);
      assert.equal(await jobTitleOf(world), 'Köchin');
    } finally {
      session.close();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('refuses a request that names two hosts', async () => {
    const origin = await serve(handlerOf(createWorld()));
    const { statusCode } = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = ['Host', 'a.example', 'Host', 'b.example'];
      send(`${origin}/v1/profile`, { headers }, resolve).once('error', reject).end();
    });
    assert.equal(statusCode, 400);
  });

  it("leaves the application's globals alone", async () => {
    const before = [globalThis.Request, globalThis.Response];
    handlerOf(createWorld());
    assert.deepEqual([globalThis.Request, globalThis.Response], before);
  });
});

describe('a handler for Node after a body parser', () => {
  const parsers: Readonly<Record<string, (incoming: HostedRequest) => Promise<void>>> = {
    'express.json()': async (incoming) => {
      incoming.body = JSON.parse((await readStream(incoming)).toString()) as unknown;
    },
    'express.text()': async (incoming) => {
      incoming.body = (await readStream(incoming)).toString();
    },
    'express.raw()': async (incoming) => {
      incoming.body = await readStream(incoming);
    },
    'a parser that keeps the bytes': async (incoming) => {
      incoming.rawBody = await readStream(incoming);
      incoming.body = { fields: {} };
    },
    'a parser that keeps the text': async (incoming) => {
      incoming.rawBody = (await readStream(incoming)).toString();
      incoming.body = { fields: {} };
    },
    'a parser that left the stream': async (incoming) => {
      incoming.body = {};
    },
  };
  for (const [label, parser] of Object.entries(parsers)) {
    it(`stores what was sent: ${label}`, async () => {
      const world = createWorld();
      const origin = await serve(handlerOf(world), (incoming) =>
        incoming.method === 'PATCH' ? parser(incoming) : undefined,
      );
      assert.equal((await saveJobTitle(world, origin, patch)).status, 200);
      assert.equal(await jobTitleOf(world), 'Köchin');
    });
  }

  it('takes a request without a body as one', async () => {
    const world = createWorld();
    const origin = await serve(handlerOf(world), async (incoming) => void (await readStream(incoming)));
    const headers = { authorization: `Bearer ${await world.freshTokenOf('mia')}` };
    const response = await fetch(`${origin}/v1/profile/password-reset`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': 'once-and-for-all' },
    });
    assert.equal(response.status, 202, await response.text());
  });

  it('says that a body is gone, stores nothing, and answers what needs none', async () => {
    const world = createWorld();
    const origin = await serve(handlerOf(world), async (incoming) => void (await readStream(incoming)));
    const stored = await jobTitleOf(world);
    const { status, problem } = await saveJobTitle(world, origin, patch);
    assert.deepEqual([status, problem.code], [500, 'body_unavailable']);
    assert.equal(await jobTitleOf(world), stored);
    const entry = world.log.find(({ code }) => code === 'body_unavailable');
    assert.match(entry?.cause ?? '', /mount the proxy before/);
  });

  it('does not take a number that JSON lacks for a deletion', async () => {
    const world = createWorld();
    const origin = await serve(handlerOf(world), (incoming) =>
      incoming.method === 'PATCH' ? parsers['express.json()']?.(incoming) : undefined,
    );
    assert.equal((await saveJobTitle(world, origin, patch)).status, 200);
    const { problem } = await saveJobTitle(world, origin, '{"fields":{"jobTitle":1e400}}');
    assert.equal(problem.code, 'body_unavailable');
    assert.equal(await jobTitleOf(world), 'Köchin');
  });
});

describe('a handler for Node below a path', () => {
  /** As Express does for `app.use(path, …)`. */
  const mountAt = (path: string) => (incoming: HostedRequest) => {
    incoming.originalUrl = incoming.url ?? '';
    incoming.url = incoming.originalUrl.slice(path.length) || '/';
  };
  const statusAt = async (world: World, address: string) => {
    const headers = { authorization: `Bearer ${await world.tokenOf('mia')}` };
    return (await fetch(address, { headers })).status;
  };
  /** Runs the requests, and returns the warnings that the process got. */
  async function warningsOf(run: () => Promise<void>): Promise<readonly string[]> {
    const warnings: string[] = [];
    const note = (warning: Error & { code?: string }) => {
      if (warning.code === 'ORGDESK_BASE_PATH') warnings.push(warning.message);
    };
    process.on('warning', note);
    await run();
    // Warnings are emitted in the next tick.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    return warnings;
  }

  it('finds the path that the server has cut off', async () => {
    const world = createWorld({ basePath: '/orgdesk' });
    const origin = await serve(handlerOf(world, '/orgdesk'), mountAt('/orgdesk'));
    const warnings = await warningsOf(async () => {
      assert.equal((await saveJobTitle(world, origin, patch, '/orgdesk/v1/profile')).status, 200);
    });
    assert.deepEqual(warnings, []);
  });

  it('takes the path that the server has rewritten', async () => {
    const world = createWorld({ basePath: '/orgdesk' });
    const origin = await serve(handlerOf(world, '/orgdesk'), (incoming) => {
      incoming.originalUrl = incoming.url ?? '';
      incoming.url = incoming.originalUrl.replace('/api/people', '/orgdesk');
    });
    assert.equal(await statusAt(world, `${origin}/api/people/v1/profile`), 200);
  });

  it('warns once where the base path is missing, and answers all the same', async () => {
    const world = createWorld();
    const origin = await serve(handlerOf(world), mountAt('/orgdesk'));
    const warnings = await warningsOf(async () => {
      for (let count = 0; count < 2; count += 1)
        assert.equal(await statusAt(world, `${origin}/orgdesk/v1/profile`), 200);
    });
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /mounted at \/orgdesk, but its basePath is not set/);
  });

  it('warns where the base path is another one', async () => {
    const world = createWorld({ basePath: '/people' });
    const origin = await serve(handlerOf(world, '/people'), mountAt('/orgdesk'));
    const warnings = await warningsOf(async () => {
      assert.equal(await statusAt(world, `${origin}/orgdesk/v1/profile`), 404);
    });
    assert.match(warnings.join(), /basePath is \/people/);
  });

  it('lets no path name another host', async () => {
    const seen: string[] = [];
    const fetched = async ({ url }: Request) => {
      seen.push(url);
      return new Response();
    };
    const origin = await serve(toNodeHandler({ fetch: fetched, basePath: '/orgdesk' }), (incoming) => {
      incoming.originalUrl = '//evil.example/orgdesk/v1/profile';
      incoming.url = '/v1/profile';
    });
    await fetch(`${origin}/`);
    assert.deepEqual(seen, [`${origin}//evil.example/orgdesk/v1/profile`]);
  });

  it('accepts a DPoP proof for the address and the scheme that the browser used', async () => {
    const world = createWorld({ basePath: '/orgdesk' });
    const origin = await serve(handlerOf(world, '/orgdesk'), (incoming) => {
      mountAt('/orgdesk')(incoming);
      incoming.protocol = 'https';
    });
    const key = await createDpopKey();
    const [userId, organizationId] = people.mia;
    const token = await world.tenant.tokens.issueAccessToken({
      userId,
      organizationId,
      cnf: { jkt: key.thumbprint },
    });
    const statusWith = async (url: string) => {
      const proof = await key.prove({ method: 'GET', url, accessToken: token });
      const headers = { authorization: `DPoP ${token}`, dpop: proof };
      return (await fetch(`${origin}/orgdesk/v1/profile`, { headers })).status;
    };
    assert.equal(await statusWith(`${origin.replace('http:', 'https:')}/orgdesk/v1/profile`), 200);
    assert.equal(await statusWith(`${origin}/orgdesk/v1/profile`), 401);
  });
});

describe('a handler for Node that knows the session', () => {
  const sameOrigin = { 'sec-fetch-site': 'same-origin', cookie: 'session=mia' };
  /** As a backend for the frontend has them: tokens by the cookie. */
  const serveSessions = async (world: World) => {
    const tokens: Readonly<Record<string, string>> = { 'session=mia': await world.freshTokenOf('mia') };
    return serve(
      toNodeHandler(
        { fetch: world.proxy, basePath: '' },
        {
          accessToken: async ({ headers }) => {
            if (headers.cookie === 'session=broken') throw new Error('the session store is down');
            return tokens[headers.cookie ?? ''];
          },
        },
      ),
    );
  };
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

  it('reads and saves with the token of the cookie', async () => {
    const world = createWorld();
    const origin = await serveSessions(world);
    const read = await fetch(`${origin}/v1/profile`, { headers: sameOrigin });
    assert.equal(read.status, 200);
    const saved = await fetch(`${origin}/v1/profile`, {
      method: 'PATCH',
      headers: {
        ...sameOrigin,
        'content-type': 'application/json',
        'if-match': read.headers.get('etag') ?? '',
      },
      body: patch,
    });
    assert.equal(saved.status, 200);
    assert.equal(await jobTitleOf(world), 'Köchin');
  });

  it('refuses what other sites cause, and what may come from them', async () => {
    const world = createWorld();
    const origin = await serveSessions(world);
    for (const site of ['cross-site', 'same-site', 'none', '']) {
      const headers = { ...sameOrigin, 'sec-fetch-site': site };
      const response = await fetch(`${origin}/v1/profile`, { method: 'DELETE', headers });
      assert.deepEqual([response.status, await codeOf(response)], [403, 'request_cross_site'], site);
    }
    assert.equal(world.calls(), 0);
  });

  it('answers probes, which no page sends', async () => {
    const origin = await serveSessions(createWorld());
    assert.equal((await fetch(`${origin}/livez`)).status, 200);
    assert.equal((await fetch(`${origin}/openapi.json`)).status, 200);
  });

  it('does not believe a token of the browser', async () => {
    const world = createWorld();
    const origin = await serveSessions(world);
    const headers = {
      ...sameOrigin,
      cookie: 'session=unknown',
      authorization: `Bearer ${await world.tokenOf('ada')}`,
    };
    const response = await fetch(`${origin}/v1/profile`, { headers });
    assert.deepEqual([response.status, await codeOf(response)], [401, 'token_missing']);
  });

  it('does not take a failure for a missing session', async () => {
    const origin = await serveSessions(createWorld());
    const headers = { ...sameOrigin, cookie: 'session=broken' };
    const response = await fetch(`${origin}/v1/profile`, { headers });
    assert.deepEqual([response.status, await codeOf(response)], [500, 'internal']);
  });
});

describe('a handler for Node and its reader', () => {
  /** The response to a request, as it arrives. Nothing is read until someone asks. */
  function openResponse(origin: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      send(origin, { agent: false }, resolve).once('error', reject).end();
    });
  }

  it('aborts the request when the reader disconnects', async () => {
    const arrived = deferred<Request>();
    const never = deferred<Response>();
    const fetched = async (request: Request) => {
      arrived.resolve(request);
      return never.promise;
    };
    const origin = await serve(toNodeHandler({ fetch: fetched, basePath: '' }));
    const client = send(origin, { agent: false }).once('error', () => {});
    client.end();
    const { signal } = await arrived.promise;
    assert.equal(signal.aborted, false);
    client.destroy();
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    never.resolve(new Response());
  });

  it('sends each event at once', async () => {
    const second = deferred();
    const events = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
        await second.promise;
        controller.enqueue(new TextEncoder().encode('data: 2\n\n'));
        controller.close();
      },
    });
    const fetched = async () => new Response(events, { headers: { 'content-type': 'text/event-stream' } });
    const origin = await serve(toNodeHandler({ fetch: fetched, basePath: '' }));
    const response = await openResponse(origin);
    const texts: string[] = [];
    for await (const chunk of response) {
      texts.push(String(chunk));
      second.resolve();
    }
    assert.deepEqual(texts, ['data: 1\n\n', 'data: 2\n\n']);
  });

  it('reads a long file no faster than the reader, and cancels it when they leave', async () => {
    let pulled = 0;
    const canceled = deferred<unknown>();
    const file = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          pulled += 1;
          controller.enqueue(new Uint8Array(65_536));
        },
        cancel: (reason) => canceled.resolve(reason),
      },
      { highWaterMark: 0 },
    );
    let writer: ServerResponse | undefined;
    const handle = toNodeHandler({ fetch: async () => new Response(file), basePath: '' });
    const origin = await serve((incoming, outgoing) => {
      writer = outgoing as ServerResponse;
      handle(incoming, outgoing);
    });
    const response = await openResponse(origin);
    // The buffers of the sockets fill up. Then nothing more is pulled, although the file has no end.
    let before = -1;
    await settleUntil(
      () => writer?.writableNeedDrain === true && pulled === before,
      async () => {
        before = pulled;
        await new Promise((resolve) => setImmediate(resolve));
      },
    );
    response.destroy();
    await canceled.promise;
  });
});
