/** Characters that no reader can see: stripped at the ends, refused inside, kept where scripts and emoji need them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkValue, normalizeValue, searchable, type FieldKind } from '../../src/policy/index.js';
import { comparable } from '../../src/policy/comparable.js';

/** Zero-width characters, fillers, variation selectors, tags, and marks that reorder text. */
const invisible = [
  ...'\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f',
  ...'\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069',
  ...'\u206a\u206b\u206c\u206d\u206e\u206f\u2800\u3164\ufe00\ufe0d\ufe0e\ufe0f\ufeff\uffa0\ufff9\ufffa\ufffb',
  ...'\u{1bca0}\u{1bca3}\u{1d173}\u{1d17a}\u{e0001}\u{e0020}\u{e0041}\u{e0061}\u{e007f}\u{e0100}\u{e01ef}',
];
const nameOf = (character: string) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`;

/** What a save stores, or the violation it meets. */
function save(kind: FieldKind, typed: string | string[], required = false) {
  const value = normalizeValue(kind, typed);
  return checkValue({ kind, required, constraints: {} }, value) ?? value;
}

describe('a character that no reader can see', () => {
  for (const character of invisible) {
    it(`${nameOf(character)} is no name, is stripped at the ends, and refused inside`, () => {
      assert.deepEqual(save('text', character.repeat(3), true), { code: 'required' });
      assert.equal(save('text', ` ${character}Uli ${character}`), 'Uli');
      assert.equal(save('email', `${character}uli@acme.example${character}`), 'uli@acme.example');
      assert.equal(save('username', `uli${character}`), 'uli');
      assert.deepEqual(save('text', `U${character}li`), { code: 'invisible', limit: 'U' });
      assert.deepEqual(save('list', ['Mia', `U${character}li`]), {
        code: 'invisible',
        limit: 'U',
        item: `U${character}li`,
      });
      assert.deepEqual(save('email', `u${character}li@acme.example`), { code: 'invisible', limit: 'u' });
      assert.deepEqual(save('username', `u${character}li`), { code: 'invisible', limit: 'u' });
      assert.deepEqual(save('url', `https://acme.example/${character}x`), {
        code: 'invisible',
        limit: 'cme.example/',
      });
      assert.equal(save('multiline', `Two\n${character}lines`), 'Two\nlines');
    });
  }

  it('is refused wherever it hides in Latin text', () => {
    const hidden = fc.string({ unit: fc.constantFrom('a', 'Z', 'é', ' ', ...invisible) });
    fc.assert(
      fc.property(hidden, (text) => {
        const saved = save('text', text);
        assert.ok(saved === null || typeof saved === 'object' || /^[aZé ]*$/.test(saved as string));
        const lines = normalizeValue('multiline', text);
        assert.ok(lines === null || (typeof lines === 'string' && /^[aZé ]*$/.test(lines)));
      }),
    );
  });

  it('is found by the text in front of it, however long the value is', () => {
    assert.deepEqual(save('text', '👩‍💻 Maximiliane Oka\u00adfor'), {
      code: 'invisible',
      limit: 'imiliane Oka',
    });
  });
});

describe('a name that shows nothing', () => {
  const names = ['\u0301', '\u0300\u0301', '\ue000', '\u{f0000}', '\u00a0\u3000', '\u2028', '\u0001\u0002'];
  for (const name of names) {
    it(`is none: ${[...name].map(nameOf).join(' ')}`, () => {
      const saved = save('text', name, true);
      assert.ok(saved !== null && typeof saved === 'object' && 'code' in saved);
    });
  }
});

describe('what scripts and emoji need', () => {
  const names: [what: string, name: string][] = [
    ['Persian: a name of two parts', 'علی\u200cرضا'],
    ['Persian: a prefix', 'می\u200cخواهم'],
    ['Devanagari: a half letter', 'क\u094d\u200dष'],
    ['Devanagari: letters side by side', 'क\u094d\u200cष'],
    ['Bengali', 'র\u200d\u09cdয'],
    ['Sinhala', 'ශ\u0dca\u200dරී'],
    ['Malayalam, at the end', 'അവന\u0d4d\u200d'],
    ['Kannada', 'ರ\u200d\u0ccdಕ'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ\u180bᠢ'],
    ['Japanese: a variant', '渡邊\u{e0101}'],
    ['a profession', '👩\u200d💻 Ann'],
    ['a flag of colors', '🏳\ufe0f\u200d🌈'],
    ['people with skin tones', '👩🏽\u200d🤝\u200d👨🏻'],
    ['a colored heart', 'Mia ❤\ufe0f'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['Braille with a blank', '\u2813\u2800\u2813'],
  ];
  for (const [what, name] of names) {
    it(`is kept: ${what}`, () => assert.equal(save('text', `\u200b${name}`), name.normalize('NFC')));
  }

  it('is kept in a long text without taking long', () => {
    for (const part of [' ', '\u200b', '👩\u200d💻', 'क\u094d\u200dष', '\u2800', '- ']) {
      normalizeValue('text', `x${part.repeat(10_000)}x`);
    }
  });
});

describe('texts that read the same', () => {
  const pairs: [string, string][] = [
    ['Zoë', 'Zoë'.normalize('NFD')],
    ['Nguyễn', 'Nguyễn'.normalize('NFD')],
    ['O’Brien', "O'Brien"],
    ['Oʼahu', "O'ahu"],
    ['D‘Arc', "D'Arc"],
    ['O`Neil', "O'Neil"],
    ['Mia Okafor', 'Mia\u00a0\u00a0Okafor'],
    ['Mia', '\u202dMi\u00ada\u202c'],
    ['MÜLLER', 'müller'],
  ];
  for (const [a, b] of pairs) {
    it(`are equal: ${a}, ${JSON.stringify(b)}`, () => assert.equal(comparable(a), comparable(b)));
  }
  it('keep what a script needs, and their case in a search', () => {
    assert.equal(searchable(' علی\u200cرضا '), 'علی\u200cرضا');
    assert.equal(searchable('\u2066Mia\u2069 O’B'), "Mia O'B");
  });
});
