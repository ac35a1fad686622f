import { expect } from '@open-wc/testing';
import { joinItems } from '../../src/elements/parts/join-items.js';

describe('items outside a sentence', () => {
  for (const [lang, text] of [
    ['en', 'Admin, Help desk'],
    ['de', 'Admin und Help desk'],
    ['ja', 'Admin、Help desk'],
    ['zh-Hans', 'Admin、Help desk'],
    ['ko', 'Admin 및 Help desk'],
  ] as const) {
    it(`are apart in ${lang}: "${text}"`, () =>
      expect(joinItems(['Admin', 'Help desk'], lang)).to.equal(text));
  }

  it('are empty if there are none', () => expect(joinItems([], 'zh-Hans')).to.equal(''));
});
