import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createDevTenant, management, mia, worldWith } from './helpers.js';

const tenant = createDevTenant();
const call = management(tenant);
const patch = (userId: string, body: unknown) => call('PATCH', `/users/${encodeURIComponent(userId)}`, body);

describe('PATCH /users/{id} formats', () => {
  beforeEach(() => tenant.reset());
  const long = (length: number) => 'x'.repeat(length);

  const refused: [string, unknown, string][] = [
    ['an unknown property', { surname: 'x' }, "'Additional properties not allowed: surname'."],
    ['an empty body', {}, "'Too few properties defined (0), minimum 1'."],
    ['an empty name', { name: '' }, "'String is too short (0 chars), minimum 1' on property name."],
    ['a long name', { name: long(301) }, "'String is too long (301 chars), maximum 300' on property name."],
    ['a long given_name', { given_name: long(151) }, '(151 chars), maximum 150'],
    ['a number for a name', { name: 5 }, "'Expected type string but found type number' on property name."],
    ['an array for metadata', { user_metadata: [] }, 'Expected type object but found type array'],
    ['null for metadata', { user_metadata: null }, 'Expected type object but found type null'],
    ['a metadata key with a dot', { user_metadata: { 'a.b': 1 } }, 'Invalid property name a.b'],
    ['a metadata key with a dollar', { app_metadata: { $set: 1 } }, 'Invalid property name $set'],
    ['an email that is none', { email: 'nobody' }, "Object didn't pass validation for format email: nobody"],
    ['an email with a long local part', { email: `${long(65)}@a.example` }, 'for format email: xxx'],
    ['a local phone number', { phone_number: '089 123' }, 'String does not match pattern ^\\+[0-9]{1,15}$'],
    ['a relative picture', { picture: '/me.png' }, 'format strict-uri: /me.png'],
    ['a script for a picture', { picture: 'javascript:alert(1)' }, 'format strict-uri'],
    ['blocked that is no boolean', { blocked: 'yes' }, 'Expected type boolean but found type string'],
    ['a body that is no object', ['x'], 'Expected type object but found type array'],
  ];
  for (const [what, body, text] of refused) {
    it(`refuse ${what}`, async () => {
      const answer = await patch(mia, body);
      assert.equal(answer.status, 400);
      assert.equal(answer.body['errorCode'], 'invalid_body');
      assert.match(String(answer.body['message']), /^Payload validation error: /);
      assert.ok(String(answer.body['message']).includes(text), String(answer.body['message']));
    });
  }

  for (const username of ['x', long(16), 'with space', 'me@acme.example', '+4989123456', 'ümlaut', 'a/b']) {
    it(`refuse the username "${username}"`, async () => {
      const answer = await patch(mia, { username });
      assert.deepEqual([answer.status, answer.body['errorCode']], [400, 'invalid_body']);
    });
  }

  it('accept every character a username may have', async () => {
    assert.equal((await patch(mia, { username: "a_+-.!#$'^`~@9" })).status, 200);
  });

  it('accept a username that looks like an email where the connection says so', async () => {
    const validation = { max_length: 40, allowed_types: { email: true, phone_number: true } };
    const own = management(
      worldWith({ strategy: 'auth0', options: { attributes: { username: { validation } } } }),
    );
    for (const username of ['me@acme.example', '+4989123456']) {
      assert.equal((await own('PATCH', '/users/auth0|one', { username })).status, 200);
    }
    assert.equal((await own('PATCH', '/users/auth0|one', { username: null })).status, 200);
  });

  it('follow the legacy settings too', async () => {
    const options = { requires_username: true, validation: { username: { min: 3, max: 5 } } };
    const own = management(worldWith({ strategy: 'auth0', options }));
    const edit = async (username: string) => (await own('PATCH', '/users/auth0|one', { username })).status;
    assert.deepEqual(
      [await edit('ab'), await edit('abc'), await edit('abcde'), await edit('abcdef')],
      [400, 200, 200, 400],
    );
  });
});

describe('metadata', () => {
  beforeEach(() => tenant.reset());

  it('merges the first level, replaces nested objects and deletes by null', async () => {
    tenant.users.update(mia, { user_metadata: { keep: 1, nested: { a: 1, b: 2 }, gone: true } });
    const { body } = await patch(mia, { user_metadata: { nested: { c: 3 }, gone: null, added: [1] } });
    assert.deepEqual(body['user_metadata'], { keep: 1, nested: { c: 3 }, added: [1] });
  });

  it('is wiped by an empty object', async () => {
    assert.deepEqual((await patch(mia, { user_metadata: {} })).body['user_metadata'], {});
  });

  it('keeps user_metadata and app_metadata apart', async () => {
    const { body } = await patch(mia, { app_metadata: { cost_center: 'R1' } });
    assert.deepEqual(body['app_metadata'], { cost_center: 'R1' });
    assert.ok('job_title' in (body['user_metadata'] as object));
  });
});
