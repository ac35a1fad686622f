import { expect } from '@open-wc/testing';
import {
  absorbResults,
  addEntries,
  addText,
  choose,
  committed,
  editChip,
  emptyDraft,
  requestOf,
  sendable,
  splitAddresses,
  typeText,
} from '../../src/state/invitations/invite-draft.js';

const empty = emptyDraft({ connectionId: 'con_1', expiresInSeconds: 3600, roles: ['rol_viewer'] });
const emails = ({ chips }: { chips: readonly { email: string }[] }) => chips.map(({ email }) => email);

describe('addresses to invite', () => {
  it('are found in what people paste', () => {
    const pasted =
      'mia@acme.example, "Okafor, Lio" <lio@acme.example>;\n\tRavi Shah <ravi@acme.example>\r\nmailto:eve@acme.example';
    expect(splitAddresses(pasted)).to.deep.equal([
      'mia@acme.example',
      'lio@acme.example',
      'ravi@acme.example',
      'eve@acme.example',
    ]);
  });

  const forms: [what: string, text: string, addresses: string[]][] = [
    ['Outlook', 'Berg, Bo (IT) <bo@a.example>; Castro, Cy <cy@a.example>', ['bo@a.example', 'cy@a.example']],
    ['Gmail', 'Bo Berg <bo@a.example>, Cy Castro <cy@a.example>', ['bo@a.example', 'cy@a.example']],
    ['Apple Mail', 'Bo Berg <bo@a.example>\nCy Castro <cy@a.example>', ['bo@a.example', 'cy@a.example']],
    ['Thunderbird', '"Berg, Bo" <bo@a.example>, cy@a.example', ['bo@a.example', 'cy@a.example']],
    ['names and plain addresses', 'cy@a.example, Berg, Bo <bo@a.example>', ['cy@a.example', 'bo@a.example']],
    ['a semicolon in quotes', '"Berg; Bo" <bo@a.example>', ['bo@a.example']],
    ['typographic quotes', '“Berg, Bo” <bo@a.example>', ['bo@a.example']],
    ['an address as its own name', 'bo@a.example <bo@a.example>', ['bo@a.example']],
    [
      'an address in quotes',
      "'bo@a.example' <bo@a.example>; 'cy@a.example'",
      ['bo@a.example', 'cy@a.example'],
    ],
    ['no name', '<bo@a.example>,<cy@a.example>', ['bo@a.example', 'cy@a.example']],
    [
      'an address before brackets without a name',
      'cy@a.example, <bo@a.example>',
      ['cy@a.example', 'bo@a.example'],
    ],
    ['spaces between', 'cy@a.example Bo <bo@a.example>', ['cy@a.example', 'bo@a.example']],
    ['the name in brackets', 'bo@a.example (Bo Berg), cy@a.example', ['bo@a.example', 'cy@a.example']],
    ['a quoted reply', 'Bo Berg [mailto:bo@a.example]', ['bo@a.example']],
    ['headers', 'To: Bo <bo@a.example>; Cc: cy@a.example', ['bo@a.example', 'cy@a.example']],
    ['a group', 'Team: bo@a.example, cy@a.example;', ['bo@a.example', 'cy@a.example']],
    ['links', 'mailto:bo@a.example?subject=Hi MAILTO:cy@a.example', ['bo@a.example', 'cy@a.example']],
    ['a column', 'bo@a.example\r\ncy@a.example\r\n', ['bo@a.example', 'cy@a.example']],
    ['a row', 'bo@a.example\tcy@a.example', ['bo@a.example', 'cy@a.example']],
    ['a sentence', 'Invite bo@a.example.', ['Invite', 'bo@a.example']],
    [
      'Japanese commas',
      'bo@a.example、cy@a.example，di@a.example；ed@a.example',
      ['bo@a.example', 'cy@a.example', 'di@a.example', 'ed@a.example'],
    ],
    ['what is none, but meant as one', 'bo@ , Cy <cy@a.example>', ['bo@', 'cy@a.example']],
  ];
  for (const [what, text, addresses] of forms) {
    it(`are found in what is pasted: ${what}`, () => expect(splitAddresses(text)).to.deep.equal(addresses));
  }

  it('are found in long text without taking long', () => {
    for (const part of ['a ', '"', '(', '<', 'a, ', '[mailto:']) splitAddresses(part.repeat(20_000));
  });

  it('become entries one by one while they are typed, and not before they are whole', () => {
    let draft = empty;
    for (const typed of ['m', 'mia@', 'mia@acme.example']) draft = typeText(draft, typed);
    expect(draft.chips).to.deep.equal([]);
    draft = typeText(draft, 'mia@acme.example,');
    expect(emails(draft)).to.deep.equal(['mia@acme.example']);
    expect(draft.typed).to.equal('');
  });

  it('are not cut out of a name that is still being written', () => {
    expect(typeText(empty, 'Mia ')).to.deep.include({ typed: 'Mia ', chips: [] });
  });

  it('are the same in any case, and entered once', () => {
    const draft = addText(addText(empty, 'Mia@Acme.example'), 'mia@acme.example lio@acme.example');
    expect(emails(draft)).to.deep.equal(['mia@acme.example', 'lio@acme.example']);
  });

  it('that are none stay, and say so, and are not sent', () => {
    const draft = addText(empty, 'mia@acme.example mia@ nonsense');
    expect(draft.chips.map(({ refusal }) => refusal)).to.deep.equal([
      null,
      'address-invalid',
      'address-invalid',
    ]);
    expect(emails({ chips: sendable(draft) })).to.deep.equal(['mia@acme.example']);
  });

  it('can be taken back into the input', () => {
    const draft = editChip(addText(empty, 'mia@ lio@acme.example'), 'mia@');
    expect(draft.typed).to.equal('mia@');
    expect(emails(draft)).to.deep.equal(['lio@acme.example']);
  });

  it('count when the last one is still in the input', () => {
    const draft = typeText(empty, 'mia@acme.example');
    expect(emails(committed(draft))).to.deep.equal(['mia@acme.example']);
    expect(emails(committed(typeText(empty, 'Mia')))).to.deep.equal([]);
  });

  it('take roles of their own from a file', () => {
    const draft = addEntries(addText(empty, 'mia@acme.example'), [
      { email: 'mia@acme.example', roles: ['rol_editor'] },
    ]);
    expect(requestOf(draft, draft.chips, true)).to.deep.equal({
      invitations: [{ email: 'mia@acme.example', roles: ['rol_editor'] }],
      roles: ['rol_viewer'],
      connectionId: 'con_1',
      expiresInSeconds: 3600,
      dryRun: true,
    });
  });
});

