import { expect } from '@open-wc/testing';
import { typeValue } from '../../src/state/profile/form/edit.js';
import { followsNames } from '../../src/state/profile/form/full-name.js';
import { fieldNamed, openForm, valueOf, type ProfileForm } from '../../src/state/profile/form/state.js';
import type { FieldView } from '../../src/policy/views/view.js';
import { editable, locked, profileOf } from '../elements/profiles.js';

interface Names {
  readonly given?: string | null;
  readonly family?: string | null;
  readonly full?: string | null;
}

const nameField = (name: string, autocomplete: string, value: string | null = null) =>
  editable({ name, autocomplete, value });

const formOf = ({ given = null, family = null, full = null }: Names): ProfileForm =>
  openForm({
    value: profileOf(
      nameField('name', 'name', full),
      nameField('givenName', 'given-name', given),
      nameField('familyName', 'family-name', family),
      editable({ name: 'nickname', autocomplete: 'nickname' }),
    ),
    etag: '"1"',
  });

const full = (form: ProfileForm): FieldView => fieldNamed(form.profile, 'name') ?? expect.fail();
const fullName = (form: ProfileForm) => valueOf(form, full(form));
const type = (form: ProfileForm, typed: Record<string, string>) =>
  Object.entries(typed).reduce((next, [name, value]) => typeValue(next, name, value), form);

describe('the full name', () => {
  const cases: readonly [string, Names, Record<string, string>, string | null][] = [
    [
      'follows the first and last name',
      { given: 'Uma', family: 'Silva', full: 'Uma Silva' },
      { familyName: 'Patel' },
      'Uma Patel',
    ],
    [
      'follows each letter',
      { given: 'Uma', family: 'Silva', full: 'Uma Silva' },
      { familyName: 'P', givenName: 'Um' },
      'Um P',
    ],
    ['follows if nothing was stored', {}, { givenName: 'Uma', familyName: 'Silva' }, 'Uma Silva'],
    ['follows one name alone', { given: 'Uma', full: 'Uma' }, { givenName: 'Ada' }, 'Ada'],
    [
      'keeps the order in which it is written',
      { given: 'Wei', family: 'Chen', full: 'Chen Wei' },
      { givenName: 'Ming' },
      'Chen Ming',
    ],
    [
      'is written without a space where it was',
      { given: '伟', family: '陈', full: '陈伟' },
      { givenName: '明' },
      '陈明',
    ],
    [
      'stays as it is stored if it says something else',
      { given: 'Uma', family: 'Silva', full: 'Dr. Uma Silva' },
      { familyName: 'Patel' },
      'Dr. Uma Silva',
    ],
    [
      'stays as it was edited by hand',
      { given: 'Uma', family: 'Silva', full: 'Uma Silva' },
      { name: 'Uma S.', familyName: 'Patel' },
      'Uma S.',
    ],
    [
      'follows again after it was cleared',
      { given: 'Uma', family: 'Silva', full: 'Dr. Uma Silva' },
      { name: '', familyName: 'Patel' },
      'Uma Patel',
    ],
    [
      'is not touched by other fields',
      { given: 'Uma', family: 'Silva', full: 'Uma Silva' },
      { nickname: 'U' },
      'Uma Silva',
    ],
  ];
  for (const [title, names, typed, expected] of cases) {
    it(title, () => {
      expect(fullName(type(formOf(names), typed))).to.equal(expected);
    });
  }

  it('is no change any more when the names are what they were', () => {
    const form = formOf({ given: 'Uma', family: 'Silva', full: 'Uma Silva' });
    const changed = typeValue(form, 'familyName', 'Patel');
    expect([...changed.draft.keys()]).to.deep.equal(['familyName', 'name']);
    expect(typeValue(changed, 'familyName', 'Silva').draft.size).to.equal(0);
  });

  it('waits for a decision while it is in conflict', () => {
    const form = typeValue(formOf({ given: 'Uma', family: 'Silva', full: 'Uma Silva' }), 'familyName', 'P');
    const draft = new Map(form.draft).set('name', { typed: 'Uma P', conflict: true });
    expect(fullName(typeValue({ ...form, draft }, 'familyName', 'Patel'))).to.equal('Uma P');
  });

  it('follows nothing that cannot change, and does not follow while it is locked', () => {
    const followIn = (...fields: FieldView[]) => {
      const form = openForm({ value: profileOf(...fields), etag: '"1"' });
      return followsNames(form, full(form));
    };
    expect(followIn(nameField('name', 'name'))).to.equal(false);
    const lockedGiven = locked('not-allowed', { name: 'givenName', autocomplete: 'given-name' });
    expect(followIn(nameField('name', 'name'), lockedGiven)).to.equal(false);
    const given = nameField('givenName', 'given-name');
    expect(followIn(nameField('name', 'name'), given)).to.equal(true);
    expect(followIn(locked('not-allowed', { name: 'name', autocomplete: 'name' }), given)).to.equal(false);
  });
});
