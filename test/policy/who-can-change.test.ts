import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  defaultPolicy,
  resolveField,
  resolveFields,
  type ChangeOwner,
  type ConnectionFacts,
  type FieldReason,
  type Policy,
  type PolicyDocument,
  type EvaluationContext,
} from '../../src/policy/index.js';
import { allowRead, connections, moment, policyWith, target } from './support.js';

const situation = (
  actors: readonly string[],
  connection: ConnectionFacts,
  about: Partial<EvaluationContext['target']> = {},
): EvaluationContext => ({
  actors,
  target: { ...target(connection), ...about },
  moment,
  values: { name: 'Mia Okafor', email: 'mia@acme.example' },
  verification: { email: true, phoneNumber: false },
});
const lockOf = (policy: Policy, where: EvaluationContext, field: string) => {
  const { reason, changeableBy } = resolveField(policy, where, field) ?? {};
  return [reason, changeableBy];
};

describe('who can change a locked field, by the default policy', () => {
  const { database, enterprise, social, passwordless } = connections;
  const synced = { ...database, userStore: 'external', attributeSync: 'each-login' } as const;
  const rows: [string, string, EvaluationContext, FieldReason, ChangeOwner][] = [
    ['own name, SSO', 'name', situation(['self'], enterprise), 'refreshed-at-login', 'it-team'],
    ['own email, SSO', 'email', situation(['self'], enterprise), 'managed-by-connection', 'it-team'],
    ['own name, social', 'name', situation(['self'], social), 'refreshed-at-login', 'person'],
    ['own email, passwordless', 'email', situation(['self'], passwordless), 'sign-in-identifier', 'nobody'],
    ['own email, other database', 'email', situation(['self'], synced), 'external-database', 'operator'],
    [
      'own email, invited',
      'email',
      situation(['self'], database, { provisioning: 'invitation' }),
      'invited-address',
      'inviter',
    ],
    ["a member's email", 'email', situation(['admin'], database), 'not-allowed', 'person'],
    [
      "an invited member's email",
      'email',
      situation(['help-desk'], database, { provisioning: 'invitation' }),
      'not-allowed',
      'nobody',
    ],
    [
      "a shared member's job title",
      'jobTitle',
      situation(['admin'], database, { shared: true }),
      'shared-user',
      'person',
    ],
    ["a member's name, SSO", 'name', situation(['admin'], enterprise), 'refreshed-at-login', 'it-team'],
  ];
  for (const [label, field, where, reason, changer] of rows) {
    it(`${label}: ${changer}`, () => {
      assert.deepEqual(lockOf(defaultPolicy, where, field), [reason, changer]);
    });
  }

  it('is told of every locked field, and of no other', () => {
    for (const connection of Object.values(connections)) {
      for (const actors of [['self'], ['admin'], ['help-desk'], ['self', 'admin']]) {
        for (const view of resolveFields(defaultPolicy, situation(actors, connection))) {
          assert.equal(view.changeableBy !== undefined, !view.editable, view.name);
        }
      }
    }
  });
});

describe('who can change a locked field, by other rules', () => {
  const where = (actors: readonly string[]) => situation(actors, connections.database);
  const rule = { id: 'edits', effect: 'allow', actions: ['update'], fields: ['email'] } as const;
  const edits = (...actors: string[]) => ({ ...rule, actors });
  const lock: PolicyDocument['rules'][number] = {
    id: 'locks',
    effect: 'deny',
    actions: ['update'],
    fields: ['email'],
    actors: ['self'],
    reason: 'invited-address',
  };

  it('is an admin where another actor may, though a fresh sign-in be needed', () => {
    const policy = policyWith(allowRead, edits('admin'));
    assert.deepEqual(lockOf(policy, where(['self']), 'email'), ['not-allowed', 'admin']);
    assert.deepEqual(lockOf(policy, where(['help-desk']), 'email'), ['not-allowed', 'admin']);
    const careful = {
      ...policy,
      safeguards: { ...policy.safeguards, stepUp: { maxAge: 1, for: ['field:email'] } },
    };
    assert.deepEqual(lockOf(careful, where(['self']), 'email'), ['not-allowed', 'admin']);
  });

  it('is an admin who may set the address, before one who invites another', () => {
    assert.deepEqual(lockOf(policyWith(allowRead, edits('admin'), lock), where(['self']), 'email'), [
      'invited-address',
      'admin',
    ]);
    assert.deepEqual(lockOf(policyWith(allowRead, edits('self'), lock), where(['self']), 'email'), [
      'invited-address',
      'inviter',
    ]);
  });

  it('is no one where no actor may', () => {
    assert.deepEqual(lockOf(policyWith(allowRead), where(['self']), 'email'), ['not-allowed', 'nobody']);
  });

  it('is not someone who sees a part of it only', () => {
    const masks = {
      ...allowRead,
      id: 'masks',
      actors: ['help-desk', 'admin'],
      fields: ['email'],
      masked: true,
    } as const;
    const masked = policyWith(masks, edits('help-desk', 'admin'));
    assert.deepEqual(lockOf(masked, where(['help-desk']), 'email'), ['masked', 'nobody']);
    const plain = { ...allowRead, id: 'sees', actors: ['admin'], fields: ['email'] } as const;
    const readable = policyWith(masks, plain, edits('help-desk', 'admin'));
    assert.deepEqual(lockOf(readable, where(['help-desk']), 'email'), ['masked', 'admin']);
  });
});
