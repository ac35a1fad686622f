import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { closestTag, isRightToLeft, textFor } from '../../src/policy/localized-text.js';

describe('the closest tag', () => {
  const tags = ['en', 'de', 'pt-BR', 'zh-Hans', 'he', 'fr-CA', 'fr'];
  const cases = [
    ['de', 'de'],
    ['DE', 'de'],
    ['de-AT', 'de'],
    ['en-GB', 'en'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['fr-CA', 'fr-CA'],
    ['fr-CH', 'fr'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    // Traditional characters: another script, so English is the better choice.
    ['zh-TW', undefined],
    ['zh-Hant', undefined],
    ['iw', 'he'],
    ['de-Cyrl', undefined],
    ['xx', undefined],
    ['', undefined],
    ['en_US', undefined],
    ['constructor', undefined],
  ] as const;
  for (const [language, tag] of cases) {
    it(`is ${tag} for "${language}"`, () => assert.equal(closestTag(tags, language), tag));
  }
});

describe('the direction of a language', () => {
  for (const tag of ['ar', 'ar-MA', 'he', 'iw', 'fa', 'ur', 'az-Arab', 'yi']) {
    it(`is from right to left for ${tag}`, () => assert.equal(isRightToLeft(tag), true));
  }
  for (const tag of ['en', 'de-AT', 'az', 'ja', 'zh-Hant', 'en_US', '']) {
    it(`is from left to right for "${tag}"`, () => assert.equal(isRightToLeft(tag), false));
  }
});

describe('the tags that callers name', () => {
  it('are not kept in memory', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heapMb = () => {
      collect();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    const padding = 'abcdefgh-'.repeat(30);
    closestTag(['en'], `en-x-${padding}0`);
    const before = heapMb();
    for (let caller = 0; caller < 50_000; caller += 1) closestTag(['en'], `en-x-${padding}${caller}`);
    // All of them are 15 MB and more.
    assert.ok(heapMb() - before < 5);
  });
});

describe('the text for a language', () => {
  it('is the closest one, else the English one, else the first', () => {
    assert.equal(textFor({ en: 'Job title', de: 'Position' }, 'de-CH'), 'Position');
    assert.equal(textFor({ 'de-AT': 'Stelle', 'de-CH': 'Funktion' }, 'de-CH'), 'Funktion');
    assert.equal(textFor({ de: 'Position', en: 'Job title' }, 'ja'), 'Job title');
    assert.equal(textFor({ de: 'Position', fr: 'Poste' }, 'ja'), 'Position');
    assert.equal(textFor({}, 'ja'), undefined);
  });
});
