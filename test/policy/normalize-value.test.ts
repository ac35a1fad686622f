/** What is stored of typed and pasted text: nothing that a reader can't see, everything that scripts and emoji need. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkValue, normalizeValue } from '../../src/policy/index.js';

/** Zero-width characters, fillers, variation selectors, and tags, but no marks that reorder text, which are refused. */
const unseen = [
  ...'\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064',
  ...'\u206a\u206b\u206c\u206d\u206e\u206f\u2800\u3164\ufe00\ufe0d\ufe0e\ufe0f\ufeff\uffa0\ufff9\ufffa\ufffb',
  ...'\u{1bca0}\u{1bca3}\u{1d173}\u{1d17a}\u{e0001}\u{e0020}\u{e0041}\u{e0061}\u{e007f}\u{e0100}\u{e01ef}',
];

describe('characters that no reader can see', () => {
  it('are an empty name by themselves', () => {
    for (const character of unseen) assert.equal(normalizeValue('text', character.repeat(3)), null);
  });

  it('are removed from a name, an address, and a username', () => {
    for (const character of unseen) {
      assert.equal(normalizeValue('text', `U${character}li${character}`), 'Uli', JSON.stringify(character));
      assert.equal(normalizeValue('email', `u${character}li@acme.example${character}`), 'uli@acme.example');
      assert.equal(normalizeValue('username', `u${character}li`), 'uli');
    }
  });

  it('are removed wherever they hide in Latin text', () => {
    const hidden = fc.string({ unit: fc.constantFrom('a', 'Z', 'é', ' ', ...unseen) });
    fc.assert(
      fc.property(hidden, (text) => {
        const stored = String(normalizeValue('multiline', text) ?? '');
        assert.match(stored, /^[aZé ]*$/);
      }),
    );
  });

  it('are kept where a script or an emoji needs them', () => {
    const names = [
      'علی\u200cرضا',
      'می\u200cخواهم',
      'क\u094d\u200dष',
      'র\u200d\u09cdয',
      'ශ\u0dca\u200dරී',
      'അവന\u0d4d\u200d',
      '👩\u200d💻 Ann',
      '🏳\ufe0f\u200d🌈',
      '👩🏽\u200d🤝\u200d👨🏻',
      '❤\ufe0f',
      '1\ufe0f\u20e3',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '渡邊\u{e0101}',
      'ᠮᠣᠩᠭᠣᠯ\u180bᠢ',
    ];
    for (const name of names) assert.equal(normalizeValue('text', name), name.normalize('NFC'));
  });

  it('are refused where they reorder what others read', () => {
    const value = normalizeValue('text', 'exe\u202efdp');
    assert.equal(checkValue({ kind: 'text', required: false, constraints: {} }, value)?.code, 'format');
  });
});

describe('a pasted phone number', () => {
  const right = '+351215550100';
  const pasted = {
    'with spaces': '+351 21 555 0100',
    'with no-break spaces': '+351\u00a021\u202f555\u00a00100',
    'from a contacts app': '\u202d+351 21 555 0100\u202c',
    'from a right-to-left chat': '\u2066+351 21 555 0100\u2069',
    'after a mark': '\u200e+351215550100',
    'with a variation selector': '+351\ufe0d-21-555-0100',
    'with no-break hyphens': '+351\u201121\u2011555\u20110100',
    'with en dashes': '+351 21\u2013555\u20130100',
    'in full width': '＋３５１２１５５５０１００',
    'from a link': 'tel:+351-21-555-0100',
    'with dots and brackets': '+351.(21).555.0100',
  };
  for (const [how, typed] of Object.entries(pasted)) {
    it(how, () => assert.equal(normalizeValue('phone', typed), right));
  }

  it('loses the zero that is dialed only inside the country', () => {
    assert.equal(normalizeValue('phone', '+49 (0)30 5550100'), '+49305550100');
    assert.equal(normalizeValue('phone', '+44 (0) 20 7946 0003'), '+442079460003');
  });

  it('keeps a zero that belongs to it', () => {
    assert.equal(normalizeValue('phone', '+39 (0)6 5550100'), '+39065550100');
    assert.equal(normalizeValue('phone', '+378 (0549) 555010'), '+3780549555010');
  });
});

describe('an address of an international domain', () => {
  const valid = (address: string) => {
    const value = normalizeValue('email', address);
    return checkValue({ kind: 'email', required: true, constraints: {} }, value) === null ? value : null;
  };

  it('is stored with the domain in ASCII', () => {
    assert.equal(valid('hugo@müller.example'), 'hugo@xn--mller-kva.example');
    assert.equal(valid('hugo@例え.example'), 'hugo@xn--r8jz45g.example');
  });

  it('is refused if a letter only looks like an ASCII one', () => {
    assert.equal(valid('hugo@ſlack.example'), null);
  });
});
