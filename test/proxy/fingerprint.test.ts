import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fingerprint } from '../../backend-proxy/src/accounts/fingerprint.js';

describe('a fingerprint', () => {
  it('is the same for the same text, and 32 hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.match(fingerprint(text), /^[\da-f]{32}$/);
        assert.equal(fingerprint(text), fingerprint(`${text}`));
      }),
    );
  });

  it('differs if one character does, wherever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), (text, place) => {
        const at = place % text.length;
        const other = text[at] === 'x' ? 'y' : 'x';
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        assert.notEqual(fingerprint(changed), fingerprint(text));
      }),
    );
  });

  it('differs among many texts that are alike', () => {
    const texts = Array.from({ length: 100_000 }, (_, index) => `{"name":"Person ${index}","own":true}`);
    assert.equal(new Set(texts.map(fingerprint)).size, texts.length);
  });
});
