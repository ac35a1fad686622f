import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Difference } from '../../src/policy/index.js';
import { orgdesk, policyBut, smallPolicy, type SmallPolicy } from './support.js';

const diff = (change: (policy: SmallPolicy) => void, flags = '') =>
  orgdesk(`policy diff old new ${flags}`, { files: { old: smallPolicy(), new: policyBut(change) } });

const dropRule = (id: string) => (policy: SmallPolicy) =>
  void (policy.rules = policy.rules.filter((rule) => (rule as { id: string }).id !== id));

describe('orgdesk policy diff', () => {
  it('finds nothing between equal policies', async () => {
    const { status, stdout } = await diff(() => {}, '--no-widening');
    assert.deepEqual([status, stdout], [0, '0 widened, 0 narrowed\n']);
  });

  it('says a change once for all the coordinates that changed alike', async () => {
    const { status, stdout } = await diff(dropRule('invited-email'));
    assert.equal(status, 0);
    assert.equal(
      stdout,
      [
        'Widened',
        '  self: update email',
        '      of database users, provisioning invitation',
        '      was denied by the rule "invited-email": it must stay the address the user was invited with',
        '      now allowed by the rule "own"',
        '',
        '12 widened, 0 narrowed',
        '',
      ].join('\n'),
    );
  });

  it('refuses a widening in CI, and lets a narrowing pass', async () => {
    assert.equal((await diff(dropRule('invited-email'), '--no-widening')).status, 1);
    assert.equal((await diff(dropRule('invited-email'), '--no-widening --json')).status, 1);
    const narrowed = await diff(dropRule('deletes'), '--no-widening');
    assert.equal(narrowed.status, 0);
    assert.match(narrowed.stdout, /^Narrowed\n {2}admin: do user\.delete\n/);
  });

  it('gathers the fields that changed alike', async () => {
    const { stdout } = await diff((policy) =>
      policy.rules.push({
        id: 'reads',
        effect: 'allow',
        actors: ['admin'],
        actions: ['read'],
        fields: ['*'],
      }),
    );
    assert.match(
      stdout,
      /admin: read email and jobTitle\n {6}of all users\n {6}was denied: no rule allows it\n/,
    );
  });

  const safeguards: readonly (readonly [string, (policy: SmallPolicy) => void, RegExp])[] = [
    ['stepUp', ({ safeguards: all }) => Reflect.deleteProperty(all, 'stepUp'), /after an old sign-in/],
    ['lastAdmin', ({ safeguards: all }) => (all.lastAdmin = false), /of the last admin/],
    [
      'sharedUsers',
      ({ safeguards: all }) => (all.sharedUsers = 'unrestricted'),
      /in other organizations too/,
    ],
  ];
  for (const [name, change, expected] of safeguards) {
    it(`shows the safeguard ${name} switched off as a widening in its circumstance`, async () => {
      const { status, stdout } = await diff(change, '--no-widening');
      assert.equal(status, 1);
      assert.match(stdout, /^Widened\n {2}admin: do user\.delete\n/);
      assert.match(stdout, expected);
    });
  }

  const declarations: readonly (readonly [string, (policy: SmallPolicy) => void, RegExp])[] = [
    [
      'another permission for an actor',
      ({ actors }) => actors.admin.permissions.push('read:all'),
      /actors\.admin\.permissions: anyone with "read:all" is admin now/,
    ],
    [
      'another attribute below a field',
      ({ fields }) => (fields.jobTitle.attribute = 'app_metadata.plan'),
      /fields\.jobTitle\.attribute: opens "app_metadata\.plan" instead of "user_metadata\.job_title"/,
    ],
    [
      'an older sign-in',
      ({ safeguards: all }) => (all.stepUp.maxAge = 600),
      /safeguards\.stepUp\.maxAge: a sign-in may be 600 seconds old instead of 300/,
    ],
  ];
  for (const [name, change, message] of declarations) {
    it(`takes ${name} for a widening, though no answer shows it`, async () => {
      const { status, stdout } = await diff(change, '--no-widening');
      assert.equal(status, 1);
      assert.match(stdout, message);
      assert.match(stdout, /^1 widened, 0 narrowed$/m);
    });
  }

  it('takes a permission away as a narrowing', async () => {
    const { status, stdout } = await diff(
      ({ actors }) => (actors.admin.permissions = ['other']),
      '--no-widening',
    );
    assert.equal(status, 1);
    assert.match(stdout, /anyone with "manage:members" is no longer admin/);
    assert.match(stdout, /1 widened, 1 narrowed/);
  });

  it('prints every difference as JSON', async () => {
    const { stdout } = await diff(dropRule('invited-email'), '--json');
    const answer = JSON.parse(stdout) as {
      widened: number;
      narrowed: number;
      differences: Difference[];
      declarations: unknown[];
    };
    assert.deepEqual([answer.widened, answer.narrowed, answer.declarations], [12, 0, []]);
    assert.equal(answer.differences.length, 12);
    for (const { change, before, after } of answer.differences) {
      assert.deepEqual([change, before.rule, after.rule], ['widened', 'invited-email', 'own']);
    }
  });

  it('reads one of the two from the standard input', async () => {
    const files = { '-': smallPolicy(), new: smallPolicy() };
    assert.equal((await orgdesk('policy diff - new', { files })).status, 0);
    const { status, stderr } = await orgdesk('policy diff - -', { files });
    assert.equal(status, 2);
    assert.match(stderr, /only one of the two/);
  });

  it('says which of the two is invalid', async () => {
    const files = { old: smallPolicy(), new: '{' };
    const { status, stderr } = await orgdesk('policy diff old new', { files });
    assert.equal(status, 1);
    assert.match(stderr, /^new: 1 error\n {2}\(top\): not JSON/);
  });
});
