/** Phone numbers as people write, copy, and paste them: the number they mean, or what to change. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  type CountryCode,
} from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { checkValue, normalizeValue } from '../../src/policy/index.js';
import { checkPhone, formatPhone } from '../../src/policy/phone.js';

/** What the form makes of it: the number, or the code of a violation. */
function type(typed: string): unknown {
  const value = normalizeValue('phone', typed);
  return checkValue({ kind: 'phone', required: true, constraints: {} }, value)?.code ?? value;
}

/** What the proxy makes of it. */
function save(typed: string): unknown {
  const value = normalizeValue('phone', typed);
  const violation = checkValue({ kind: 'phone', required: true, constraints: {} }, value);
  if (violation) return violation.code;
  const checked = checkPhone(String(value));
  return checked.violation?.code ?? checked.number;
}

describe('a phone number', () => {
  const numbers: [how: string, typed: string, stored: string][] = [
    ['with spaces', '+351 21 555 0100', '+351215550100'],
    ['with no-break spaces', '+351\u00a021\u202f555\u00a00100', '+351215550100'],
    ['from a contacts app', '\u202d+351 21 555 0100\u202c', '+351215550100'],
    ['from a right-to-left chat', '\u2066+351 21 555 0100\u2069', '+351215550100'],
    ['after a mark', '\u200e+351215550100', '+351215550100'],
    ['with a variation selector', '+351\ufe0d-21-555-0100', '+351215550100'],
    ['with no-break hyphens', '+351\u201121\u2011555\u20110100', '+351215550100'],
    ['with en dashes', '+351 21\u2013555\u20130100', '+351215550100'],
    ['with minus signs', '+351 21\u2212555\u22120100', '+351215550100'],
    ['with dots', '+351.21.555.0100', '+351215550100'],
    ['in full width', '＋３５１２１５５５０１００', '+351215550100'],
    ['in Arabic digits', '+٣٥١ ٢١ ٥٥٥ ٠١٠٠', '+351215550100'],
    ['in Persian digits', '+۳۵۱۲۱۵۵۵۰۱۰۰', '+351215550100'],
    ['in Devanagari digits', '+३५१२१५५५०१००', '+351215550100'],
    ['from a link', 'tel:+351-21-555-0100', '+351215550100'],
    ['with a label', 'Tel.: +351 21 555 0100', '+351215550100'],
    ['with a remark', '+351 21 555 0100 (office)', '+351215550100'],
    ['with the area code in brackets', '+351 (21) 555.0100', '+351215550100'],
    ['with the country code in brackets', '(+351) 21 555 0100', '+351215550100'],
    ['with a slash after the area code', '+49 30/5550100', '+49305550100'],
    ['with 00', '0049 30 5550100', '+49305550100'],
    ['with 00 in brackets', '(0049) 30 5550100', '+49305550100'],
    ['with 00 and (0)', '0049 (0)30 5550100', '+49305550100'],
    ['with (0)', '+49 (0)30 5550100', '+49305550100'],
    ['with ( 0 )', '+44 ( 0 ) 20 7946 0003', '+442079460003'],
    ['of Italy, with its zero', '+39 06 5550 0100', '+390655500100'],
    ['of Italy, with its zero in brackets', '+39 (0)6 5550 0100', '+390655500100'],
    ['of San Marino, with its zero', '+378 (0549) 555010', '+3780549555010'],
    ['of North America', '+1 (212) 555-0100', '+12125550100'],
    ['of no country', '+800 1234 5678', '+80012345678'],
  ];
  for (const [how, typed, stored] of numbers) {
    it(`is read ${how}`, () => {
      assert.equal(type(typed), stored);
      assert.equal(save(typed), stored);
    });
  }

  const trunks: [typed: string, stored: string][] = [
    ['+49 030 5550100', '+49305550100'],
    ['+49 (030) 5550100', '+49305550100'],
    ['+44 020 7946 0003', '+442079460003'],
    ['+33 01 23 45 67 89', '+33123456789'],
    ['+49-0-30-5550100', '+49305550100'],
    ['+4900305550100', '+49305550100'],
    ['+1 1 212 555 0100', '+12125550100'],
  ];
  for (const [typed, stored] of trunks) {
    it(`loses what is dialed only inside the country, in the proxy: ${typed}`, () =>
      assert.equal(save(typed), stored));
  }

  const refused: [how: string, typed: string, code: string][] = [
    ['without a country code', '030 5550100', 'no-country-code'],
    ['with an extension only', 'ext. 12', 'no-country-code'],
    ['with a zero after the plus sign', '+030 5550100', 'no-country-code'],
    ['with ext.', '+49 30 5550100 ext. 12', 'extension'],
    ['with x', '+1 212 555 0100 x12', 'extension'],
    ['with #', '+1 212 555 0100 #12', 'extension'],
    ['with a word', '+49 30 5550100 Durchwahl 12', 'extension'],
    ['with an extension in a link', 'tel:+49-30-5550100;ext=12', 'extension'],
    ['with a pause', '+1 212 555 0100,12', 'extension'],
    ['with another ending', '+49 30 5550100/12', 'extension'],
    ['two, with a slash', '+49 30 5550100 / +49 170 1234567', 'two-numbers'],
    ['two, the second without its country', '+49 30 55501 / 55502', 'two-numbers'],
    ['two, with a semicolon', '+49305550100; 01701234567', 'two-numbers'],
    ['two, with a word', '+49 30 5550100 or 0170 1234567', 'two-numbers'],
    ['two, one after the other', '+49305550100+491701234567', 'two-numbers'],
    ['too short', '+4912', 'number-length'],
    ['too long', '+49 30 5550100 5550101 55', 'number-length'],
    ['of letters', '+1 800 FLOWERS', 'format'],
    ['no number', 'none', 'format'],
    ['a sign at the end', '49305550100+', 'format'],
    ['nothing', ' \u200b', 'required'],
  ];
  for (const [how, typed, code] of refused) {
    it(`is refused ${how}`, () => {
      assert.equal(type(typed), code);
      assert.equal(save(typed), code);
    });
  }

  const impossible: [how: string, typed: string, code: string][] = [
    ['a country code that doesn’t exist', '+999 123 4567', 'unknown-country-code'],
    ['another one', '+210 555 0100', 'unknown-country-code'],
    ['a digit too few', '+1 212 555 010', 'number-length'],
    ['a digit too many', '+1 212 555 01000', 'number-length'],
    ['the code of an international call in Australia', '0011 49 30 5550100', 'number-length'],
    ['a zero in place of a digit', '+33 01 23 45 67 8', 'number-length'],
    ['a zero where none is dialed', '+351 05550100', 'number-length'],
  ];
  for (const [how, typed, code] of impossible) {
    it(`is refused by the proxy with ${how}`, () => assert.equal(save(typed), code));
  }
});

