import { expect } from '@open-wc/testing';
import { toCsvLine } from '../../src/contract/csv.js';
import { readInviteFile } from '../../src/state/invitations/invite-file.js';
import { encode } from './encode.js';

const roles = [
  { id: 'rol_editor', name: 'Editor' },
  { id: 'rol_viewer', name: 'Viewer' },
  { id: 'rol_buyer', name: 'Einkäufer' },
  { id: 'rol_sales', name: 'Sales, North' },
  { id: 'rol_minus', name: '-Audit' },
];

/** By address: the roles. `null` if none were read. */
function read(text: string) {
  const file = readInviteFile(encode(text), roles);
  if (file.state !== 'read') throw new Error(file.state);
  const people = Object.fromEntries(file.lines.map((line) => [line.email, line.roles?.join() ?? null]));
  return { ...file, people };
}

describe('the columns of a file of people', () => {
  const bo = { 'bo@a.example': null };
  const files: [what: string, text: string, people: Record<string, string | null>][] = [
    [
      'headings in any order',
      'Name,Roles,Email\nBo,"Editor; viewer",bo@a.example\nCy,,cy@a.example',
      { 'bo@a.example': 'rol_editor,rol_viewer', 'cy@a.example': null },
    ],
    [
      'Google Workspace',
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],Recovery Email,Work Secondary Email\nBo,Berg,bo@a.example,****,/,bo@home.example,bo2@a.example',
      bo,
    ],
    [
      'Entra ID',
      'userPrincipalName,displayName,surname,mail,givenName,otherMails\nbo@a.onmicrosoft.example,Bo Berg,Berg,bo@a.example,Bo,bo@home.example',
      bo,
    ],
    ['Entra ID, without mail', 'User principal name,Display name\nbo@a.example,Bo Berg', bo],
    ['Entra ID, with an empty column of mail', 'mail,userPrincipalName\n,bo@a.example', bo],
    [
      'Okta',
      'login,firstName,lastName,email,secondEmail,managerEmail\nbo@login.example,Bo,Berg,bo@a.example,bo@home.example,cy@a.example',
      bo,
    ],
    [
      'Outlook',
      '"First Name","Last Name","E-mail 2 Address","E-mail Address"\n"Bo","Berg","bo@home.example","bo@a.example"',
      bo,
    ],
    [
      'our export',
      toCsvLine(['Name', 'Email', 'Roles', 'User ID']) +
        toCsvLine(['=Bo', 'bo@a.example', 'Editor; -Audit', '1']),
      { 'bo@a.example': 'rol_editor,rol_minus' },
    ],
    [
      'our export in German',
      'Name;E-Mail;Rollen;Anmeldemethode\nBo;bo@a.example;Editor;Acme',
      { 'bo@a.example': 'rol_editor' },
    ],
    [
      'German',
      'Nachname;Vorname;E-Mail-Adresse;Rolle(n)\nBerg;Bo;bo@a.example;Viewer',
      { 'bo@a.example': 'rol_viewer' },
    ],
    [
      'French',
      'Nom;Prénom;Adresse e-mail;Rôle\nBerg;Bo;bo@a.example;Viewer',
      { 'bo@a.example': 'rol_viewer' },
    ],
    ['French, the other word', 'Nom;Courriel\nBerg;bo@a.example', bo],
    ['Spanish', 'Nombre;Correo electrónico;Roles\nBo;bo@a.example;Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Italian', 'Nome;Indirizzo e-mail;Ruolo\nBo;bo@a.example;Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Swedish', 'Namn;E-postadress;Roll\nBo;bo@a.example;Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Polish', 'Imię;Adres e-mail;Rola\nBo;bo@a.example;Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Japanese', '氏名,メールアドレス,役割\nBo,bo@a.example,Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Korean', '이름,이메일,역할\nBo,bo@a.example,Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Turkish', 'Ad;E-posta;Rolü\nBo;bo@a.example;Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Portuguese', 'Nome;E-mail;Funções\nBo;bo@a.example;Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Arabic', 'الاسم,البريد الإلكتروني,الأدوار\nBo,bo@a.example,Viewer', { 'bo@a.example': 'rol_viewer' }],
    ['Hebrew', 'שם,דוא״ל,תפקידים\nBo,bo@a.example,Viewer', { 'bo@a.example': 'rol_viewer' }],
    [
      'camel case and underscores',
      'full_name,email_address,userRole\nBo,bo@a.example,Viewer',
      { 'bo@a.example': 'rol_viewer' },
    ],
    ['a title above the headings', 'Export of 28 November 2026,\n\nName,Email\nBo Berg,bo@a.example', bo],
    ['a heading that isn’t known', 'Person,Reached at\nBo Berg,bo@a.example', bo],
    ['no headings', 'Bo,bo@a.example\nCy,cy@a.example', { 'bo@a.example': null, 'cy@a.example': null }],
    [
      'no headings, and roles',
      'bo@a.example,Editor\ncy@a.example,viewer',
      { 'bo@a.example': 'rol_editor', 'cy@a.example': 'rol_viewer' },
    ],
    ['one address a line', 'bo@a.example\ncy@a.example', { 'bo@a.example': null, 'cy@a.example': null }],
    [
      'two columns of roles',
      'Email,Role 1,Role 2\nbo@a.example,Editor,Viewer',
      { 'bo@a.example': 'rol_editor,rol_viewer' },
    ],
    [
      'a person twice, with another role each time',
      'Email,Role\nbo@a.example,Editor\nBo@A.example,Viewer\nbo@a.example,',
      { 'bo@a.example': 'rol_editor,rol_viewer' },
    ],
    [
      'a role with a comma in its name',
      'Email;Role\nbo@a.example;Sales, North, Editor',
      { 'bo@a.example': 'rol_sales,rol_editor' },
    ],
    [
      'a role in another composition',
      `Email,Role\nbo@a.example,${'EINKÄUFER'.normalize('NFD')}`,
      { 'bo@a.example': 'rol_buyer' },
    ],
    ['IDs of roles', 'Email,Role ID\nbo@a.example,rol_viewer', { 'bo@a.example': 'rol_viewer' }],
    ['apostrophes that make text', "Email,Role\n'+bo@a.example,'-Audit", { '+bo@a.example': 'rol_minus' }],
    [
      'names in the cells of addresses',
      'Email\n"Berg, Bo <bo@a.example>"\nmailto:cy@a.example',
      { 'bo@a.example': null, 'cy@a.example': null },
    ],
    [
      'two addresses in a cell',
      'Name,Email\nBo,bo@a.example; bo@b.example',
      { 'bo@a.example': null, 'bo@b.example': null },
    ],
    ['what isn’t an address', 'Name,Email\nBo,bo(at)a.example', { 'bo(at)a.example': null }],
  ];
  for (const [what, text, people] of files) {
    it(`are found: ${what}`, () => expect(read(text).people).to.deep.equal(people));
  }

  it('are named, so that a person sees what was read', () => {
    const { emailHeading, roleHeadings, hasRoles } = read('Rolle;E-Mail-Adresse\nViewer;bo@a.example');
    expect({ emailHeading, roleHeadings, hasRoles }).to.deep.equal({
      emailHeading: 'E-Mail-Adresse',
      roleHeadings: ['Rolle'],
      hasRoles: true,
    });
    expect(read('bo@a.example')).to.deep.include({ emailHeading: null, roleHeadings: [], hasRoles: false });
  });

  it('leave no row and no role unmentioned', () => {
    const file = read('Name,Email,Role\nBo,bo@a.example,Editor|Emperor\nNia Berg,,Viewer\nTotal: 2');
    expect(file).to.deep.include({
      people: { 'bo@a.example': 'rol_editor' },
      unknownRoles: ['Emperor'],
      skipped: ['Nia Berg Viewer', 'Total: 2'],
    });
  });
});

describe('a file without people', () => {
  it('is refused if no column holds addresses', () => {
    for (const text of ['Name,Town\nMia,Berlin', 'Name,Email\n', 'email', '']) {
      expect(readInviteFile(encode(text), roles), text).to.deep.equal({ state: 'no-addresses' });
    }
  });

  it('is recognized as a workbook, old and new', () => {
    for (const start of [
      [0x50, 0x4b, 3, 4, 20],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1],
    ]) {
      expect(readInviteFile(Uint8Array.from(start).buffer, roles)).to.deep.equal({ state: 'workbook' });
    }
  });
});
