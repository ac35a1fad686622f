import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allCoordinates, answerRow, decide, defaultPolicy, policyMatrix } from '../../src/policy/index.js';
import { toQuestion, type Coordinates, type MatrixRow, type Policy } from '../../src/policy/index.js';

/**
 * The mission, row by row, against everything the default policy answers. The words are spelled out here once more
 * instead of being imported: a word added to the vocabulary has no row in this table, and the test says so.
 */
const classes = ['database', 'passwordless', 'enterprise', 'social'];
const syncModes = ['each-login', 'first-login', 'never'];
const provisionings = ['invitation', 'open'];

const names = ['givenName', 'familyName', 'name', 'nickname', 'picture'];
const application = ['jobTitle', 'deskPhone', 'timeZone', 'language'];

/** `yes`, or why not. A list is tried from the left: the first clause whose conditions hold gives the answer. */
type Cell = string | readonly Clause[];
type Clause = readonly [
  when: Partial<Pick<MatrixRow, 'attributeSync' | 'provisioning' | 'shared'>>,
  answer: string,
];

const no = 'not-allowed';
const upstream = 'managed-by-connection';
/** What an upstream owns: Auth0 refuses the change while it syncs, the policy refuses it in any case. */
const upstreamNames: Cell = [
  [{ attributeSync: 'each-login' }, 'refreshed-at-login'],
  [{}, upstream],
];
const invited: Cell = [
  [{ provisioning: 'invitation' }, 'invited-address'],
  [{}, 'yes'],
];
const unlessShared: Cell = [
  [{ shared: true }, 'shared-user'],
  [{}, 'yes'],
];
const absent = 'no-such-attribute';

type Line = readonly [
  what: readonly string[],
  database: Cell,
  passwordless: Cell,
  enterprise: Cell,
  social: Cell,
];
const everywhere = (what: readonly string[], cell: Cell): Line => [what, cell, cell, cell, cell];
const inDatabases = (what: readonly string[], cell: Cell, elsewhere: Cell): Line => [
  what,
  cell,
  elsewhere,
  elsewhere,
  elsewhere,
];
const reads = (...fields: readonly string[]) => fields.map((field) => `read ${field}`);
const updates = (...fields: readonly string[]) => fields.map((field) => `update ${field}`);

/** Everybody who may see a profile sees all of it that there is. */
const visible: readonly Line[] = [
  everywhere(reads(...names, 'email', 'phoneNumber', ...application), 'yes'),
  // Only databases have usernames.
  inDatabases(reads('username'), 'yes', absent),
];

/** Help desk and admin alike: on behalf, within the policy, and not beyond this organization. */
const onBehalf: readonly Line[] = [
  ...visible,
  [updates(...names), unlessShared, unlessShared, upstreamNames, upstreamNames],
  // Whoever sets someone's address could have the password sent there: "within the policy" leaves it out.
  [updates('email'), no, 'sign-in-identifier', upstream, upstream],
  [updates('phoneNumber'), unlessShared, 'sign-in-identifier', upstream, upstream],
  inDatabases(updates('username'), unlessShared, absent),
  everywhere(updates(...application), unlessShared),
  everywhere(['member.list', 'member.read'], 'yes'),
  inDatabases(['password.reset', 'email.verify'], 'yes', upstream),
  everywhere(['member.clear-lockout', 'member.unblock'], unlessShared),
  everywhere(['profile.export', 'profile.delete'], no),
];

const mission: Readonly<Record<string, readonly Line[]>> = {
  self: [
    ...visible,
    // Read with "names": the nickname and the picture.
    [updates(...names), 'yes', 'yes', upstreamNames, upstreamNames],
    [updates('email'), invited, 'sign-in-identifier', upstream, upstream],
    [updates('phoneNumber'), 'yes', 'sign-in-identifier', upstream, upstream],
    inDatabases(updates('username'), 'yes', absent),
    everywhere(updates(...application), 'yes'),
    inDatabases(['password.reset', 'email.verify'], 'yes', upstream),
    // The right to a copy does not depend on the connection (GDPR, article 15).
    everywhere(['profile.export'], 'yes'),
    [['profile.delete'], 'yes', no, 'recreated-at-login', 'recreated-at-login'],
    everywhere(['sessions.read', 'sessions.revoke'], 'yes'),
    everywhere(['activity.read', 'members.export', 'bulk.run'], no),
    everywhere(['member.list', 'member.read', 'member.block', 'member.unblock', 'member.clear-lockout'], no),
    everywhere(['member.mfa-reset', 'member.revoke-access', 'membership.remove', 'user.delete'], no),
    everywhere(['roles.assign', 'invitation.read', 'invitation.create'], no),
    everywhere(['invitation.revoke', 'invitation.resend'], no),
  ],
  'help-desk': [
    ...onBehalf,
    everywhere(['member.block', 'member.mfa-reset', 'member.revoke-access', 'membership.remove'], no),
    everywhere(['user.delete', 'roles.assign', 'members.export', 'bulk.run', 'activity.read'], no),
    everywhere(['sessions.read', 'sessions.revoke'], no),
    everywhere(['invitation.read', 'invitation.create', 'invitation.revoke', 'invitation.resend'], no),
  ],
  admin: [
    ...onBehalf,
    everywhere(['member.block', 'member.mfa-reset', 'member.revoke-access', 'user.delete'], unlessShared),
    everywhere(['sessions.read', 'sessions.revoke'], unlessShared),
    // What is offered instead: it ends in this organization and nowhere else.
    everywhere(['membership.remove'], 'yes'),
    everywhere(['roles.assign', 'members.export', 'bulk.run', 'activity.read'], 'yes'),
    everywhere(['invitation.read', 'invitation.create', 'invitation.revoke', 'invitation.resend'], 'yes'),
  ],
};

