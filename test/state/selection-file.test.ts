import { expect } from '@open-wc/testing';
import { readSelectionFile } from '../../src/state/bulk/selection-file.js';
import { toCsv } from '../../src/state/to-csv.js';

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

  it('is refused without user IDs, and with more than a bulk action can have', () => {
    expect(readSelectionFile('').state).to.equal('unreadable');
    expect(readSelectionFile('name,email\nMia,mia@acme.example\n').state).to.equal('unreadable');
    const ids = Array.from({ length: 10_001 }, (_, index) => `auth0|${index}\n`).join('');
    expect(readSelectionFile(`user_id\n${ids}`)).to.deep.equal({ state: 'too-long', people: [] });
  });
});
