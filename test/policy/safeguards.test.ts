import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkPatch,
  decide,
  operations,
  parsePolicy,
  resolveField,
  type LockReason,
  type SessionContext,
  type Operation,
  type PolicyDocument,
  type EvaluationContext,
  type Target,
} from '../../src/policy/index.js';
import { allowRead, connections, document, moment, policyWith, target } from './support.js';

type Safeguards = NonNullable<PolicyDocument['safeguards']>;

/** Everybody may do everything, so that whatever is denied is denied by a safeguard. */
const everything = (safeguards?: Safeguards) =>
  parsePolicy({
    ...document,
    rules: [
      {
        id: 'fields',
        effect: 'allow',
        actors: ['self', 'admin', 'help-desk'],
        actions: ['read', 'update'],
        fields: ['*'],
      },
      { id: 'operations', effect: 'allow', actors: ['self', 'admin', 'help-desk'], operations },
    ],
    ...(safeguards && { safeguards }),
  });

interface Circumstances {
  readonly actors?: readonly string[];
  readonly shared?: boolean;
  readonly lastAdmin?: boolean;
  readonly moment?: SessionContext;
}
const at = ({ shared = false }: Circumstances): Target => ({ ...target(connections.database), shared });
const verdict = (decision: ReturnType<typeof decide>): LockReason | 'yes' =>
  decision.effect === 'allow' ? 'yes' : decision.reason;

function answer(policy: ReturnType<typeof everything>, operation: Operation, circumstances: Circumstances) {
  const { actors = ['admin'], lastAdmin = false } = circumstances;
  return verdict(
    decide(policy, {
      actors,
      operation,
      lastAdmin,
      target: at(circumstances),
      moment: circumstances.moment ?? moment,
    }),
  );
}
const deniedOf = (policy: ReturnType<typeof everything>, circumstances: Circumstances) =>
  operations.filter((operation) => answer(policy, operation, circumstances) !== 'yes').toSorted();

describe('lastAdmin', () => {
  const ends = ['member.block', 'membership.remove', 'profile.delete', 'user.delete'];

  it('keeps the last one who can manage members, also from themselves', () => {
    for (const actors of [['admin'], ['help-desk'], ['self'], ['self', 'admin']]) {
      assert.deepEqual(deniedOf(everything(), { actors, lastAdmin: true }), ends, String(actors));
    }
    assert.equal(answer(everything(), 'user.delete', { lastAdmin: true }), 'last-admin');
  });

  it('denies nothing while someone else could manage them', () => {
    assert.deepEqual(deniedOf(everything(), { lastAdmin: false }), []);
  });

  it('is off where the policy says so', () => {
    assert.deepEqual(deniedOf(everything({ lastAdmin: false }), { lastAdmin: true }), []);
  });
});

describe('sharedUsers', () => {
  const tenantWide = [
    'member.block',
    'member.clear-lockout',
    'member.mfa-reset',
    'member.revoke-access',
    'member.unblock',
    'sessions.read',
    'sessions.revoke',
    'user.delete',
  ];
  const update = (
    policy: ReturnType<typeof everything>,
    actors: readonly string[],
    field: string,
    action: 'read' | 'update',
  ) => verdict(decide(policy, { actors, field, action, target: at({ shared: true }), moment }));

  it('locks what reaches other organizations, and offers the removal instead', () => {
    for (const actors of [['admin'], ['help-desk'], ['admin', 'help-desk']]) {
      assert.deepEqual(deniedOf(everything(), { actors, shared: true }), tenantWide, String(actors));
      assert.equal(answer(everything(), 'membership.remove', { actors, shared: true }), 'yes');
    }
    assert.equal(answer(everything(), 'member.block', { shared: true }), 'shared-user');
  });

  it('locks every field, application attributes included, and hides none', () => {
    for (const field of Object.keys(document.fields)) {
      assert.equal(update(everything(), ['admin'], field, 'update'), 'shared-user', field);
      assert.equal(update(everything(), ['admin'], field, 'read'), 'yes', field);
    }
  });

  it('leaves people their own profile', () => {
    assert.deepEqual(deniedOf(everything(), { actors: ['self'], shared: true }), []);
    assert.equal(update(everything(), ['self', 'admin'], 'name', 'update'), 'yes');
  });

  it('does not let administrators do to their own account what they may not do to others', () => {
    const own = {
      id: 'own',
      effect: 'allow',
      actors: ['self'],
      actions: ['update'],
      fields: ['name'],
    } as const;
    const tools = {
      id: 'tools',
      effect: 'allow',
      actors: ['admin'],
      actions: ['update'],
      fields: ['name', 'jobTitle'],
    } as const;
    const ladder = { id: 'ladder', effect: 'allow', actors: ['admin'], operations } as const;
    const policy = policyWith(allowRead, own, tools, ladder);
    const both = ['self', 'admin'];
    assert.equal(update(policy, both, 'name', 'update'), 'yes');
    assert.equal(update(policy, both, 'jobTitle', 'update'), 'shared-user');
    assert.deepEqual(deniedOf(policy, { actors: both, shared: true }), tenantWide);
  });

  it('is off where the policy says so', () => {
    const open = everything({ sharedUsers: 'unrestricted' });
    assert.deepEqual(deniedOf(open, { shared: true }), []);
    assert.equal(update(open, ['admin'], 'name', 'update'), 'yes');
  });
});

