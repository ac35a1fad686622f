import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateTimeFormat, formatNumber } from '../../src/messages/formats.js';

const long = { dateStyle: 'long', timeZone: 'UTC' } as const;

describe('formats', () => {
  it('are made once for a language and its options', () => {
    assert.equal(dateTimeFormat('en', long), dateTimeFormat('en', { ...long }));
  });

  it('are different ones for other options and other languages', () => {
    const texts = [
      dateTimeFormat('en', long),
      dateTimeFormat('de', long),
      dateTimeFormat('en', { ...long, dateStyle: 'short' }),
    ].map((format) => format.format(0));
    assert.deepEqual(texts, ['January 1, 1970', '1. Januar 1970', '1/1/70']);
  });

  it('refuse what is not a language tag, every time', () => {
    for (let time = 0; time < 2; time += 1) assert.throws(() => formatNumber(1, 'en_US'), RangeError);
  });
});
