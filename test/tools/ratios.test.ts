import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWorse, sizeChange } from '../../tools/performance/noise.js';
import {
  alignColumns,
  comparison,
  parseRatios,
  spreadText,
  summarize,
} from '../../tools/performance/ratios.js';

const run = (ratios: Readonly<Record<string, number>>) => new Map(Object.entries(ratios));
const runs = (name: string, ...ratios: readonly number[]) => ratios.map((ratio) => run({ [name]: ratio }));

describe('parseRatios', () => {
  it('reads a line by its name, without its note', () => {
    const output = '× 1.3  --version (80 ms)\n× 120  decide, the whole matrix (45 ns, looked up 0.4 ns)\n';
    assert.deepEqual(parseRatios(output), run({ '--version': 1.3, 'decide, the whole matrix': 120 }));
  });

  it('puts the line above in front of the name of an indented one', () => {
    const output =
      '/v1/profile\n  × 0.50  requests a second\n  1 of 2\n  × 2.10  CPU\n/v1/members\n  × 3  CPU\n';
    assert.deepEqual(
      parseRatios(output),
      run({ '/v1/profile: requests a second': 0.5, '/v1/profile: CPU': 2.1, '/v1/members: CPU': 3 }),
    );
  });

  it('takes no other line for a ratio', () => {
    assert.deepEqual(parseRatios('ready 12 ms (× 1.35)\n\nMedian of 9 rounds, × 2\nx 3  name\n'), new Map());
  });
});

describe('summarize', () => {
  it('has the median of the runs, and how far they lay apart', () => {
    assert.deepEqual(
      summarize([...runs('start', 3, 1, 2), run({ serve: 12 })]),
      new Map([
        ['start', { median: 2, low: 1, high: 3 }],
        ['serve', { median: 12, low: 12, high: 12 }],
      ]),
    );
  });
});

describe('isWorse', () => {
  it('is what lies further from the median than the runs from each other', () => {
    const recorded = { median: 2, low: 1.75, high: 2.25 };
    assert.equal(isWorse(2.5, recorded), false);
    assert.equal(isWorse(2.51, recorded), true);
    assert.equal(isWorse(1, recorded), false);
  });

  it('takes a tenth for noise at least', () => {
    const recorded = { median: 2, low: 2, high: 2 };
    assert.equal(isWorse(2.19, recorded), false);
    assert.equal(isWorse(2.21, recorded), true);
  });
});

describe('sizeChange', () => {
  it('takes for noise what gzip makes of other file names', () => {
    assert.deepEqual(sizeChange(12_060, 12_000), { text: '+60', mark: '', isNoise: true });
    assert.deepEqual(sizeChange(12_061, 12_000), { text: '+61', mark: 'grew', isNoise: false });
    assert.deepEqual(sizeChange(120, 100), { text: '+20', mark: '', isNoise: true });
    assert.deepEqual(sizeChange(12_000, 12_000), { text: '', mark: '', isNoise: true });
  });

  it('shows what shrank, and what is new', () => {
    assert.deepEqual(sizeChange(11_000, 12_000), { text: '−1000', mark: '', isNoise: false });
    assert.deepEqual(sizeChange(11_000), { text: 'new', mark: '', isNoise: false });
  });
});

describe('the table of two commits', () => {
  const before = summarize([...runs('start', 2, 2.2, 2.1), ...runs('serve', 12, 10, 11), ...runs('old', 1)]);
  const after = summarize([
    ...runs('start', 4, 4.2, 4.4),
    ...runs('serve', 9, 10.5, 10),
    ...runs('new', 150),
  ]);

  it('tells changes from noise, and shows what only one of them has', () => {
    assert.deepEqual(comparison(before, after).slice(1), [
      ['start', '2.10 (2.00 to 2.20)', '4.20 (4.00 to 4.40)', '× 2.00'],
      ['serve', '11.00 (10.00 to 12.00)', '10.00 (9.00 to 10.50)', '× 0.91, noise'],
      ['old', '1.00 (1.00 to 1.00)', '–', '–'],
      ['new', '–', '150 (150 to 150)', '–'],
    ]);
    assert.equal(spreadText(undefined), '–');
  });

  it('is aligned', () => {
    assert.deepEqual(
      alignColumns([
        ['ratio', 'now', ''],
        ['start', '2.10', 'worse'],
        ['a longer name', '12.00', ''],
      ]),
      ['ratio            now', 'start           2.10  worse', 'a longer name  12.00'],
    );
  });
});
