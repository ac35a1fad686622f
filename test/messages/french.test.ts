import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { de } from '../../src/messages/fr/common.js';

describe('de in front of a name', () => {
  it('is shortened before a vowel', () => {
    assert.deepEqual(['Ada', 'élise@example.com', 'Œdipe', 'Yves'].map(de), [
      'd’Ada',
      'd’élise@example.com',
      'd’Œdipe',
      'd’Yves',
    ]);
  });

  it('is whole before everything else', () => {
    assert.deepEqual(['Mia', 'Hugo', 'Yasmine', '3DS', '王芳'].map(de), [
      'de Mia',
      'de Hugo',
      'de Yasmine',
      'de 3DS',
      'de 王芳',
    ]);
  });
});