describe('a delegated session', () => {
  const destructive = [
    'member.block',
    'member.mfa-reset',
    'member.revoke-access',
    'membership.remove',
    'profile.delete',
    'sessions.revoke',
    'user.delete',
  ];

  it('does nothing destructive, whatever the policy says', () => {
    const delegated = { signInAge: 0, delegated: true };
    const off = everything({ lastAdmin: false, sharedUsers: 'unrestricted' });
    for (const actors of [['self'], ['admin']]) {
      assert.deepEqual(deniedOf(off, { actors, moment: delegated }), destructive, String(actors));
      assert.equal(answer(off, 'user.delete', { actors, moment: delegated }), 'delegated-session');
      assert.equal(answer(off, 'user.delete', { actors }), 'yes');
    }
  });

  it('is told before a fresh sign-in is asked for, which would not help', () => {
    const policy = everything({ stepUp: { maxAge: 60, for: ['user.delete'] } });
    const delegated = { signInAge: null, delegated: true };
    assert.equal(answer(policy, 'user.delete', { moment: delegated }), 'delegated-session');
  });
});

describe('stepUp', () => {
  const policy = everything({ stepUp: { maxAge: 300, for: ['user.delete', 'field:email'] } });
  const signedIn = (signInAge: number | null): SessionContext => ({ signInAge, delegated: false });
  const situation = (signInAge: number | null): EvaluationContext => ({
    actors: ['self'],
    target: target(connections.database),
    moment: signedIn(signInAge),
    values: { email: 'ada@acme.example', 'user_metadata.job_title': 'Clerk' },
    verification: { email: true, phoneNumber: false },
  });

  /** An age in seconds, and whether it is fresh enough for a limit of 300. */
  const ages: [number | null, boolean][] = [
    [0, true],
    [299, true],
    [300, true],
    [301, false],
    [Number.MAX_SAFE_INTEGER, false],
    [null, false],
  ];
  for (const [age, fresh] of ages) {
    it(`${fresh ? 'takes' : 'asks again after'} a sign-in ${age ?? 'no one knows how many'} seconds ago`, () => {
      const circumstances = { moment: signedIn(age) };
      assert.equal(answer(policy, 'user.delete', circumstances), fresh ? 'yes' : 'step-up-required');
      assert.equal(answer(policy, 'member.block', circumstances), 'yes');

      const view = resolveField(policy, situation(age), 'email');
      assert.deepEqual(
        [view?.editable, view?.stepUp, view?.reason],
        [true, fresh ? undefined : true, undefined],
      );
      assert.equal(view?.value, 'ada@acme.example');
      const patch = checkPatch(policy, situation(age), { email: 'new@acme.example' });
      assert.deepEqual(
        patch.ok || patch.refusals,
        fresh ? true : [{ field: 'email', code: 'step_up_required' }],
      );
    });
  }

  it('asks nothing of someone who only looks, or saves what is stored already', () => {
    const old = situation(null);
    assert.deepEqual(checkPatch(policy, old, { email: ' Ada@acme.example ' }), { ok: true, changes: [] });
    assert.equal(resolveField(policy, old, 'jobTitle')?.stepUp, undefined);
    assert.equal(checkPatch(policy, old, { jobTitle: 'Editor' }).ok, true);
  });

  it('says what is wrong with a value before it asks for a sign-in', () => {
    const patch = checkPatch(policy, situation(null), { email: 'not an address' });
    assert.deepEqual(patch.ok || patch.refusals.map(({ code }) => code), ['value_invalid']);
  });

  it('stores nothing of a patch of which one field needs a fresh sign-in', () => {
    const patch = checkPatch(policy, situation(301), { jobTitle: 'Editor', email: 'new@acme.example' });
    assert.deepEqual(patch.ok || patch.refusals, [{ field: 'email', code: 'step_up_required' }]);
  });

  it('is off where the policy does not name it', () => {
    assert.equal(answer(everything(), 'user.delete', { moment: signedIn(null) }), 'yes');
    assert.equal(resolveField(everything(), situation(null), 'email')?.stepUp, undefined);
  });

  it('does not stand in for a lock', () => {
    const closed = parsePolicy({
      ...document,
      rules: [{ id: 'look', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['*'] }],
      safeguards: { stepUp: { maxAge: 300, for: ['field:email'] } },
    });
    const view = resolveField(closed, situation(null), 'email');
    assert.deepEqual([view?.editable, view?.stepUp, view?.reason], [false, undefined, 'not-allowed']);
  });

  it('knows only fields and operations there are', () => {
    const wrong = (word: string) => () =>
      parsePolicy({ ...document, safeguards: { stepUp: { maxAge: 1, for: [word] } } });
    assert.throws(wrong('field:emial'), /no field "emial"; did you mean "email"\?/);
    assert.throws(wrong('user.destroy'), /safeguards\.stepUp\.for\[0\]/);
    assert.throws(wrong('email'), /safeguards\.stepUp\.for\[0\]/);
  });
});
