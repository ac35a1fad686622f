import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkValue,
  normalizeValue,
  sameValue,
  type Constraints,
  type FieldKind,
} from '../../src/policy/index.js';

const check = (kind: FieldKind, value: unknown, constraints: Constraints = {}, required = false) =>
  checkValue({ kind, required, constraints }, value)?.code ?? 'ok';

const choices = [{ value: 'a' }, { value: 'b' }];
const cases: [FieldKind, unknown, string, Constraints?][] = [
  ['text', 'Ada', 'ok'],
  ['text', 7, 'type'],
  ['text', ['Ada'], 'type'],
  ['text', { toString: () => 'Ada' }, 'type'],
  ['text', 'a\u0000b', 'format'],
  ['text', 'line\nbreak', 'format'],
  ['text', 'exe\u202Efdp', 'format'],
  ['text', '\uD800', 'format'],
  ['text', '👩‍💻', 'ok', { maxLength: 3 }],
  ['text', 'abcd', 'too-long', { maxLength: 3 }],
  ['text', 'ab', 'too-short', { minLength: 3 }],
  ['text', 'x'.repeat(100_000), 'too-long'],
  ['multiline', 'two\nlines', 'ok'],
  ['multiline', 'bell\u0007', 'format'],
  ['email', 'ada@acme.example', 'ok'],
  ['email', 'ada', 'format'],
  ['email', 'ada@acme', 'format'],
  ['email', 'ada@@acme.example', 'format'],
  ['email', 'a..b@acme.example', 'format'],
  ['email', 'a b@acme.example', 'format'],
  ['email', `${'a'.repeat(65)}@acme.example`, 'format'],
  [
    'email',
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.example`,
    'format',
  ],
  ['email', 'ada@acme.example,eve@evil.example', 'format'],
  ['phone', '+351215550100', 'ok'],
  ['phone', '0049123', 'format'],
  ['phone', '+0123', 'format'],
  ['phone', `+${'1'.repeat(16)}`, 'format'],
  ['username', 'ada_k', 'ok'],
  ['username', 'ada k', 'format'],
  ['username', 'ada@acme.example', 'format'],
  ['url', 'http://acme.example/x?y#z', 'ok'],
  ['url', 'javascript:alert(1)', 'format'],
  ['url', 'https://user@acme.example', 'format'],
  ['picture', 'https://acme.example/a.png', 'ok'],
  ['picture', 'http://acme.example/a.png', 'format'],
  ['picture', 'data:image/png;base64,xx', 'format'],
  ['choice', 'a', 'ok', { choices }],
  ['choice', 'c', 'choice', { choices }],
  ['multi-choice', ['a', 'b'], 'ok', { choices }],
  ['multi-choice', ['a', 'a'], 'choice', { choices }],
  ['multi-choice', ['c'], 'choice', { choices }],
  ['multi-choice', 'a', 'type', { choices }],
  ['boolean', true, 'ok'],
  ['boolean', 'true', 'type'],
  ['number', 3, 'ok', { min: 1, max: 5 }],
  ['number', 0, 'too-small', { min: 1 }],
  ['number', 6, 'too-large', { max: 5 }],
  ['number', Infinity, 'type'],
  ['number', '3', 'type'],
  ['date', '2026-02-28', 'ok'],
  ['date', '2026-02-30', 'format'],
  ['date', '28.02.2026', 'format'],
  ['date', '2026-01-01', 'too-small', { min: '2026-02-01' }],
  ['language', 'pt-BR', 'ok'],
  ['language', 'not a tag', 'format'],
  ['language', 'fr', 'choice', { choices: [{ value: 'en' }] }],
  ['time-zone', 'Europe/Lisbon', 'ok'],
  ['time-zone', 'Mars/Olympus', 'format'],
  ['time-zone', '+01:00', 'format'],
];

describe('checkValue', () => {
  for (const [kind, value, expected, constraints] of cases) {
    const shown = JSON.stringify(value)?.slice(0, 50);
    it(`${kind} ${shown} → ${expected}`, () => assert.equal(check(kind, value, constraints), expected));
  }

  it('asks for a value only where one is required', () => {
    assert.equal(check('text', null), 'ok');
    assert.equal(check('text', null, {}, true), 'required');
    assert.equal(check('text', '', {}, true), 'required');
    assert.equal(check('multi-choice', [], { choices }, true), 'required');
  });

  it('names the bound that was missed', () => {
    const violation = checkValue({ kind: 'text', required: false, constraints: { maxLength: 3 } }, 'abcd');
    assert.deepEqual(violation, { code: 'too-long', limit: 3 });
  });
});

describe('normalizeValue', () => {
  it('brings text into the form it is stored in', () => {
    assert.equal(normalizeValue('text', '  Ada '), 'Ada');
    assert.equal(normalizeValue('text', 'e\u0301'), '\u00e9');
    assert.equal(normalizeValue('text', '   '), null);
    assert.equal(normalizeValue('email', ' Ada@Acme.Example '), 'ada@acme.example');
    assert.equal(normalizeValue('username', 'Ada'), 'ada');
    assert.equal(normalizeValue('phone', '+351 (21) 555-01.00'), '+351215550100');
    assert.equal(normalizeValue('multi-choice', []), null);
    assert.equal(normalizeValue('boolean', false), false);
    assert.equal(normalizeValue('number', 0), 0);
  });
});

describe('sameValue', () => {
  it('compares lists as sets and everything else by identity', () => {
    assert.equal(sameValue(['a', 'b'], ['b', 'a']), true);
    assert.equal(sameValue(['a'], ['a', 'b']), false);
    assert.equal(sameValue(null, null), true);
    assert.equal(sameValue('1', 1), false);
  });
});
