/**
 * Checks what the documents promise of the default policy. Every phrase of a table stands for questions to the policy. A row
 * has to name all that its reader may do, and nothing else.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  answerRow,
  defaultPolicy,
  operations,
  parsePolicy,
  type Coordinates,
} from '../../src/policy/index.js';
import { codesIn, rowsBelow } from '../../tools/markdown-table.js';
import { smallPolicy } from '../cli/support.js';

type Reader = Omit<Coordinates, 'subject'>;

interface Table {
  readonly readers: Readonly<Record<string, Reader>>;
  /** What each phrase allows: `update email`, or an operation. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  /** Operations that the table isn't about. */
  readonly beside: readonly string[];
}

const updates = (...fields: readonly string[]) => fields.map((field) => `update ${field}`);
const names = updates('givenName', 'familyName', 'name', 'nickname');
const appFields = updates('jobTitle', 'deskPhone', 'timeZone', 'language');
const emails = ['password.reset', 'email.verify'];

const reader = (more: Partial<Reader>): Reader => ({
  actor: 'self',
  connection: 'database',
  attributeSync: 'each-login',
  provisioning: 'open',
  shared: false,
  ...more,
});

const tables: Readonly<Record<string, Table>> = {
  'profile-editor.md': {
    readers: {
      password: reader({}),
      'password, after an invitation': reader({ provisioning: 'invitation' }),
      SSO: reader({ connection: 'enterprise' }),
      'social provider': reader({ connection: 'social' }),
      'one-time code': reader({ connection: 'passwordless' }),
    },
    phrases: {
      names,
      photo: ['update picture'],
      email: ['update email'],
      'phone number': ['update phoneNumber'],
      username: ['update username'],
      'app fields': appFields,
      'reset and verification emails': emails,
      sessions: ['sessions.read', 'sessions.revoke'],
      export: ['profile.export'],
      deletion: ['profile.delete'],
    },
    beside: [],
  },
  'org-members.md': {
    readers: {
      'an admin (`manage:members`)': reader({ actor: 'admin' }),
      'a help desk (`support:members`)': reader({ actor: 'help-desk' }),
      'anyone else': reader({}),
    },
    phrases: {
      'finds members': ['member.list', 'member.read'],
      'edits their profiles except the email': [
        ...names,
        ...appFields,
        ...updates('picture', 'phoneNumber', 'username'),
      ],
      'manages roles': ['roles.assign'],
      'manages invitations': [
        'invitation.read',
        'invitation.create',
        'invitation.revoke',
        'invitation.resend',
      ],
      'sends emails': emails,
      unblocks: ['member.unblock'],
      'unlocks sign-in': ['member.clear-lockout'],
      blocks: ['member.block'],
      'signs out': ['sessions.read', 'sessions.revoke', 'member.revoke-access'],
      'resets two-step verification': ['member.mfa-reset'],
      'removes and deletes': ['membership.remove', 'user.delete'],
      'bulk actions': ['bulk.run'],
      'CSV export': ['members.export'],
      'activity log': ['activity.read'],
      "sees that they don't have access": [],
    },
    beside: ['profile.export', 'profile.delete'],
  },
};

/** What the policy allows a reader, in the words of the phrases. */
function allowedTo(at: Reader, { beside }: Table): readonly string[] {
  const fields = Object.keys(defaultPolicy.fields);
  const subjects = [
    ...fields.map((field) => ({ field, action: 'update' as const })),
    ...operations.filter((operation) => !beside.includes(operation)).map((operation) => ({ operation })),
  ];
  return subjects
    .filter((subject) => answerRow(defaultPolicy, { ...at, subject }).effect === 'allow')
    .map((subject) => ('field' in subject ? `update ${subject.field}` : subject.operation))
    .sort();
}

/** Resolves `the same as SSO` and `the same, except the email` to the row that is meant. */
function phrasesOf(cell: string, rows: ReadonlyMap<string, string>, before: string): readonly string[] {
  const [, other] = /^the same as (.+)$/.exec(cell) ?? [];
  if (other !== undefined) return phrasesOf(rows.get(other) ?? '', rows, '');
  const [, exception] = /^the same, except the (\w+):/.exec(cell) ?? [];
  if (exception !== undefined) return phrasesOf(before, rows, '').filter((phrase) => phrase !== exception);
  return cell.split(/[;,] /);
}

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

for (const [name, table] of Object.entries(tables)) {
  describe(`docs/${name}`, () => {
    const rows = rowsBelow(page(name), '## Features') as [who: string, what: string][];
    const cells = new Map(rows);

    it('has a row for each reader', () => {
      assert.deepEqual([...cells.keys()], Object.keys(table.readers));
    });

    for (const [index, [who, what]] of rows.entries()) {
      it(`promises ${who} what the default policy allows`, () => {
        const at = table.readers[who];
        assert.ok(at);
        const promised = phrasesOf(what, cells, rows[index - 1]?.[1] ?? '').flatMap((phrase) => {
          assert.ok(table.phrases[phrase], `no question stands for "${phrase}"`);
          return table.phrases[phrase];
        });
        // On behalf of themselves, people have rights that the panel isn't about.
        const own = name === 'org-members.md' && at.actor === 'self';
        assert.deepEqual([...promised].sort(), own ? [] : allowedTo(at, table));
      });
    }
  });
}

it('anyone else can do nothing to members', () => {
  const own = [...emails, 'profile.export', 'profile.delete', 'sessions.read', 'sessions.revoke'];
  const allowed = operations.filter(
    (operation) => answerRow(defaultPolicy, { ...reader({}), subject: { operation } }).effect === 'allow',
  );
  assert.deepEqual([...allowed].sort(), own.sort());
});

it('every table about the default policy is checked', () => {
  const pages = readdirSync(new URL('../../docs/', import.meta.url)).filter((name) => name.endsWith('.md'));
  const promising = pages.filter((name) => /^\|.*With the default policy.*\|$/m.test(page(name)));
  assert.deepEqual(promising.sort(), Object.keys(tables).sort());
});

it('docs/policy.md names the safeguards of a policy that sets none', () => {
  const { safeguards: _, ...document } = smallPolicy();
  const { safeguards } = parsePolicy(document);
  const values = new Map<string, unknown>(Object.entries(safeguards));
  for (const [safeguard = '', byDefault = ''] of rowsBelow(page('policy.md'), '## Safeguards')) {
    const shown = JSON.parse(`{${codesIn(safeguard)[0] ?? ''}}`) as Record<string, unknown>;
    const [[key, example] = ['', undefined]] = Object.entries(shown);
    const [code] = codesIn(byDefault);
    const stated: unknown = code === undefined ? undefined : JSON.parse(code);
    const expected = byDefault === 'on' ? example : stated;
    assert.deepEqual(values.get(key) ?? undefined, expected, key);
  }
});
