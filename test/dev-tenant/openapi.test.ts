import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { acme, ada, createDevTenant, globex, grace, ivy, management, sam, uma } from './helpers.js';
import { OpenApiJudge, documentPath, isDocumentHere } from './openapi.js';

const skip = isDocumentHere ? false : `no OpenAPI document at ${documentPath}; set AUTH0_OPENAPI`;

/** Operations, with calls whose 200 must match Auth0's document. */
const operations: [method: 'get' | 'patch', template: string, calls: [path: string, body?: object][]][] = [
  ['get', '/users/{id}', [ada, grace, ivy, uma].map((id) => [`/users/${encodeURIComponent(id)}`])],
  ['patch', '/users/{id}', [[`/users/${ada}`, { nickname: 'ace', user_metadata: { a: { b: [1] } } }]]],
  [
    'get',
    '/users/{id}/organizations',
    [[`/users/${sam}/organizations`], [`/users/${sam}/organizations?include_totals=true`]],
  ],
  ['get', '/organizations/{id}', [[`/organizations/${acme}`], [`/organizations/${globex}`]]],
  ['get', '/organizations/name/{name}', [['/organizations/name/initech']]],
  [
    'get',
    '/organizations/{id}/enabled_connections',
    [
      [`/organizations/${globex}/enabled_connections`],
      [`/organizations/${globex}/enabled_connections?include_totals=true`],
    ],
  ],
  [
    'get',
    '/organizations/{id}/members',
    [
      [`/organizations/${acme}/members`],
      [`/organizations/${acme}/members?fields=user_id,name,email,picture,roles&include_totals=true`],
      [`/organizations/${acme}/members?take=2&fields=user_id,roles`],
    ],
  ],
  [
    'get',
    '/organizations/{id}/members/{user_id}/roles',
    [
      [`/organizations/${acme}/members/${ada}/roles`],
      [`/organizations/${acme}/members/${ada}/roles?include_totals=true`],
    ],
  ],
  [
    'get',
    '/connections/{id}',
    [
      ['/connections/con_acmedatabase0000'],
      ['/connections/con_globexsaml000000'],
      ['/connections/con_initechgoogle000'],
    ],
  ],
];

describe("answers fit Auth0's published OpenAPI document", () => {
  const call = management(createDevTenant());

  for (const [method, template, calls] of operations) {
    it(`${method.toUpperCase()} ${template}`, { skip }, async () => {
      const judge = new OpenApiJudge();
      for (const [path, body] of calls) {
        const answer = await call(method.toUpperCase(), path, body);
        assert.equal(answer.status, 200, path);
        const url = new URL(`https://tenant.example/api/v2${path}`);
        assert.equal(judge.operationOf(method, url.pathname.replace('/api/v2', ''))?.template, template);
        assert.deepEqual(judge.complaints(method.toUpperCase(), url, body, 200, answer.body), []);
      }
    });
  }

  const refused: [userId: string, body: object][] = [
    [grace, { name: 'New' }],
    [grace, { email_verified: true }],
    [ada, { email: 'a@b.example', username: 'ab' }],
    [ada, { email: 'a@b.example', password: 'ab' }],
    [ada, { username: 'ab', email_verified: true }],
    [uma, { username: 'uma' }],
    [uma, { name: 'New', connection: 'nothing' }],
  ];
  for (const [userId, body] of refused) {
    it(
      `refuses ${Object.keys(body).join(' and ')} of ${userId} in the words of the document`,
      { skip },
      async () => {
        const answer = await call('PATCH', `/users/${encodeURIComponent(userId)}`, body);
        assert.equal(answer.status, 400);
        assert.ok(readFileSync(documentPath, 'utf8').includes(JSON.stringify(answer.body['message'])));
      },
    );
  }
});

describe('the document check that all tenant tests use', () => {
  const judge = new OpenApiJudge();
  const say = (method: string, path: string, status: number, answer: unknown, body?: unknown) =>
    judge.complaints(method, new URL(`https://tenant.example/api/v2${path}`), body, status, answer).join();
  const user = { user_id: 'auth0|1', email: 'one@acme.example' };

  it('accepts valid traffic', { skip }, () => {
    assert.equal(say('GET', '/users/auth0%7C1?fields=user_id', 200, user), '');
    assert.equal(say('GET', '/users?per_page=50&include_totals=true', 200, [user]), '');
    assert.equal(say('DELETE', '/users/auth0%7C1', 204, undefined), '');
  });

  it('rejects unknown endpoints, responses, and inputs', { skip }, () => {
    assert.match(say('GET', '/nothing', 200, {}), /no such operation/);
    assert.match(say('DELETE', '/users/auth0%7C1', 200, undefined), /no such status/);
    assert.match(say('GET', '/users/auth0%7C1', 200, { ...user, email_verified: 'yes' }), /the answer/);
    assert.match(say('GET', '/users?page=minus', 200, [user]), /the query's page/);
    assert.match(say('GET', '/users?organization=acme', 200, [user]), /unknown parameter "organization"/);
    assert.match(say('POST', '/users', 201, user, { email: 5 }), /the request/);
    assert.match(say('GET', '/users/auth0%7C1', 404, { message: 'gone' }), /the error is/);
  });
});