type Answers = ReadonlyMap<string, string>;

/** The table, written out: one answer for every combination. */
function expand(): Answers {
  const answers = new Map<string, string>();
  for (const [actor, lines] of Object.entries(mission)) {
    for (const [what, ...cells] of lines) {
      for (const [column, connection] of classes.entries()) {
        for (const attributeSync of syncModes) {
          for (const provisioning of provisionings) {
            for (const shared of [false, true]) {
              const row = { attributeSync, provisioning, shared };
              for (const subject of what) {
                const key = [actor, connection, attributeSync, provisioning, shared, subject].join(' | ');
                assert.ok(!answers.has(key), `${key} has two rows`);
                answers.set(key, answerOf(cells[column] ?? '', row));
              }
            }
          }
        }
      }
    }
  }
  return answers;
}

function answerOf(cell: Cell, row: Readonly<Record<string, unknown>>): string {
  if (typeof cell === 'string') return cell;
  const clause = cell.find(([when]) => Object.entries(when).every(([key, value]) => row[key] === value));
  return clause?.[1] ?? '';
}

function keyOf(at: Omit<Coordinates, 'subject'>, subject: Coordinates['subject']): string {
  const { actor, connection, attributeSync, provisioning, shared } = at;
  const what = 'operation' in subject ? subject.operation : `${subject.action} ${subject.field}`;
  return [actor, connection, attributeSync, provisioning, shared, what].join(' | ');
}

/** Not by `policyMatrix`, which has further rows where rules for two actors meet. */
const actual = (policy: Policy): Answers =>
  new Map(
    Array.from(allCoordinates(policy), (at) => answerRow(policy, at)).map((row) => [
      keyOf(row, row),
      row.effect === 'allow' ? 'yes' : (row.reason ?? 'no reason'),
    ]),
  );

/** Every combination that the two do not answer alike, told in words. */
function disagreements(expected: Answers, given: Answers): readonly string[] {
  return [...new Set([...expected.keys(), ...given.keys()])]
    .filter((key) => expected.get(key) !== given.get(key))
    .map((key) => `${key}: the mission says ${expected.get(key)}, the policy ${given.get(key)}`);
}

describe('the default policy, over every combination', () => {
  const expected = expand();

  it('answers what the mission says', (t) => {
    const given = actual(defaultPolicy);
    // The default policy has none of those.
    assert.equal(policyMatrix(defaultPolicy).length, given.size);
    assert.deepEqual(disagreements(expected, given), []);
    // 3 actors × 4 classes × 3 sync modes × 2 provisionings × shared or not × (12 fields × 2 actions + 23 operations)
    assert.equal(given.size, 3 * 4 * 3 * 2 * 2 * (12 * 2 + 23));
    const allowed = [...given.values()].filter((answer) => answer === 'yes').length;
    t.diagnostic(`${given.size} combinations agree: ${allowed} allowed, ${given.size - allowed} denied`);
  });

  it('would not, if any one of its rules were missing', () => {
    for (const { id } of defaultPolicy.rules) {
      const without = { ...defaultPolicy, rules: defaultPolicy.rules.filter((rule) => rule.id !== id) };
      assert.notEqual(disagreements(expected, actual(without)).length, 0, id);
    }
  });

  it('would not, if shared users were open to administrators', () => {
    const open = {
      ...defaultPolicy,
      safeguards: { ...defaultPolicy.safeguards, sharedUsers: 'unrestricted' } as const,
    };
    const wrong = disagreements(expected, actual(open));
    assert.notEqual(wrong.length, 0);
    assert.deepEqual(
      wrong.filter((line) => !line.includes('the mission says shared-user, the policy yes')),
      [],
    );
  });
});

describe('the default policy, for someone who is several actors at once', () => {
  const expected = expand();

  /** Allowances add up and one denial wins; what reaches other organizations is open to the person alone, as themselves. */
  function combine(answers: readonly string[]): string {
    const denied = answers.find((answer) => !['yes', no, 'shared-user'].includes(answer));
    if (denied) return denied;
    if (answers.includes('yes')) return 'yes';
    return answers.includes('shared-user') ? 'shared-user' : no;
  }

  const teams = [
    ['self', 'admin'],
    ['self', 'help-desk'],
    ['admin', 'help-desk'],
    ['self', 'admin', 'help-desk'],
  ];
  for (const actors of teams) {
    it(actors.join(' + '), (t) => {
      let count = 0;
      for (const at of allCoordinates(defaultPolicy)) {
        if (at.actor !== 'self') continue;
        const answers = actors.map((actor) => expected.get(keyOf({ ...at, actor }, at.subject)) ?? '?');
        const decision = decide(defaultPolicy, { ...toQuestion(at), actors });
        const answer = decision.effect === 'allow' ? 'yes' : decision.reason;
        assert.equal(answer, combine(answers), keyOf(at, at.subject));
        count += 1;
      }
      t.diagnostic(`${count} combinations`);
    });
  }

  it('keeps the invited address locked for an admin’s own profile as well', () => {
    const at: Coordinates = {
      actor: 'self',
      connection: 'database',
      attributeSync: 'each-login',
      provisioning: 'invitation',
      shared: false,
      subject: { field: 'email', action: 'update' },
    };
    assert.equal(answerRow(defaultPolicy, at).reason, 'invited-address');
    const both = decide(defaultPolicy, { ...toQuestion(at), actors: ['admin', 'self'] });
    assert.equal(both.effect === 'deny' && both.reason, 'invited-address');
  });
});
