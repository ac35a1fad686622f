import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProxyClient, ProxyProblem, type SessionFetch } from '../../src/client/index.js';
import type { ProfileView } from '../../src/contract/index.js';
import { createWorld } from '../proxy/support.js';

/** The client in front of the real proxy and the real dev tenant, as Mia. */
function clientOf(world: ReturnType<typeof createWorld>, requested: Request[] = []) {
  const fetch: SessionFetch = async (input, init) => {
    const request = new Request(new URL(input, 'https://page.example'), init);
    requested.push(request.clone());
    const answer = await world.send(await world.tokenOf('mia'), new URL(request.url).pathname, {
      ...init,
      headers: request.headers,
    });
    return new Response(answer.text, { status: answer.status, headers: answer.headers });
  };
  return createProxyClient({ baseUrl: '', fetch });
}

/** A client whose only server answers this. */
function answering(answer: () => Response | Promise<Response>) {
  return createProxyClient({ baseUrl: 'https://proxy.example/orgdesk/', fetch: async () => answer() });
}

const code = (expected: string) => (error: unknown) => {
  assert.ok(error instanceof ProxyProblem, String(error));
  assert.equal(error.code, expected);
  return true;
};

describe('the client, through the real proxy', () => {
  it('reads a profile with its version and stores a patch against it', async () => {
    const requested: Request[] = [];
    const client = clientOf(createWorld(), requested);
    const { value, etag } = await client.profile.read();
    assert.equal(value.person.name, 'Mia Okafor');
    const saved = await client.profile.update({ jobTitle: 'Lead' }, { etag });
    assert.equal(saved.value.fields.find((field) => field.name === 'jobTitle')?.value, 'Lead');
    assert.notEqual(saved.etag, etag);
    const patch = requested.at(-1);
    assert.equal(patch?.headers.get('if-match'), etag);
    assert.deepEqual(await patch?.json(), { fields: { jobTitle: 'Lead' } });
  });

  it('gives a refusal its code and everything the proxy said', async () => {
    const client = clientOf(createWorld());
    await assert.rejects(
      client.profile.update({ email: 'x@y.example' }, { etag: '"old"' }),
      (error: unknown) => {
        code('profile_changed')(error);
        const { problem } = error as ProxyProblem;
        assert.equal(problem?.current?.profile.person.name, 'Mia Okafor');
        return true;
      },
    );
  });
});

describe('the client, against servers that are not the proxy', () => {
  const view: ProfileView = {
    own: true,
    person: { userId: 'auth0|1', name: null, picture: null },
    organization: {
      id: 'org_1',
      name: 'acme',
      displayName: null,
      branding: { logoUrl: null, primaryColor: null },
    },
    connection: {
      class: 'database',
      label: 'x',
      attributeSync: 'never',
      identifiers: ['email'],
      hasPassword: true,
    },
    groups: [],
    fields: [],
    operations: [],
  };
  const strange: [string, () => Response | Promise<Response>, string][] = [
    [
      'an index.html with 200',
      () => new Response('<!doctype html>', { headers: { etag: '"1"' } }),
      'answer_invalid',
    ],
    ['a profile without a version', () => Response.json(view), 'answer_invalid'],
    [
      'somebody else’s JSON',
      () => Response.json({ ok: true }, { headers: { etag: '"1"' } }),
      'answer_invalid',
    ],
    [
      'fields that are none',
      () => Response.json({ ...view, fields: [null] }, { headers: { etag: '"1"' } }),
      'answer_invalid',
    ],
    [
      'a gateway’s HTML with 502',
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
      'answer_invalid',
    ],
    [
      'a problem of another API',
      () => Response.json({ code: 'toString' }, { status: 400 }),
      'answer_invalid',
    ],
    ['a server that is down', () => Promise.reject(new TypeError('fetch failed')), 'proxy_unreachable'],
    [
      'a session that ran out',
      () => Promise.reject(new ProxyProblem('sign_in_required')),
      'sign_in_required',
    ],
  ];
  for (const [label, answer, expected] of strange) {
    it(`turns ${label} into ${expected}`, async () => {
      await assert.rejects(answering(answer).profile.read(), code(expected));
    });
  }

  it('passes an abort on as an abort, not as a problem', async () => {
    const controller = new AbortController();
    const client = createProxyClient({
      baseUrl: '/orgdesk',
      fetch: (_, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    });
    const reading = client.profile.read({ signal: controller.signal });
    controller.abort();
    await assert.rejects(reading, { name: 'AbortError' });
  });

  it('takes a base with and without a slash at the end', async () => {
    for (const baseUrl of ['/orgdesk', '/orgdesk/', '/orgdesk//']) {
      let requests = '';
      const client = createProxyClient({
        baseUrl,
        fetch: (input) => {
          requests = input;
          return Promise.resolve(Response.json(view, { headers: { etag: '"1"' } }));
        },
      });
      await client.profile.read();
      assert.equal(requests, '/orgdesk/v1/profile');
    }
  });
});
