import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { jsonBytes } from '../../src/policy/profile-size.js';

describe('jsonBytes', () => {
  it('counts what an encoder would write, whatever the characters', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constant('a\ud800'),
    );
    fc.assert(
      fc.property(text, (value) => assert.equal(jsonBytes(value), Buffer.byteLength(JSON.stringify(value)))),
    );
  });

  it('counts nothing as null', () => {
    assert.equal(jsonBytes(undefined), 4);
  });
});