describe('what came of inviting', () => {
  const draft = addText(empty, 'mia@acme.example lio@acme.example ravi@acme.example');
  const after = absorbResults(draft, {
    results: [
      { email: 'mia@acme.example', outcome: 'invited' },
      { email: 'lio@acme.example', outcome: 'refused', code: 'already-member' },
      { email: 'ravi@acme.example', outcome: 'refused', code: 'rate-limited', retryAfter: 30 },
    ],
  });

  it('keeps those who were not invited, with the reason', () => {
    expect(after.chips.map(({ email, refusal }) => [email, refusal])).to.deep.equal([
      ['lio@acme.example', 'already-member'],
      ['ravi@acme.example', 'rate-limited'],
    ]);
  });

  it('sends again only what may go through another time', () => {
    expect(emails({ chips: sendable(after) })).to.deep.equal(['ravi@acme.example']);
  });

  it('holds no longer once another connection or other roles are chosen', () => {
    const other = choose(addText(after, 'x@'), { connectionId: 'con_2' });
    expect(other.chips.map(({ refusal }) => refusal)).to.deep.equal([null, null, 'address-invalid']);
  });

  it('takes no one out after a dry run', () => {
    const checked = absorbResults(draft, {
      results: [
        { email: 'mia@acme.example', outcome: 'ready' },
        { email: 'lio@acme.example', outcome: 'refused', code: 'already-invited' },
      ],
    });
    expect(checked.chips.map(({ refusal }) => refusal)).to.deep.equal([null, 'already-invited', null]);
  });
});
