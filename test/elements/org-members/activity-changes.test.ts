import { expect } from '@open-wc/testing';
import type { ActivityEntry } from '../../../src/contract/activity.js';
import { changesOf, otherFieldsOf } from '../../../src/elements/org-members/activity/changes.js';
import { sentence } from '../../../src/elements/org-members/activity/sentence.js';
import { activity as german } from '../../../src/messages/de/activity.js';
import { activity as english } from '../../../src/messages/en/activity.js';

const plain = (parts: ReturnType<typeof sentence>) =>
  parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const linesOf = (entry: Pick<ActivityEntry, 'changes' | 'roles'>, messages = english, lang = 'en') =>
  changesOf(entry, messages, lang).map(({ label, values }) => [label, values?.from, values?.to]);

const entry: ActivityEntry = {
  id: '1',
  at: '2026-11-20T09:00:00.000Z',
  requestId: 'request',
  actor: { userId: 'auth0|ada', name: 'Ada Keller', delegated: false },
  target: { userId: 'auth0|mia', name: 'Mia Okafor' },
  action: 'member.block',
  outcome: 'done',
};

describe('org-members: an entry of the activity', () => {
  it('shows values before and after, under the label of the policy', () => {
    const label = { en: 'Job title', de: 'Position' };
    const changes = [
      { field: 'jobTitle', label, from: null, to: 'Lead' },
      { field: 'news', label: { en: 'Newsletter' }, from: true, to: false },
      { field: 'topics', label: { en: 'Topics' }, from: [], to: ['a', 'b'] },
    ];
    expect(linesOf({ changes })).to.deep.equal([
      ['Job title', 'not set', 'Lead'],
      ['Newsletter', 'yes', 'no'],
      ['Topics', 'not set', 'a, b'],
    ]);
    expect(linesOf({ changes: changes.slice(0, 1) }, german, 'de')).to.deep.equal([
      ['Position', 'nicht angegeben', 'Lead'],
    ]);
  });

  it('shows roles by name', () => {
    expect(linesOf({ roles: { from: ['Help desk'], to: ['Member', 'Admin'] } })).to.deep.equal([
      [null, 'Help desk', 'Member, Admin'],
    ]);
  });

  it('shows no values that are hidden before and after', () => {
    const change = { field: 'phone', label: { en: 'Phone' }, from: '••••••78', to: '••••••78' };
    expect(linesOf({ changes: [change] })).to.deep.equal([['Phone', undefined, undefined]]);
  });

  it('names fields without values by their label, and by their name if the policy has them no longer', () => {
    const revealed = {
      ...entry,
      fields: ['jobTitle', 'email', 'old'],
      fieldLabels: { jobTitle: { en: 'Job title' }, email: { en: 'Email', de: 'E-Mail' } },
      changes: [{ field: 'jobTitle', label: { en: 'Job title' }, from: null, to: 'Lead' }],
    };
    expect(otherFieldsOf(revealed, 'de')).to.deep.equal(['E-Mail', 'old']);
  });

  it('claims what was done, and nothing that was not', () => {
    const sentences = (['done', 'partly', 'refused', 'failed', 'unknown'] as const).map((outcome) =>
      plain(sentence(english, { ...entry, outcome })),
    );
    const [done, tried] = ['Ada Keller blocked Mia Okafor', 'Ada Keller tried to block Mia Okafor'];
    expect(sentences).to.deep.equal([done, done, tried, tried, tried]);
  });

  it('has the people apart from the text, where there is a page about them', () => {
    expect(sentence(english, entry)).to.deep.equal([
      { userId: 'auth0|ada', name: 'Ada Keller' },
      ' blocked ',
      { userId: 'auth0|mia', name: 'Mia Okafor' },
    ]);
    const unknown = { ...entry, target: { userId: 'auth0|elsewhere', name: null } };
    expect(sentence(german, unknown)).to.deep.equal([
      { userId: 'auth0|ada', name: 'Ada Keller' },
      ' hat ',
      { userId: null, name: 'Unbekannt' },
      ' gesperrt',
    ]);
  });

  it('says what it can about an action that a newer proxy records', () => {
    const newer = { ...entry, action: 'constructor' as never };
    expect(plain(sentence(english, newer))).to.equal('Ada Keller: constructor');
  });

  it('names the address that was invited', () => {
    const invited = {
      ...entry,
      target: null,
      action: 'invitation.create' as const,
      invitation: { id: 'uinv_1', email: 'nora@acme.example' },
    };
    expect(plain(sentence(english, invited))).to.equal('Ada Keller invited nora@acme.example');
  });
});
