import { expect } from '@open-wc/testing';
import { parseCsv } from '../../src/state/csv.js';
import { readInviteFile } from '../../src/state/invitations/invite-file.js';

const roles = [
  { id: 'rol_editor', name: 'Editor' },
  { id: 'rol_viewer', name: 'Viewer' },
];

describe('comma-separated values', () => {
  it('are read as RFC 4180 has them: quotes, doubled quotes, line breaks in a cell', () => {
    expect(parseCsv('a,"b, ""c""\r\nd",e\r\n,,\r\nf,g,h')).to.deep.equal([
      ['a', 'b, "c"\r\nd', 'e'],
      ['f', 'g', 'h'],
    ]);
  });

  it('are read as spreadsheets write them: byte order mark, semicolons, tabs', () => {
    expect(parseCsv('\ufeffemail;role\nmia@acme.example;Editor\n')).to.deep.equal([
      ['email', 'role'],
      ['mia@acme.example', 'Editor'],
    ]);
    expect(parseCsv('a\tb')).to.deep.equal([['a', 'b']]);
  });

  it('take the separator from outside of quotes', () => {
    expect(parseCsv('"a,b";c')).to.deep.equal([['a,b', 'c']]);
  });

  it('end with a quote that is never closed', () => {
    expect(parseCsv('a,"b\nc')).to.deep.equal([['a', 'b\nc']]);
  });
});

describe('a file of people to invite', () => {
  it('is read by its headings, in any order', () => {
    const file = readInviteFile(
      'Name,Roles,Email\nMia,"Editor; viewer",mia@acme.example\nLio,,lio@acme.example',
      roles,
    );
    expect(file).to.deep.equal({
      skipped: 0,
      lines: [
        { email: 'mia@acme.example', roles: ['rol_editor', 'rol_viewer'], unknownRoles: [] },
        { email: 'lio@acme.example', unknownRoles: [] },
      ],
    });
  });

  it('needs no headings where a column holds addresses', () => {
    const file = readInviteFile('Mia,mia@acme.example\nLio,lio@acme.example\nNobody,', roles);
    expect(file?.lines.map(({ email }) => email)).to.deep.equal(['mia@acme.example', 'lio@acme.example']);
    expect(file?.skipped).to.equal(1);
  });

  it('tells of roles that there are not', () => {
    const file = readInviteFile('email,role\nmia@acme.example,Editor|Emperor', roles);
    expect(file?.lines[0]).to.deep.include({ roles: ['rol_editor'], unknownRoles: ['Emperor'] });
  });

  it('is refused where no column holds addresses', () => {
    expect(readInviteFile('Name,Town\nMia,Berlin', roles)).to.equal(null);
    expect(readInviteFile('', roles)).to.equal(null);
  });
});
