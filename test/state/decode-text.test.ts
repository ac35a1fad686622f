import { expect } from '@open-wc/testing';
import { decodeText } from '../../src/state/decode-text.js';
import { encode } from './encode.js';

describe('the encoding of a file', () => {
  const text = 'Name;E-Mail\r\nJörg Einkäufer;jo@acme.example\r\n';
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const) {
    it(`is seen in its content: ${encoding}`, () => {
      expect(decodeText(encode(text, encoding))).to.equal(text);
    });
  }

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    it(`is seen in its mark: ${encoding}`, () => {
      expect(decodeText(encode(`\ufeff${text}`, encoding))).to.equal(text);
      expect(decodeText(encode('\ufeff名前', encoding))).to.equal('名前');
      expect(decodeText(encode('\ufeff', encoding))).to.equal('');
    });
  }

  const names = [
    'Jörg Müller',
    'René',
    'Zoë',
    'Sinéad O’Brien',
    'François Lefèvre',
    'García Peña',
    'Ångström',
    'Benoît',
    'Élise',
    'Sales – North',
    'Straße',
    'Ñandú',
    'João Conceição',
    'Søren Kjærgård',
    'Über',
    'Núria Llorenç',
    'Chloé d’Arc',
  ];
  for (const name of names) {
    it(`of “${name}” is told by its letters`, () => {
      for (const encoding of ['windows-1252', 'macintosh'] as const) {
        expect(decodeText(encode(name, encoding)), encoding).to.equal(name);
      }
    });
  }

  it('is UTF-8 without letters beyond ASCII, and in an empty file', () => {
    expect(decodeText(encode('Mia'))).to.equal('Mia');
    expect(decodeText(new ArrayBuffer(0))).to.equal('');
    expect(decodeText(encode('M'))).to.equal('M');
  });
});
