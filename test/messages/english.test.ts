import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy } from '../../src/policy/index.js';
import { createFormatter } from '../../src/messages/formatter.js';
import { english } from './catalogs.js';
import { countsInNames, textsOf } from './texts.js';

/** Words that an admin wouldn't say, or that have a better one in the vocabulary. */
const banned = [
  'somebody|nobody|whoever|everybody|mails?|fresh|anew|meanwhile|afterwards|tokens?|claims?|refresh(ed|es)?|scopes?',
  'upstream|log ?ins?|logged in|second step|lockouts?|at the moment|any more|may not|no more|go(es)? on|take back',
  'looked after|kept in step|would reach|demanded|deeds?|mishaps?|run out|give (it|them) back|cannot|could not',
  'is not|are not|does not|please|sorry|oops|successfully|in order to',
].join('|');
const bannedWords = new RegExp(`(?<![\\w-])(${banned})(?![\\w-])`, 'i');

const labels = [
  ...Object.values(defaultPolicy.fields).flatMap(({ label, help }) => [label, help]),
  ...Object.values(defaultPolicy.groups ?? {}).map((group) => ('label' in group ? group.label : group)),
].flatMap((text) => textsOf(text?.['en'], 'policy'));

describe('English texts', () => {
  const texts = [...textsOf(english, 'en'), ...labels];

  it('are found', () => {
    assert.ok(texts.length > 500, `${texts.length} texts`);
  });

  it('use no banned word', () => {
    assert.deepEqual(
      texts.filter(({ text }) => bannedWords.test(text)),
      [],
    );
  });

  it('use typographic quotes, apostrophes and ellipses', () => {
    assert.deepEqual(
      texts.filter(({ text }) => /['"]|\.\.\./.test(text)),
      [],
    );
  });

  it('put no count into a name', () => assert.deepEqual(countsInNames(english), []));

  it('continue no other text', () => {
    const fragment = /^(and|or|but|from|of|to|in|on|at|with|for) /;
    assert.deepEqual(
      texts.filter(({ text }) => fragment.test(text)),
      [],
    );
  });

  it('format counts', () => {
    const { bulk, invite } = english;
    assert.equal(bulk.progress(1234, 10_000), '1,234 of 10,000');
    assert.equal(bulk.operations['member.block'].ended(1234, 10_000), '1,234 of 10,000 members blocked');
    assert.equal(invite.sending(1, 1000), 'Sending 1 of 1,000…');
  });

  it('never print an object or a function', () => {
    const printed = texts.filter(({ text }) => /\[object |=>|\bfunction\b/.test(text));
    assert.deepEqual(printed, []);
  });
});

describe('the check for counts in names', () => {
  const { plural } = createFormatter('en');

  it('finds a name in a string', () => {
    const catalog = {
      leave: (name: string, count: number) => plural(count, { other: `${name} and # others` }),
    };
    assert.deepEqual(countsInNames(catalog), [
      { key: 'catalog.leave', text: '‹1› and # others' },
      { key: 'catalog.leave', text: '‹2› and # others' },
    ]);
  });

  it('accepts a name in a function', () => {
    const forms = (name: string) => ({ other: (count: string) => `${name} and ${count} others` });
    const catalog = { leave: (name: string, count: number) => plural(count, forms(name)) };
    assert.deepEqual(countsInNames(catalog), []);
  });
});

describe('the check for banned words', () => {
  for (const text of ['Ask somebody', 'A mail is on its way', 'You cannot do this', 'It works no more']) {
    it(`finds "${text}"`, () => assert.match(text, bannedWords));
  }
  for (const text of ['Ask someone', 'name@mail-server.example', 'You can’t do this', 'Refreshing']) {
    it(`accepts "${text}"`, () => assert.doesNotMatch(text, bannedWords));
  }
});
