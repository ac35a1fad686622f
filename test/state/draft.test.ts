import { expect } from '@open-wc/testing';
import { changesOf, put, rebase, without } from '../../src/state/profile/form/draft.js';
import { changedFields, fieldNamed, openForm, type Draft } from '../../src/state/profile/form/state.js';
import type { FieldValue } from '../../src/policy/vocabulary.js';
import { database, editable, locked, withValues } from '../elements/profiles.js';

function draftOf(values: Record<string, FieldValue>): Draft {
  return new Map(Object.entries(values).map(([name, typed]) => [name, { typed }]));
}

describe('draft', () => {
  const jobTitle = fieldNamed(database, 'jobTitle') ?? editable({ name: 'missing' });

  it('holds values that differ from the stored ones, as typed', () => {
    expect([...put(new Map(), jobTitle, { typed: ' Chief ' })]).to.deep.equal([
      ['jobTitle', { typed: ' Chief ' }],
    ]);
  });

  it('drops a field that is back at its stored value', () => {
    expect(put(draftOf({ jobTitle: 'Chief' }), jobTitle, { typed: ' Controller ' }).size).to.equal(0);
  });

  it('treats empty as not set', () => {
    expect(put(new Map(), editable({ name: 'f', value: null }), { typed: '' }).size).to.equal(0);
    expect(put(new Map(), editable({ name: 'f', value: '' }), { typed: '  ' }).size).to.equal(0);
  });

  it('does not mutate its arguments', () => {
    const draft = draftOf({ jobTitle: 'Chief' });
    without(draft, ['jobTitle']);
    put(draft, jobTitle, { typed: 'Controller' });
    expect(draft.get('jobTitle')?.typed).to.equal('Chief');
  });

  it('sends what changed, normalized, in the order of the policy', () => {
    const draft = draftOf({ jobTitle: ' Chief ', deskPhone: '+351 (21) 555', username: 'Reyes' });
    const form = { ...openForm({ value: database, etag: '"1"' }), draft };
    expect(changesOf(form)).to.deep.equal({ jobTitle: 'Chief', deskPhone: '+35121555', username: 'reyes' });
    expect(changedFields(form).map((field) => field.name)).to.deep.equal([
      'username',
      'jobTitle',
      'deskPhone',
    ]);
  });

  describe('on a profile that changed', () => {
    it('keeps edits of fields that did not change', () => {
      const after = withValues(database, { language: 'de' });
      const { draft, displaced } = rebase(draftOf({ jobTitle: 'Chief' }), database, after);
      expect(draft.get('jobTitle')).to.deep.equal({ typed: 'Chief', conflict: false });
      expect(displaced).to.deep.equal([]);
    });

    it('marks a conflict if the stored value changed too', () => {
      const after = withValues(database, { jobTitle: 'Director' });
      expect(
        rebase(draftOf({ jobTitle: 'Chief' }), database, after).draft.get('jobTitle')?.conflict,
      ).to.equal(true);
    });

    it('drops an edit that equals the new stored value', () => {
      const after = withValues(database, { jobTitle: 'Chief' });
      expect(rebase(draftOf({ jobTitle: ' Chief' }), database, after).draft.size).to.equal(0);
    });

    it('keeps a conflict that was not decided', () => {
      const draft: Draft = new Map([['jobTitle', { typed: 'Chief', conflict: true }]]);
      expect(rebase(draft, database, database).draft.get('jobTitle')?.conflict).to.equal(true);
    });

    it('displaces edits of fields that are locked, of another kind, or gone', () => {
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
