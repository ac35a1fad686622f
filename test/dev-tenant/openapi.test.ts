import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { acme, ada, createDevTenant, globex, grace, ivy, management, sam, uma } from './helpers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const document = process.env['AUTH0_OPENAPI'] ?? `${root}/../shared/auth0/management-subset.json`;
const skip = existsSync(document) ? false : `no OpenAPI document at ${document}; set AUTH0_OPENAPI`;

/** Operation and calls of it that must answer with what Auth0 publishes for a 200. */
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
      const validate = responseValidator(method, template);
      for (const [path, body] of calls) {
        const answer = await call(method.toUpperCase(), path, body);
        assert.equal(answer.status, 200, path);
        assert.ok(validate(answer.body), `${path}: ${JSON.stringify(validate.errors)}`);
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
        assert.ok(readFileSync(document, 'utf8').includes(JSON.stringify(answer.body['message'])));
      },
    );
  }
});

let parsed: Record<string, unknown> | undefined;
function openapi(): Record<string, unknown> {
  // Its oneOf alternatives overlap: an offset page is a checkpoint page without `next`. So any one will do.
  const text = readFileSync(document, 'utf8').replaceAll('"oneOf":', '"anyOf":');
  parsed ??= JSON.parse(text) as Record<string, unknown>;
  return parsed;
}

function responseValidator(method: string, template: string) {
  // The document uses formats and keywords of its own; what they mean is not ours to judge.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true, logger: false });
  formats(ajv);
  ajv.addSchema({ $id: 'https://openapi.example/', ...openapi() });
  const pointer = ['paths', template, method, 'responses', '200', 'content', 'application/json', 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  return ajv.compile({ $ref: `https://openapi.example/#/${pointer}` });
}
