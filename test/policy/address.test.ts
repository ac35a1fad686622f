import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressProblem } from '../../src/policy/address.js';
import fc from 'fast-check';
import { checkValue, normalizeAddress, normalizeValue } from '../../src/policy/index.js';

const store = (typed: string) => {
  const value = normalizeAddress(typed);
  return addressProblem(value) ?? value;
};

describe('an email address', () => {
  const addresses: [typed: string, stored: string][] = [
    [' Mia@Acme.Example ', 'mia@acme.example'],
    ["o'neil+news@acme.example", "o'neil+news@acme.example"],
    ['mia_b@sub.acme.co.example', 'mia_b@sub.acme.co.example'],
    ['hugo@müller.example', 'hugo@xn--mller-kva.example'],
    ['hugo@MÜLLER.example', 'hugo@xn--mller-kva.example'],
    [`hugo@${'müller'.normalize('NFD')}.example`, 'hugo@xn--mller-kva.example'],
    ['hugo@例え.example', 'hugo@xn--r8jz45g.example'],
    ['hugo@xn--mller-kva.example', 'hugo@xn--mller-kva.example'],
    ['анна@почта.example', 'анна@xn--80a1acny.example'],
    ['anna@почта.example', 'anna@xn--80a1acny.example'],
    ['jörg@acme.example', 'jörg@acme.example'],
    ['tanaka＠acme。example', 'tanaka@acme.example'],
    ['ｔａｎａｋａ＠ａｃｍｅ．ｅｘａｍｐｌｅ', 'tanaka@acme.example'],
    ['\u202dmia@acme.example\u202c', 'mia@acme.example'],
    ['\ufeffmia@acme.example\u200b', 'mia@acme.example'],
  ];
  for (const [typed, stored] of addresses)
    it(`is stored: ${typed}`, () => assert.equal(store(typed), stored));

  const lookAlikes: [what: string, typed: string][] = [
    ['a Cyrillic а', 'mi\u0430@acme.example'],
    ['a Cyrillic letter in the domain', 'mia@\u0430cme.example'],
    ['a Greek omicron', 'mia@g\u03bf\u03bfgle.example'],
    ['a domain of Cyrillic letters with Latin doubles', 'mia@аррӏе.example'],
    ['a name of them', 'асе@acme.example'],
    ['a long s', 'mia@\u017flack.example'],
    ['a ligature', 'mia@\ufb01rm.example'],
    ['a phonetic g', 'mia@\u0261oogle.example'],
    ['an Armenian o', 'mia@go\u0585gle.example'],
    ['a Cherokee letter', 'mia@\uab83cme.example'],
    ['a small capital in a circle', 'mia@\u24d0cme.example'],
  ];
  for (const [what, typed] of lookAlikes) {
    it(`is refused with ${what}`, () => assert.equal(store(typed), 'address-look-alike'));
  }

  it('says what can’t be seen, and what is no address', () => {
    for (const character of '\u00ad\u200b\u200d\u2060\ufe0f\u202e\u3164')
      for (const typed of [`mi${character}a@acme.example`, `mia@ac${character}me.example`])
        assert.equal(store(typed), 'address-invisible', JSON.stringify(typed));
    for (const typed of ['', 'mia', 'mia@', '@acme.example', 'mia@acme', 'mia okafor@acme.example'])
      assert.equal(store(typed), 'address-invalid', typed);
  });

  it('is judged alike in a profile and in an invitation', () => {
    const codes = { invisible: 'address-invisible', 'look-alike': 'address-look-alike' } as const;
    const typed = fc.string({
      unit: fc.constantFrom(...'ab@. A＠ü\u0430\u200b\u00ad\u0001,<"', 'a.example'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(typed, (text) => {
        const value = normalizeValue('email', text);
        const code = checkValue({ kind: 'email', required: true, constraints: {} }, value)?.code;
        const expected = code && (code in codes ? codes[code as keyof typeof codes] : 'address-invalid');
        assert.equal(addressProblem(normalizeAddress(text)), expected ?? null);
      }),
      { numRuns: 2_000 },
    );
  });
});
