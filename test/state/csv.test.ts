import { expect } from '@open-wc/testing';
import { parseCsv } from '../../src/state/csv.js';

describe('comma-separated values', () => {
  const tables: [what: string, text: string, table: string[][]][] = [
    [
      'quotes, doubled quotes, line breaks in a cell',
      'a,"b, ""c""\r\nd",e\r\n,,\r\nf,g,h',
      [
        ['a', 'b, "c"\r\nd', 'e'],
        ['f', 'g', 'h'],
      ],
    ],
    [
      'a byte order mark and semicolons',
      '\ufeffemail;role\nmia@a.example;Editor\n',
      [
        ['email', 'role'],
        ['mia@a.example', 'Editor'],
      ],
    ],
    ['tabs', 'a\tb', [['a', 'b']]],
    ['the separator outside of quotes', '"a,b";c', [['a,b', 'c']]],
    [
      'commas in a name between semicolons',
      'Name;Email\nBerg, Bo;bo@a.example',
      [
        ['Name', 'Email'],
        ['Berg, Bo', 'bo@a.example'],
      ],
    ],
    ['a title with a comma', 'Export, today\na;b\nc;d', [['Export, today'], ['a', 'b'], ['c', 'd']]],
    ['a line that names the separator', 'sep=|\r\na|b,c', [['a', 'b,c']]],
    ['a line that names a tab', '\ufeffsep=\t\na\tb;c', [['a', 'b;c']]],
    ['a quoted line that names it', '"sep=;"\r\na,b;c', [['a,b', 'c']]],
    [
      'line breaks of old Macs',
      'a;b\rc;d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a quote that is never closed',
      'a,"b\nc,d',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
    ['a quote inside a cell', '5" disk,b', [['5" disk', 'b']]],
    ['one column', 'email\nmia@a.example', [['email'], ['mia@a.example']]],
    ['nothing', '', []],
  ];
  for (const [what, text, table] of tables) {
    it(`are read with ${what}`, () => expect(parseCsv(text)).to.deep.equal(table));
  }
});
