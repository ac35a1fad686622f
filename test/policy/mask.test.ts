import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  checkPatch,
  decide,
  diffPolicies,
  explainRow,
  fieldKinds,
  lintPolicy,
  maskValue,
  parsePolicy,
  PolicyError,
  policyMatrix,
  resolveField,
  resolveFields,
  revealField,
  visibleText,
  type Policy,
  type EvaluationContext,
} from '../../src/policy/index.js';
import { allowRead, connections, document, moment, policyWith, target } from './support.js';

const masks = {
  id: 'masks',
  effect: 'allow',
  actors: ['help-desk'],
  actions: ['read'],
  fields: ['email', 'costCenter'],
  masked: true,
} as const;
const reads = { ...allowRead, id: 'names', fields: ['name', 'username'] } as const;
const updates = {
  id: 'updates',
  effect: 'allow',
  actors: ['help-desk'],
  actions: ['update'],
  fields: ['email'],
} as const;

const situation = (values: EvaluationContext['values'] = {}, actors = ['help-desk']): EvaluationContext => ({
  actors,
  target: target(connections.database),
  moment,
  values: { name: 'Mia Okafor', email: 'mia@acme.example', 'app_metadata.cost_center': 'R1', ...values },
  verification: { email: true, phoneNumber: false },
});
const read = (policy: Policy, field: string, actors = ['help-desk']) =>
  decide(policy, { ...situation({}, actors), field, action: 'read' });

describe('a masked allowance', () => {
  it('shows a mask, locked, with a reason', () => {
    const view = resolveField(policyWith(reads, masks), situation(), 'email');
    assert.deepEqual(
      [view?.value, view?.masked, view?.editable, view?.reason, view?.verified],
      ['m••••••@acme.example', true, false, 'not-allowed', true],
    );
    const waiting = resolveField(policyWith(reads, masks, updates), situation(), 'email');
    assert.deepEqual([waiting?.editable, waiting?.reason], [false, 'masked']);
  });

  it('gives way to one that shows everything, in whatever order, and to a denial', () => {
    const denial = { ...masks, id: 'denial', effect: 'deny', masked: undefined } as const;
    for (const rules of [
      [masks, allowRead],
      [allowRead, masks],
    ] as const) {
      assert.deepEqual(read(policyWith(...rules), 'email'), {
        effect: 'allow',
        gate: 'policy',
        rule: 'read',
      });
      assert.equal(read(policyWith(...rules, denial), 'email').effect, 'deny');
    }
    assert.deepEqual(read(policyWith(masks), 'email'), {
      effect: 'allow',
      gate: 'policy',
      rule: 'masks',
      masked: true,
    });
  });

  it('masks for no one who may see everything as someone else', () => {
    const policy = policyWith(masks, { ...allowRead, actors: ['self'] });
    assert.equal('masked' in read(policy, 'email', ['self', 'help-desk']), false);
    assert.equal(resolveField(policy, situation({}, ['self', 'help-desk']), 'email')?.masked, undefined);
  });

  it('is of reading alone', () => {
    for (const rule of [
      { ...masks, effect: 'deny' },
      { ...masks, actions: ['read', 'update'] },
      { ...masks, actions: ['update'] },
      { ...masks, masked: false },
      { id: 'm', effect: 'allow', actors: ['self'], operations: ['member.list'], masked: true },
    ]) {
      assert.throws(() => parsePolicy({ ...document, rules: [rule] }), PolicyError, JSON.stringify(rule));
    }
  });

  it('lets nothing be written, not even the value that is stored, nor the mask', () => {
    const policy = policyWith(reads, masks, updates);
    for (const value of ['mia@acme.example', 'new@acme.example', 'm••••••@acme.example', null]) {
      assert.deepEqual(checkPatch(policy, situation(), { email: value }), {
        ok: false,
        refusals: [{ field: 'email', code: 'field_locked', reason: 'masked' }],
      });
    }
  });
});

