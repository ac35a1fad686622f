/** A text that is kept is the one that would be made without it, whatever has changed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProfileExtras } from '../../backend-proxy/src/accounts/profile-view.js';
import { createProfileRenderer } from '../../backend-proxy/src/accounts/rendered-profile.js';
import type { Person } from '../../backend-proxy/src/access/load-person.js';
import { defaultPolicy, type EvaluationContext, type Policy } from '../../src/policy/index.js';
import { connections, moment, target } from '../policy/support.js';
import { mia as person } from './listed-person.js';

const policy: Policy = {
  ...defaultPolicy,
  safeguards: {
    ...defaultPolicy.safeguards,
    stepUp: { maxAge: 300, for: ['field:email', 'profile.delete'] },
  },
};
const { values } = person.user;
const situation: EvaluationContext = {
  actors: ['self'],
  target: person.target,
  moment,
  values,
  verification: person.user.verification,
};
const extras: ProfileExtras = { member: null, deletion: null };

interface Change {
  readonly person?: Partial<Person>;
  readonly situation?: Partial<EvaluationContext>;
  readonly extras?: Partial<ProfileExtras>;
}

const enterprise = target(connections.enterprise);
const renamed = { ...values, name: 'Mia Silva' };
const { user, organization, signIn } = person;

/** Each of them changes what the profile says. */
const changes: Readonly<Record<string, Change>> = {
  'a value': { person: { user: { ...user, values: renamed } }, situation: { values: renamed } },
  'the organization': { person: { organization: { ...organization, displayName: 'Acme Ltd' } } },
  'the connection': { person: { target: enterprise }, situation: { target: enterprise } },
  'the name of the connection': { person: { signIn: { ...signIn, label: 'Acme login' } } },
  'who looks': { situation: { actors: ['admin'] } },
  'the age of the sign-in': { situation: { moment: { ...moment, signInAge: 301 } } },
  'who acts': { situation: { moment: { ...moment, delegated: true } } },
  'a scheduled deletion': {
    extras: { deletion: { requestedAt: '2026-11-01T00:00:00Z', dueAt: '2026-12-01T00:00:00Z' } },
  },
};

function argumentsOf(change: Change): Parameters<ReturnType<typeof createProfileRenderer>> {
  const subject = {
    person: { ...person, ...change.person },
    situation: { ...situation, ...change.situation },
  };
  return [subject, { ...extras, ...change.extras }];
}

describe('a rendered profile', () => {
  for (const [what, change] of Object.entries(changes)) {
    it(`follows ${what}`, () => {
      const render = createProfileRenderer(policy);
      const before = render(...argumentsOf({}));
      const after = render(...argumentsOf(change));
      assert.notDeepEqual(after.body, before.body);
      assert.deepEqual(after, createProfileRenderer(policy)(...argumentsOf(change)));
      assert.deepEqual(render(...argumentsOf({})), before);
    });
  }

  it('is kept while nothing changes, and while a sign-in is recent enough', () => {
    const render = createProfileRenderer(policy);
    const before = render(...argumentsOf({}));
    assert.equal(render(...argumentsOf({})), before);
    assert.equal(render(...argumentsOf({ situation: { moment: { ...moment, signInAge: 299 } } })), before);
  });
});
