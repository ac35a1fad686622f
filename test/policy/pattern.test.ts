import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePolicy } from '../../src/policy/index.js';
import { checkPattern } from '../../src/policy/file/pattern.js';
import { runsOf } from './arbitraries.js';
import { countSteps, type Part } from './backtracking.js';
import { document } from './support.js';

const accepted = [
  'R1',
  '[A-Z]{2}\\d{4}',
  '\\d+[.]\\d+',
  '\\p{L}+ \\p{L}+',
  '[^@]+@[^@]+',
  'a?b?c?',
  'a{5}a',
  'a{3}a*',
  'a*b*c*d*e*',
  '.{0,80}',
  '[\\s\\S]*',
  '[\\]\\\\]+x',
  '\\.\\*\\+',
  '\\p{Script=Latin}{1,40}',
  '😀+x',
  '-',
];

/** What is refused, and a word the message says about it. */
const refused: [string, RegExp][] = [
  // The classics of catastrophic backtracking.
  ['(a+)+', /not supported/],
  ['(a|a)*', /not supported/],
  ['(a|aa)+$', /not supported/],
  ['([a-z]+)*x', /not supported/],
  ['\\w*\\w*', /"\\w" and the "\\w" after it/],
  ['[a-z]*[a-y]+z', /same character/],
  ['.*.*x', /same character/],
  ['.*x', /same character/],
  ['a*a', /same character/],
  ['a*b?a', /same character/],
  ['a*b{0}c*a', /same character/],
  ['a{1,2}a{1,2}', /same character/],
  ['a?a?a?aaa', /same character/],
  ['\\d+[0-9]', /same character/],
  ['[^a]*[^b]*', /same character/],
  ['\\s+ x', /same character/],
  ['\\p{L}+\\p{Lu}', /same character/],
  ['K*\\p{Script=Latin}', /same character/],
  ['[😀-😎]*😀', /same character/],
  // Everything with a choice, a memory or a look around.
  ['a|b', /not supported/],
  ['(?=a)a', /not supported/],
  ['(?!a)b', /not supported/],
  ['(?<=a)b', /not supported/],
  ['(?<!a)b', /not supported/],
  ['(a)\\1', /not supported/],
  ['\\1', /not supported/],
  ['(?<x>a)\\k<x>', /not supported/],
  ['(?:a)', /not supported/],
  ['^a', /not supported/],
  ['a$', /not supported/],
  ['a\\b', /not supported/],
  ['a*?', /not supported/],
  ['a**', /not supported/],
  ['*a', /not supported/],
  ['a{10000}', /not supported/],
  ['a{,3}', /not supported/],
  ['[]', /not supported/],
  ['[z-a]', /not supported/],
  ['[a', /not supported/],
  ['a]', /not supported/],
  ['\\p{Nonsense}', /not supported/],
  ['\\', /not supported/],
  ['', /empty/],
];

describe('checkPattern', () => {
  for (const pattern of accepted) {
    it(`takes ${pattern}`, () => assert.equal(checkPattern(pattern), null));
  }
  for (const [pattern, message] of refused) {
    it(`refuses ${pattern}`, () => assert.match(checkPattern(pattern) ?? 'accepted', message));
  }

  it('refuses neighbours that meet only beyond the Basic Multilingual Plane', () => {
    for (const pattern of ['😁*😁*x', '[😁-😂]*[😂-😃]*x', '𠮷*𠮷*x', '\\p{Script=Han}*𠮷']) {
      assert.match(checkPattern(pattern) ?? 'accepted', /same character/, pattern);
    }
  });

  it('refuses what is no regular expression as a whole', () => {
    for (const pattern of ['a{2,1}', '[0-9]{4,3}x']) {
      assert.notEqual(checkPattern(pattern), null, pattern);
    }
  });

  it('is asked for every pattern of a policy file', () => {
    const field = { ...document.fields.jobTitle, constraints: { pattern: '(a+)+' } };
    assert.throws(
      () => parsePolicy({ ...document, fields: { jobTitle: field } }),
      /fields\.jobTitle\.constraints\.pattern: .*not supported/,
    );
  });
});

