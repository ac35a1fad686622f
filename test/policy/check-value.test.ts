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
  ['text', 'exe\u202Efdp', 'invisible'],
  ['text', '\uD800', 'format'],
  ['text', '👩‍💻', 'ok', { maxLength: 3 }],
  ['text', 'abcd', 'too-long', { maxLength: 3 }],
  ['text', 'ab', 'too-short', { minLength: 3 }],
  ['text', 'x'.repeat(100_000), 'too-long'],
  ['text', 'AB1234', 'ok', { pattern: '[A-Z]{2}\\d{4}' }],
  ['text', 'AB12345', 'pattern', { pattern: '[A-Z]{2}\\d{4}' }],
  ['text', 'xAB1234', 'pattern', { pattern: '[A-Z]{2}\\d{4}' }],
  ['text', 'a\u2028b', 'pattern', { pattern: 'a.b' }],
  ['text', '😀', 'ok', { pattern: '.' }],
  ['text', '', 'ok', { pattern: 'x' }],
  ['text', 'a<b', 'prohibited', { prohibited: '<>&' }],
  ['text', 'a]b', 'prohibited', { prohibited: '[\\]' }],
  ['text', 'a.b', 'ok', { prohibited: '*+?' }],
  ['text', 'ok 😎', 'prohibited', { prohibited: '😀😎' }],
  // The two emojis share their first half, which is no character.
  ['text', '😁', 'ok', { prohibited: '😀😎' }],
  ['text', 'Аda', 'look-alike', { singleScript: true }],
  ['text', 'Αda', 'look-alike', { singleScript: true }],
  ['text', 'Αda', 'ok'],
  ['text', 'Анна', 'ok', { singleScript: true }],
  ['text', 'Άννα', 'ok', { singleScript: true }],
  ['text', 'Ada 艾達 عدا 1', 'ok', { singleScript: true }],
  ['multiline', 'two\nlines', 'ok'],
  ['multiline', 'two\nlines', 'pattern', { pattern: '.*' }],
  ['multiline', 'two\nlines', 'ok', { pattern: '[^x]*' }],
  ['multiline', 'a<b', 'prohibited', { prohibited: '<' }],
  ['email', 'ada@gmail.example', 'pattern', { pattern: '[^@]+@acme[.]example' }],
  ['email', 'ada@acme.example', 'ok', { pattern: '[^@]+@acme[.]example' }],
  ['username', 'аda', 'format', { singleScript: true }],
  ['url', 'https://acme.example/?q=1', 'prohibited', { prohibited: '?' }],
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
  ['phone', '00491234567', 'format'],
  ['phone', '+0123', 'no-country-code'],
  ['phone', `+${'1'.repeat(16)}`, 'number-length'],
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
  ['list', ['a', 'b'], 'ok', { maxItems: 2, maxLength: 1 }],
  ['list', ['a', 'b', 'c'], 'too-many', { maxItems: 2 }],
  ['list', Array.from({ length: 101 }, (_, index) => `${index}`), 'too-many'],
  ['list', ['a', 'ab'], 'too-long', { maxLength: 1 }],
  ['list', ['a', 'b c'], 'pattern', { pattern: '[a-z]+' }],
  ['list', ['a', 'b\nc'], 'format'],
  ['list', ['a', ''], 'type'],
  ['list', ['a', 1], 'type'],
  ['list', 'a', 'type'],
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
    const label = JSON.stringify(value)?.slice(0, 50);
    it(`${kind} ${label} → ${expected}`, () => assert.equal(check(kind, value, constraints), expected));
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

  it('names the first character that is prohibited, and never the pattern', () => {
    const find = (constraints: Constraints) =>
      checkValue({ kind: 'text', required: false, constraints }, 'a>b<');
    assert.deepEqual(find({ prohibited: '<>' }), { code: 'prohibited', limit: '<' });
    assert.deepEqual(find({ pattern: '[a-z]+' }), { code: 'pattern' });
  });

  it('does not start a pattern on text longer than any attribute', () => {
    const long = 'a'.repeat(10_001);
    assert.equal(check('text', long, { pattern: 'a*' }), 'too-long');
    assert.equal(check('text', long.slice(1), { pattern: 'a*' }), 'ok');
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
    assert.deepEqual(normalizeValue('list', [' b ', '', 'a', 'b', '\u200b']), ['b', 'a']);
    assert.equal(normalizeValue('list', [' ']), null);
    assert.equal(normalizeValue('boolean', false), false);
    assert.equal(normalizeValue('number', 0), 0);
  });
});

describe('sameValue', () => {
  it('compares lists as sets and everything else by identity', () => {
    assert.equal(sameValue('multi-choice', ['a', 'b'], ['b', 'a']), true);
    assert.equal(sameValue('multi-choice', ['a'], ['a', 'b']), false);
    assert.equal(sameValue('list', ['a', 'b'], ['b', 'a']), false);
    assert.equal(sameValue('list', ['a', 'b'], ['a', 'b']), true);
    assert.equal(sameValue('list', ['a'], ['a', 'b']), false);
    assert.equal(sameValue('multi-choice', null, null), true);
    assert.equal(sameValue('multi-choice', '1', 1), false);
  });

  it('does not depend on which of the two comes first', () => {
    assert.equal(sameValue('multi-choice', ['a', 'b'], ['a', 'a']), false);
    assert.equal(sameValue('multi-choice', ['a', 'a'], ['a', 'b']), false);
  });
});
