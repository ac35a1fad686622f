import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orgdesk, policyBut, smallPolicy, type SmallPolicy } from './support.js';

const check = (policy: unknown, flags = '') =>
  orgdesk(`policy check policy.json ${flags}`, { files: { 'policy.json': policy } });

describe('orgdesk policy check', () => {
  it('finds nothing in the default policy, and says which that is', async () => {
    assert.deepEqual(await orgdesk('policy check --strict'), {
      status: 0,
      stdout: 'the default policy: no errors, no warnings\n',
      stderr: '',
      written: {},
    });
  });

  it('reads a file, or the standard input', async () => {
    assert.equal((await check(smallPolicy())).status, 0);
    const { status, stdout } = await orgdesk('policy check -', { files: { '-': smallPolicy() } });
    assert.deepEqual([status, stdout], [0, 'standard input: no errors, no warnings\n']);
  });

  it('cannot check what it cannot read', async () => {
    const { status, stderr } = await orgdesk('policy check nowhere.json');
    assert.equal(status, 2);
    assert.match(stderr, /cannot read nowhere\.json: there is no such file/);
  });

  const errors: readonly (readonly [string, (policy: SmallPolicy) => void, RegExp])[] = [
    [
      'a misspelt key',
      (policy) => Object.assign(policy.rules[0] ?? {}, { effekt: 'deny' }),
      /^ {2}rules\[0\]\.effekt: unknown key; did you mean "effect"\? \(line \d+, column \d+\)$/m,
    ],
    [
      'a field that does not exist',
      (policy) =>
        policy.rules.push({
          id: 'x',
          effect: 'deny',
          actors: ['self'],
          actions: ['update'],
          fields: ['emial'],
        }),
      /^ {2}rules\[3\]\.fields\[0\]: no field "emial"; did you mean "email"\?/m,
    ],
    [
      'an actor that does not exist',
      (policy) =>
        policy.rules.push({ id: 'x', effect: 'allow', actors: ['admn'], operations: ['member.list'] }),
      /^ {2}rules\[3\]\.actors\[0\]: no actor "admn"; did you mean "admin"\?/m,
    ],
    [
      'an attribute Auth0 does not have',
      (policy) => (policy.fields.email.attribute = 'e_mail'),
      /^ {2}fields\.email\.attribute: an attribute: one of name, /m,
    ],
    [
      'an operation that does not exist',
      (policy) =>
        policy.rules.push({ id: 'x', effect: 'allow', actors: ['admin'], operations: ['user.delet'] }),
      /^ {2}rules\[3\]\.operations\[0\]: .*did you mean "user\.delete"\?/m,
    ],
  ];
  for (const [name, change, message] of errors) {
    it(`refuses ${name}`, async () => {
      const { status, stdout, stderr } = await check(policyBut(change));
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /^policy\.json: 1 error\n/);
      assert.match(stderr, message);
    });
  }

  const warnings: readonly (readonly [string, (policy: SmallPolicy) => void, RegExp])[] = [
    [
      'a rule that changes nothing',
      (policy) =>
        policy.rules.push({
          id: 'again',
          effect: 'allow',
          actors: ['self'],
          actions: ['read'],
          fields: ['email'],
        }),
      /rules\[3\]: "again" changes no answer \(line \d+/,
    ],
    [
      'an allowance Auth0 never honours',
      (policy) =>
        policy.rules.push({
          id: 'never',
          effect: 'allow',
          actors: ['self'],
          actions: ['update'],
          fields: ['email'],
          when: { connection: ['enterprise'] },
        }),
      /allows updating "email" of enterprise users, which Auth0 never does/,
    ],
    [
      'a field nobody can read',
      (policy) => Object.assign(policy.rules[0] ?? {}, { fields: ['email'] }),
      /fields\.jobTitle: no one can read it/,
    ],
    [
      'an operation without its safeguard',
      (policy) => Reflect.deleteProperty(policy.safeguards, 'stepUp'),
      /safeguards\.stepUp: "user\.delete" is allowed without a recent sign-in/,
    ],
  ];
  for (const [name, change, message] of warnings) {
    it(`warns of ${name}, and refuses it with --strict`, async () => {
      const { status, stdout, stderr } = await check(policyBut(change));
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, message);
      assert.equal((await check(policyBut(change), '--strict')).status, 1);
    });
  }
});

describe('orgdesk policy check --json', () => {
  it('is one object, for good and bad policies', async () => {
    const good = await check(smallPolicy(), '--json');
    assert.deepEqual(JSON.parse(good.stdout), {
      file: 'policy.json',
      valid: true,
      errors: [],
      warnings: [],
    });
    const bad = await check('{ "version": 1, "version": 2 }', '--json');
    assert.deepEqual([bad.status, bad.stderr], [1, '']);
    const { valid, errors } = JSON.parse(bad.stdout) as { valid: boolean; errors: object[] };
    assert.equal(valid, false);
    assert.deepEqual(errors[0], {
      path: 'version',
      message: 'written twice, and only one of them can be meant',
      line: 1,
      column: 17,
    });
  });

  it('keeps to the error stream what is no finding', async () => {
    const { status, stdout } = await orgdesk('policy check nowhere.json --json');
    assert.deepEqual([status, stdout], [2, '']);
  });
});

describe("a policy's text", () => {
  it('may have comments and trailing commas', async () => {
    const text = JSON.stringify(smallPolicy())
      .replace('{', '{ // who may\n /* do what */')
      .replace(/\}$/, ',}');
    assert.equal((await check(text)).status, 0);
  });

  const syntax = [
    ['{\n  "version": 1\n  "actors": {}\n}', '(top): not JSON: comma expected (line 3, column 3)'],
    ['', '(top): not JSON: value expected (line 1, column 1)'],
    ['{} {}', '(top): not JSON: end of file expected (line 1, column 4)'],
    ["{'version': 1}", '(top): not JSON: invalid symbol (line 1, column 2)'],
  ] as const;
  for (const [text, message] of syntax) {
    it(`is no JSON: ${JSON.stringify(text)}`, async () => {
      const { status, stderr } = await check(text);
      assert.deepEqual([status, stderr], [1, `policy.json: 1 error\n  ${message}\n`]);
    });
  }

  it('may not say one thing twice', async () => {
    const text = JSON.stringify(smallPolicy()).replace('"effect":"deny"', '"effect":"deny","effect":"allow"');
    const { status, stderr } = await check(text);
    assert.equal(status, 1);
    assert.match(stderr, /^ {2}rules\[1\]\.effect: written twice/m);
  });

  it('cannot smuggle a key past the schema', async () => {
    const text = JSON.stringify(smallPolicy()).replace('{', '{"__proto__":{"rules":[]},');
    assert.match((await check(text)).stderr, /__proto__: is not a name/);
  });
});