describe('a mask', () => {
  it('keeps of an address the first letter and the domain, of a number its end, of the rest nothing', () => {
    assert.equal(maskValue('email', 'mia@acme.example'), 'm••••••@acme.example');
    assert.equal(maskValue('email', '"a@b"@acme.example'), '"••••••@acme.example');
    assert.equal(maskValue('phone', '+351 215 550 142'), '••••••42');
    for (const [kind, value] of [
      ['email', 'm@acme.example'],
      ['email', 'no address'],
      ['email', '@acme.example'],
      ['phone', '+4942'],
      ['text', 'Mia Okafor'],
      ['choice', 'R1'],
      ['boolean', true],
      ['number', 7],
      ['multi-choice', ['R1', 'R2']],
      ['list', ['Lisbon', 'Porto']],
      ['text', ''],
    ] as const) {
      assert.equal(maskValue(kind, value), '••••••');
    }
    assert.equal(maskValue('email', null), null);
  });

  it('is of one length, whatever it hides', () => {
    const values = fc.string({ minLength: 2, maxLength: 60 }).filter((text) => !text.includes('@'));
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), values, (kind, text) => {
        const dots = /^(?:.••••••@acme\.example|••••••(?:\d\d)?)$/su;
        assert.match(maskValue(kind, `${text}@acme.example`) ?? '', dots);
        assert.match(maskValue(kind, text) ?? '', dots);
      }),
    );
  });

  it('covers what repeats a masked address elsewhere', () => {
    const policy = policyWith(reads, masks);
    for (const name of ['mia@acme.example', 'Mia (MIA@ACME.EXAMPLE)']) {
      const views = resolveFields(policy, situation({ name }));
      assert.doesNotMatch(JSON.stringify(views), /mia@acme/i);
      assert.equal(visibleText(policy, situation({ name }), 'name'), '••••••');
      assert.equal(revealField(policy, situation({ name }), 'name'), name);
    }
    assert.equal(visibleText(policy, situation({ username: 'mia' }), 'username'), '••••••');
    assert.equal(visibleText(policy, situation({ username: 'mio' }), 'username'), 'mio');
    assert.equal(visibleText(policy, situation(), 'name'), 'Mia Okafor');
    assert.equal(visibleText(policy, situation({}, ['admin']), 'name'), 'Mia Okafor');
  });

  it('covers what repeats a hidden one too, and does not give it away on demand', () => {
    const policy = policyWith(reads);
    const named = situation({ name: 'mia@acme.example' });
    assert.equal(visibleText(policy, named, 'name'), '••••••');
    assert.equal(revealField(policy, named, 'name'), undefined);
    assert.equal(revealField(policy, named, 'username'), null);
  });
});

describe('on demand', () => {
  it('everything that is shown masked is told, and nothing that is hidden', () => {
    const policy = policyWith(reads, masks);
    assert.equal(revealField(policy, situation(), 'email'), 'mia@acme.example');
    assert.equal(revealField(policy, situation(), 'costCenter'), 'R1');
    for (const field of ['jobTitle', 'nonsense', '__proto__', 'constructor', '']) {
      assert.equal(revealField(policy, situation(), field), undefined, field);
    }
    assert.equal(revealField(policy, situation({}, []), 'email'), undefined);
  });
});

describe('the tools around a policy', () => {
  const policy = policyWith(reads, masks);

  it('show a masked answer as one', () => {
    const row = policyMatrix(policy).find(
      (each) => 'field' in each && each.field === 'email' && each.actor === 'help-desk' && !('also' in each),
    );
    assert.deepEqual([row?.effect, row?.masked], ['allow', true]);
    assert.equal(
      row && explainRow(row),
      'help-desk may read "email" of a database user in part: allowed masked by the rule "masks".',
    );
  });

  it('tell of a mask that is put on or taken off', () => {
    const open = policyWith(reads, { ...masks, masked: undefined });
    const changes = (one: Policy, other: Policy) =>
      new Set(diffPolicies(one, other).map(({ change }) => change));
    assert.deepEqual(changes(policy, open), new Set(['widened']));
    assert.deepEqual(changes(open, policy), new Set(['narrowed']));
    assert.deepEqual(changes(policyWith(reads), policy), new Set(['widened']));
  });

  it('warn of a mask no one meets, and of an allowance to change what everybody sees masked', () => {
    const messages = (...rules: Parameters<typeof policyWith>) =>
      lintPolicy(policyWith(...rules)).map(({ message }) => message);
    assert.ok(messages(allowRead, masks).includes('"masks" changes no answer'));
    const stays =
      '"updates" allows updating "email", which stays locked: everyone it applies to sees the value masked';
    assert.ok(messages(reads, masks, updates).includes(stays));
    assert.ok(messages(reads, masks, updates, { ...allowRead, actors: ['self'] }).includes(stays));
    const alsoOwn = { ...updates, actors: ['self', 'help-desk'] } as const;
    assert.ok(!messages(reads, masks, alsoOwn, { ...allowRead, actors: ['self'] }).includes(stays));
  });
});
