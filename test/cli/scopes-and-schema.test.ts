import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { policyJsonSchema } from '../../backend-proxy/src/cli/policy/schema.js';
import { defaultPolicy, neededScopes } from '../../src/policy/index.js';
import { orgdesk, policyBut, smallPolicy } from './support.js';

describe('orgdesk policy scopes', () => {
  it('lists each scope with what it is for', async () => {
    const { status, stdout } = await orgdesk('policy scopes p', { files: { p: smallPolicy() } });
    assert.equal(status, 0);
    assert.match(stdout, /^delete:users\n {4}for user\.delete$/m);
    assert.match(stdout, /^update:users\n {4}to change "jobTitle", to change "email"$/m);
    assert.doesNotMatch(stdout, /create:organization_invitations/);
  });

  it('is the same for machines', async () => {
    const { stdout } = await orgdesk('policy scopes --json');
    assert.deepEqual(JSON.parse(stdout), neededScopes(defaultPolicy));
  });
});

describe('orgdesk policy schema', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(policyJsonSchema());

  it('prints what a build can publish', async () => {
    const { status, stdout } = await orgdesk('policy schema');
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), policyJsonSchema());
    const { $schema, $id, title } = policyJsonSchema();
    assert.deepEqual(
      [$schema, $id, title],
      ['https://json-schema.org/draft/2020-12/schema', 'urn:orgdesk:policy:1', 'Orgdesk policy'],
    );
  });

  it('takes the default policy, and one that leaves to defaults what it can', () => {
    assert.ok(validate(defaultPolicy), JSON.stringify(validate.errors));
    const { safeguards: _, ...rest } = smallPolicy();
    assert.ok(validate({ $schema: './policy.schema.json', ...rest }), JSON.stringify(validate.errors));
  });

  const mistakes: readonly (readonly [string, object])[] = [
    ['a misspelt key', policyBut(({ rules }) => Object.assign(rules[0] ?? {}, { effekt: 'deny' }))],
    [
      'an unknown operation',
      policyBut(({ rules }) => Object.assign(rules[2] ?? {}, { operations: ['user.delet'] })),
    ],
    ['an attribute Auth0 does not have', policyBut(({ fields }) => (fields.email.attribute = 'e_mail'))],
    ['another version', { ...smallPolicy(), version: 2 }],
  ];
  for (const [name, policy] of mistakes) {
    it(`refuses ${name}`, () => assert.equal(validate(policy), false));
  }
});
