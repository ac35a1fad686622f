import { expect } from '@open-wc/testing';
import { readSelectionFile as readFile } from '../../src/state/bulk/selection-file.js';
import { toCsv } from '../../src/state/to-csv.js';
import { encode } from './encode.js';

const readSelectionFile = (text: string) => readFile(encode(text));

describe('a file with results', () => {
  it('gives back whom it lists, once each, and names as they were', () => {
    const file = toCsv([
      ['name', 'email', 'user_id', 'result', 'detail'],
      ['=Mia', 'mia@acme.example', 'auth0|1', 'Failed', ''],
      ['', '', '-odd|2', 'Waiting', ''],
      ['Mia', '', 'auth0|1', 'Failed', ''],
      ['No one', '', '', '', ''],
    ]);
    expect(readSelectionFile(file)).to.deep.equal({
      state: 'read',
      people: [
        { userId: 'auth0|1', name: 'Mia', email: null },
        { userId: '-odd|2', name: null, email: null },
      ],
    });
  });

  it('reads what a spreadsheet in another locale made of it', () => {
    const { people } = readSelectionFile('USER_ID;Result\nauth0|1;Failed\n');
    expect(people).to.deep.equal([{ userId: 'auth0|1', name: null, email: null }]);
  });

  it('is read below a title, and in the encoding of a spreadsheet', () => {
    const text = 'Ergebnisse; für Acme\r\nuser_id;name\r\nauth0|1;Jörg\r\n';
    const people = [{ userId: 'auth0|1', name: 'Jörg', email: null }];
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1252', 'macintosh'] as const) {
      expect(readFile(encode(text, encoding)).people, encoding).to.deep.equal(people);
    }
  });

  it('is refused without user IDs, and with more than a bulk action can have', () => {
    expect(readSelectionFile('').state).to.equal('unreadable');
    expect(readSelectionFile('name,email\nMia,mia@acme.example\n').state).to.equal('unreadable');
    const ids = Array.from({ length: 10_001 }, (_, index) => `auth0|${index}\n`).join('');
    expect(readSelectionFile(`user_id\n${ids}`)).to.deep.equal({ state: 'too-long', people: [] });
  });
});
