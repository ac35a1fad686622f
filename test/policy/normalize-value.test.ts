/** What is stored of typed and pasted text. `invisible.test.ts` has what no reader can see. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalizeValue } from '../../src/policy/index.js';

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
