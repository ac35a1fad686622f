import { expect } from '@open-wc/testing';
import { changesOf, put, rebase, without } from '../../src/state/profile/form/draft.js';
import { changedFields, fieldNamed, type Draft } from '../../src/state/profile/form/state.js';
import type { FieldValue } from '../../src/policy/vocabulary.js';
import { database, editable, locked, withValues } from '../elements/profiles.js';

function draftOf(values: Record<string, FieldValue>): Draft {
  return new Map(Object.entries(values).map(([name, typed]) => [name, { typed }]));
}

describe('draft', () => {
  const jobTitle = fieldNamed(database, 'jobTitle') ?? editable({ name: 'missing' });

  it('holds what differs from what is stored, as typed', () => {
    expect([...put(new Map(), jobTitle, { typed: ' Chief ' })]).to.deep.equal([
      ['jobTitle', { typed: ' Chief ' }],
    ]);
  });

  it('lets go of a field that is back at its stored value', () => {
    expect(put(draftOf({ jobTitle: 'Chief' }), jobTitle, { typed: ' Controller ' }).size).to.equal(0);
  });

  it('takes empty for not set, whichever of the two is stored', () => {
    expect(put(new Map(), editable({ name: 'f', value: null }), { typed: '' }).size).to.equal(0);
    expect(put(new Map(), editable({ name: 'f', value: '' }), { typed: '  ' }).size).to.equal(0);
  });

  it('leaves what it was given as it was', () => {
    const draft = draftOf({ jobTitle: 'Chief' });
    without(draft, ['jobTitle']);
    put(draft, jobTitle, { typed: 'Controller' });
    expect(draft.get('jobTitle')?.typed).to.equal('Chief');
  });

  it('sends one group, normalized', () => {
    const draft = draftOf({ jobTitle: ' Chief ', deskPhone: '+351 (21) 555', username: 'Reyes' });
    expect(changesOf(draft, database, 'work')).to.deep.equal({ jobTitle: 'Chief', deskPhone: '+35121555' });
    expect(changedFields(draft, database, 'identity').map((field) => field.name)).to.deep.equal(['username']);
  });

  describe('on a profile that changed', () => {
    it('stays where nobody else was', () => {
      const after = withValues(database, { language: 'de' });
      const { draft, displaced } = rebase(draftOf({ jobTitle: 'Chief' }), database, after);
      expect(draft.get('jobTitle')).to.deep.equal({ typed: 'Chief', conflict: false });
      expect(displaced).to.deep.equal([]);
    });

    it('is in conflict where both changed the field', () => {
      const after = withValues(database, { jobTitle: 'Director' });
      expect(
        rebase(draftOf({ jobTitle: 'Chief' }), database, after).draft.get('jobTitle')?.conflict,
      ).to.equal(true);
    });

    it('is gone where both wrote the same', () => {
      const after = withValues(database, { jobTitle: 'Chief' });
      expect(rebase(draftOf({ jobTitle: ' Chief' }), database, after).draft.size).to.equal(0);
    });

    it('keeps an undecided conflict undecided', () => {
      const draft: Draft = new Map([['jobTitle', { typed: 'Chief', conflict: true }]]);
      expect(rebase(draft, database, database).draft.get('jobTitle')?.conflict).to.equal(true);
    });

    it('is displaced where the field is locked, of another kind, or gone', () => {
      const after = {
        ...database,
        fields: [
          locked('not-allowed', { name: 'jobTitle', value: 'Controller' }),
          editable({ name: 'deskPhone', kind: 'number' }),
        ],
      };
      const before = draftOf({ jobTitle: 'Chief', deskPhone: '+351', username: 'reyes' });
      const { draft, displaced } = rebase(before, database, after);
      expect(draft.size).to.equal(0);
      expect(displaced.map(({ field, typed }) => [field.name, typed])).to.deep.equal([
        ['jobTitle', 'Chief'],
        ['deskPhone', '+351'],
        ['username', 'reyes'],
      ]);
    });
  });
});
