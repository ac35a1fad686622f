import { expect } from '@open-wc/testing';
import { parseArray, parseNullable, parseObject, parseOneOf, parseString } from '../../src/state/parse.js';
import {
  consumeIntent,
  discardExpiredIntent,
  discardIntent,
  hasIntent,
  saveIntent,
} from '../../src/state/pending-intent.js';

const stored = 'orgdesk:test';

describe('pending intents', () => {
  afterEach(() => sessionStorage.clear());

  it('returns a saved intent once', () => {
    saveIntent('test', 'open');
    expect(hasIntent('test')).to.equal(true);
    expect(consumeIntent('test', parseString)).to.equal('open');
    expect(hasIntent('test')).to.equal(false);
    expect(consumeIntent('test', parseString)).to.equal(null);
  });

  it('forgets a discarded intent', () => {
    saveIntent('test', 'open');
    discardIntent('test');
    expect(consumeIntent('test', parseString)).to.equal(null);
  });

  it('tells an intent that is too old from one that was never there', () => {
    expect(discardExpiredIntent('test')).to.equal(false);
    saveIntent('test', 'open');
    expect(discardExpiredIntent('test')).to.equal(false);
    expect(consumeIntent('test', parseString)).to.equal('open');
    sessionStorage.setItem(stored, JSON.stringify({ at: Date.now() - 16 * 60 * 1000, intent: 'open' }));
    expect(discardExpiredIntent('test')).to.equal(true);
    expect(hasIntent('test')).to.equal(false);
  });

  for (const content of ['{', 'null', '"open"', '{"at":"now"}', '{"at":9e15}', '{}']) {
    it(`does not count ${content} as too old`, () => {
      sessionStorage.setItem(stored, content);
      expect(discardExpiredIntent('test')).to.equal(false);
    });
  }

  const hostile: readonly (readonly [name: string, content: string])[] = [
    ['text that is no JSON', '{'],
    ['null', 'null'],
    ['an array', '[]'],
    ['a string', '"open"'],
    ['no time', JSON.stringify({ intent: 'open' })],
    ['a time that is no number', JSON.stringify({ at: 'now', intent: 'open' })],
    ['a time long ago', JSON.stringify({ at: 0, intent: 'open' })],
    ['a time far ahead', JSON.stringify({ at: 9e15, intent: 'open' })],
    ['an intent of another type', JSON.stringify({ at: Date.now(), intent: { toString: 'open' } })],
    ['no intent', JSON.stringify({ at: Date.now() })],
  ];
  for (const [name, content] of hostile) {
    it(`discards ${name}`, () => {
      sessionStorage.setItem(stored, content);
      expect(consumeIntent('test', parseString)).to.equal(null);
      expect(sessionStorage.getItem(stored)).to.equal(null);
    });
  }

  it('reads nothing that the parser did not name', () => {
    saveIntent('test', { name: 'a', extra: true });
    const intent = consumeIntent('test', (value) => ({ name: parseString(parseObject(value)['name']) }));
    expect(intent).to.deep.equal({ name: 'a' });
  });

  it('parses lists, choices and null', () => {
    const parse = parseArray(parseNullable(parseOneOf(['a', 'b'])));
    expect(parse(['a', null, 'b'])).to.deep.equal(['a', null, 'b']);
    expect(() => parse(['c'])).to.throw(TypeError);
    expect(() => parse({ 0: 'a', length: 1 })).to.throw(TypeError);
  });
});