describe('the numbers of all countries', () => {
  const country = fc.constantFrom(...getCountries());
  const exampleOf = (code: CountryCode) => getExampleNumber(code, examples);

  it('are taken as they are, from any way of writing them', () => {
    for (const code of getCountries()) {
      const number = exampleOf(code);
      if (!number) continue;
      const written = [
        number.number,
        number.formatInternational(),
        number.getURI(),
        `00${getCountryCallingCode(code)} ${number.nationalNumber}`,
      ];
      for (const typed of written) assert.equal(save(typed), number.number, `${code}: ${typed}`);
      assert.equal(normalizeValue('phone', formatPhone(number.number) ?? ''), number.number);
    }
  });

  it('never become another number: the digits typed are kept, but for zeros and prefixes', () => {
    fc.assert(
      fc.property(
        country,
        fc.string({ unit: fc.constantFrom(...'0123456789 -()/.'), maxLength: 14 }),
        (code, rest) => {
          const saved = save(`+${getCountryCallingCode(code)}${rest}`);
          if (typeof saved !== 'string' || !saved.startsWith('+')) return;
          assert.equal(save(saved), saved);
          // Argentina writes a mobile number with 15 at home and with 9 from abroad.
          if (code === 'AR') return;
          const typed = rest.replace(/[^\d()]/g, '');
          const national = saved.slice(1 + getCountryCallingCode(code).length);
          // "(0)" is dialed only inside the country.
          const kept = [typed, typed.replace('(0)', '')].map((text) => text.replace(/\D/g, ''));
          assert.ok(
            kept.some((digits) => digits.endsWith(national)),
            `${typed} → ${saved}`,
          );
        },
      ),
      {
        numRuns: 2_000,
        examples: [
          // Without its zero, it is shorter than any number with an area code.
          ['AT', '09000'],
          // The plans complete them with an area code.
          ['NF', '00000'],
          ['MG', '4000000'],
        ],
      },
    );
  });
});

describe('a stored phone number', () => {
  it('is grouped for reading, if it is one', () => {
    assert.equal(formatPhone('+49305550100'), '+49 30 5550100');
    assert.equal(formatPhone('+12125550100'), '+1 212 555 0100');
    for (const odd of ['089 / 123456', '+999123', '+490305550100', '', 'none'])
      assert.equal(formatPhone(odd), null);
  });
});
