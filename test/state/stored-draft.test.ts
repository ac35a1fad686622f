import { expect } from '@open-wc/testing';
import { typeValue } from '../../src/state/profile/form/edit.js';
import { openForm, type ProfileForm } from '../../src/state/profile/form/state.js';
import { restoreDraft, toStoredDraft } from '../../src/state/profile/form/stored-draft.js';
import { database, editable, locked, profileOf } from '../elements/profiles.js';

const opened = openForm({ value: database, etag: '"1"' });
const toStored = (form: ProfileForm, reason = '') => toStoredDraft(form, reason);
const restore = (form: ProfileForm, stored: unknown) => restoreDraft(form, stored).form;
const member = { userId: database.person.userId, organizationId: database.organization.id };
const draftValues = ({ draft }: ProfileForm) =>
  Object.fromEntries([...draft].map(([name, { typed }]) => [name, typed]));

describe('a stored draft', () => {
  it('survives JSON', () => {
    const form = typeValue(typeValue(opened, 'jobTitle', 'Chief'), 'deskPhone', '+351 21');
    const stored: unknown = JSON.parse(JSON.stringify(toStored(form)));
    expect(draftValues(restore(opened, stored))).to.deep.equal({
      jobTitle: 'Chief',
      deskPhone: '+351 21',
    });
  });

  it('keeps the reason, for the same member only', () => {
    const stored = toStored(typeValue(opened, 'jobTitle', 'Chief'), 'asked by phone');
    expect(restoreDraft(opened, stored).reason).to.equal('asked by phone');
    expect(restoreDraft(opened, { ...stored, userId: 'auth0|other' }).reason).to.equal('');
    expect(restoreDraft(opened, { ...stored, reason: { toString: 'x' } }).reason).to.equal('');
  });

  it('is foreign to another member or organization, and to no one if it is unreadable', () => {
    const stored = toStored(typeValue(opened, 'jobTitle', 'Chief'));
    const isForeign = (changed: object) => restoreDraft(opened, { ...stored, ...changed }).isForeign;
    expect(isForeign({})).to.equal(false);
    expect(isForeign({ userId: 'auth0|other' })).to.equal(true);
    expect(isForeign({ organizationId: 'org_other' })).to.equal(true);
    for (const changed of [{ userId: 7 }, { organizationId: null }, { userId: 'auth0|other', typed: [] }]) {
      expect(isForeign(changed)).to.equal(false);
    }
  });

  it('leaves out a half-typed number, which JSON would turn into an empty one', () => {
    const form = openForm({
      value: profileOf(editable({ name: 'floor', kind: 'number', value: 3 })),
      etag: '"1"',
    });
    const stored: unknown = JSON.parse(JSON.stringify(toStored(typeValue(form, 'floor', Number.NaN))));
    expect(restore(form, stored).draft.size).to.equal(0);
  });

  it('moves the value of a field that is locked by now to the displaced ones', () => {
    const form = openForm({ value: profileOf(locked('not-allowed', { name: 'jobTitle' })), etag: '"1"' });
    const { draft, displaced } = restore(form, { ...member, typed: { jobTitle: 'Chief' } });
    expect(draft.size).to.equal(0);
    expect(displaced.map(({ typed }) => typed)).to.deep.equal(['Chief']);
  });

  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a string', 'jobTitle'],
    ['a list', [member]],
    ['no values', { ...member }],
    ['values that are a list', { ...member, typed: ['Chief'] }],
    ['values that are a string', { ...member, typed: 'Chief' }],
    ['another user', { ...member, userId: 'auth0|other', typed: { jobTitle: 'Chief' } }],
    ['another organization', { ...member, organizationId: 'org_other', typed: { jobTitle: 'Chief' } }],
    ['no member', { typed: { jobTitle: 'Chief' } }],
    ['an object as a value', { ...member, typed: { jobTitle: { strings: ['<img>'], values: [] } } }],
    ['a list as the value of a text', { ...member, typed: { jobTitle: ['Chief'] } }],
    ['a number as the value of a text', { ...member, typed: { jobTitle: 1 } }],
    ['an unknown field', { ...member, typed: { isAdmin: true } }],
    ['inherited names', { ...member, typed: JSON.parse('{"__proto__":{"jobTitle":"Chief"}}') as unknown }],
  ];
  for (const [content, stored] of hostile) {
    it(`changes nothing if it holds ${content}`, () => {
      const { form, reason } = restoreDraft(opened, stored);
      expect({ form, reason }).to.deep.equal({ form: opened, reason: '' });
    });
  }

  it('keeps the values that fit when others do not', () => {
    const typed = { jobTitle: false, deskPhone: '+351' };
    expect(draftValues(restore(opened, { ...member, typed }))).to.deep.equal({ deskPhone: '+351' });
  });

  it('takes the values of each kind', () => {
    const form = openForm({
      value: profileOf(
        editable({ name: 'agrees', kind: 'boolean' }),
        editable({ name: 'floor', kind: 'number' }),
        editable({ name: 'topics', kind: 'multi-choice' }),
        editable({ name: 'skills', kind: 'list' }),
      ),
      etag: '"1"',
    });
    const typed = { agrees: true, floor: 4, topics: ['a'], skills: ['b', 'c'] };
    expect(draftValues(restore(form, { ...member, typed }))).to.deep.equal(typed);
    const unfit = { agrees: 'true', floor: '4', topics: ['a', 1], skills: 'b' };
    expect(restore(form, { ...member, typed: unfit }).draft.size).to.equal(0);
  });
});
