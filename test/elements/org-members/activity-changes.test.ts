import { expect } from '@open-wc/testing';
import type { ActivityEntry } from '../../../src/contract/activity.js';
import { changesOf } from '../../../src/elements/org-members/activity/changes.js';
import { sentence } from '../../../src/elements/org-members/activity/sentence.js';
import { activity as german } from '../../../src/messages/de/activity.js';
import { activity as english } from '../../../src/messages/en/activity.js';

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');
const linesOf = (entry: Pick<ActivityEntry, 'changes' | 'roles'>, messages = english, lang = 'en') =>
  changesOf(entry, messages, lang).map(plain);

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
      'Job title: not set → Lead',
      'Newsletter: yes → no',
      'Topics: not set → a, b',
    ]);
    expect(linesOf({ changes: changes.slice(0, 1) }, german, 'de')).to.deep.equal([
      'Position: nicht angegeben → Lead',
    ]);
  });

  it('shows roles by name', () => {
    expect(linesOf({ roles: { from: ['Help desk'], to: ['Member', 'Admin'] } })).to.deep.equal([
      'Roles: Help desk → Member, Admin',
    ]);
  });

  it('claims what was done, and nothing that was not', () => {
    const sentences = (['done', 'partly', 'refused', 'failed', 'unknown'] as const).map((outcome) =>
      plain(sentence(english, { ...entry, outcome })),
    );
    const [done, tried] = ['Ada Keller blocked Mia Okafor', 'Ada Keller tried to block Mia Okafor'];
    expect(sentences).to.deep.equal([done, done, tried, tried, tried]);
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
