import { expect } from '@open-wc/testing';
import { relativeTime, untilTime } from '../../src/elements/parts/time.js';

const texts = { justNow: 'just now' };
/** A Wednesday at noon, wherever the test runs. */
const now = new Date(2026, 10, 25, 12).getTime();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const past = (at: number, lang = 'en') => relativeTime(new Date(at).toISOString(), lang, texts, now);
const future = (left: number, lang = 'en') => untilTime(new Date(now + left).toISOString(), lang, now);

describe('times', () => {
  for (const [what, at, text] of [
    ['a moment', now - 59_000, 'just now'],
    ['a clock that runs ahead', now + 5 * minute, 'just now'],
    ['a minute', now - minute, '1 minute ago'],
    ['almost an hour', now - 59.9 * minute, '59 minutes ago'],
    ['the evening before', new Date(2026, 10, 24, 22).getTime(), '14 hours ago'],
    ['the morning before', new Date(2026, 10, 24, 9).getTime(), 'yesterday'],
    ['two days before, less than 48 hours', new Date(2026, 10, 23, 13).getTime(), '2 days ago'],
    ['six days', now - 6 * day, '6 days ago'],
    ['seven days', now - 7 * day, 'Nov 18'],
    ['another year', new Date(2025, 4, 12, 9).getTime(), 'May 12, 2025'],
  ] as const) {
    it(`of ${what} in the past read "${text}"`, () => expect(past(at)).to.equal(text));
  }

  it('in the past follow the language', () => {
    expect(past(now - 2 * hour, 'de')).to.equal('vor 2 Stunden');
    expect(past(now - 30 * day, 'de')).to.equal('26. Okt.');
  });

  it('are null if they can’t be parsed', () => {
    expect(relativeTime('tomorrow', 'en', texts, now)).to.equal(null);
    expect(relativeTime(null, 'en', texts, now)).to.equal(null);
  });

  for (const [left, text] of [
    [-hour, 'this minute'],
    [90_000, 'in 2 minutes'],
    [59.6 * minute, 'in 1 hour'],
    [23.6 * hour, 'tomorrow'],
    [2.9 * day, 'in 3 days'],
    [6.6 * day, 'in 7 days'],
  ] as const) {
    it(`in the future are rounded: "${text}"`, () => expect(future(left)).to.equal(text));
  }
});