describe('an accepted pattern', () => {
  /** Class by class: how it is written, and some characters it takes. */
  const letters: readonly Part['letters'][] = [
    ['a', 'a'],
    ['b', 'b'],
    ['[ab]', 'ab'],
    ['[b-d]', 'bcd'],
    ['[^a]', 'bcd1 é'],
    ['\\d', '12'],
    ['[1x]', '1x'],
    ['\\w', 'abcdx12'],
    ['\\s', ' '],
    ['.', 'abcdx12 é'],
    ['\\p{L}', 'abcdxé'],
    ['é', 'é'],
  ];
  const quantifiers: readonly Part['quantifier'][] = [
    ['', 1, 1],
    ['?', 0, 1],
    ['*', 0, Infinity],
    ['+', 1, Infinity],
    ['{2}', 2, 2],
    ['{1,3}', 1, 3],
    ['{2,}', 2, Infinity],
    ['{0,2}', 0, 2],
  ];
  const part = fc.record({
    letters: fc.constantFrom(...letters),
    quantifier: fc.constantFrom(...quantifiers),
  });
  const parts = fc.array(part, { minLength: 1, maxLength: 5 });
  const sourceOf = (pattern: readonly Part[]) =>
    pattern.map(({ letters: [source], quantifier: [suffix] }) => source + suffix).join('');
  /** Text made to mislead: long runs of what the pattern likes, and something it does not at the end. */
  const run = fc.tuple(fc.constantFrom(...'abcdx12 é'), fc.constantFrom(1, 2, 3, 20_000));
  const runs = fc.tuple(fc.array(run, { minLength: 1, maxLength: 8 }), fc.constantFrom('', '!', 'a', 'x'));

  it('is matched in a few steps per character, however misleading the text', (t) => {
    let taken = 0;
    let longest = 0;
    const property = fc.property(parts, runs, (pattern, [repeated, end]) => {
      fc.pre(checkPattern(sourceOf(pattern)) === null);
      const text = repeated.map(([letter, times]) => letter.repeat(times)).join('');
      const input = text.slice(0, 100_000) + end;
      taken += 1;
      longest = Math.max(longest, input.length);
      // For each character: one step forward, one to give it back, and a look at whatever else could take it.
      const limit = (pattern.length + 2) * (input.length + 1);
      const { steps } = countSteps(pattern, input, limit);
      assert.ok(steps <= limit, `more than ${limit} steps for ${sourceOf(pattern)}`);
    });
    fc.assert(property, { ...runsOf(4), maxSkipsPerRun: 1000 });
    t.diagnostic(`${taken} accepted patterns, texts of up to ${longest} characters`);
  });

  it('means to the regular expression engine what it means here', () => {
    const short = fc.array(fc.constantFrom(...'abcdx12 é!'), { maxLength: 8 }).map((all) => all.join(''));
    const property = fc.property(parts, short, (pattern, input) => {
      const expression = new RegExp(`^(?:${sourceOf(pattern)})$`, 'u');
      assert.equal(countSteps(pattern, input, Infinity).matches, expression.test(input), sourceOf(pattern));
    });
    fc.assert(property, runsOf());
  });

  /** That the counter counts: what the checker is there to refuse runs away in it. */
  it('would not be, without the check', () => {
    const any: Part = { letters: ['.', 'a'], quantifier: ['*', 0, Infinity] };
    const x: Part = { letters: ['x', 'x'], quantifier: ['', 1, 1] };
    const input = 'a'.repeat(2000);
    assert.notEqual(checkPattern('.*.*x'), null);
    assert.equal(countSteps([any, any, x], input, 1_000_000).steps, 1_000_001);
    const four = [any, any, any, any, x];
    assert.equal(countSteps(four, input.slice(0, 100), 1_000_000).steps, 1_000_001);
  });
});
