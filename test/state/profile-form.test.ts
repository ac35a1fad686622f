import { expect } from '@open-wc/testing';
import * as forms from '../../src/state/profile/form/edit.js';
import { fieldNamed, openForm, type ProfileForm } from '../../src/state/profile/form/state.js';
import { database, editable, withValues } from '../elements/profiles.js';

const opened = openForm({ value: database, etag: '"1"' });

function errorOf(form: ProfileForm, name: string) {
  return forms.errorOf(form, fieldNamed(form.profile, name) ?? editable({ name }));
}

describe('profile form', () => {
  it('reports an error when the field was left, until it is corrected', () => {
    const typing = forms.typeValue(opened, 'deskPhone', '12');
    expect(errorOf(typing, 'deskPhone')).to.equal(null);
    const left = forms.leaveField(typing, 'deskPhone');
    expect(errorOf(left, 'deskPhone')).to.deep.equal({ code: 'no-country-code' });
    expect(errorOf(forms.typeValue(left, 'deskPhone', '+12125550100'), 'deskPhone')).to.equal(null);
  });

  it('normalizes a valid value when it is settled', () => {
    const good = forms.settleValue(forms.typeValue(opened, 'deskPhone', '+351 21 555 0100'), 'deskPhone');
    expect(good.draft.get('deskPhone')?.typed).to.equal('+351215550100');
    const bad = forms.settleValue(forms.typeValue(opened, 'deskPhone', '351 21'), 'deskPhone');
    expect(bad.draft.get('deskPhone')?.typed).to.equal('351 21');
    expect(bad.typing).to.equal(null);
  });

  it('shows a refusal until the field is typed into or saved again', () => {
    const refusal = { field: 'jobTitle', code: 'value_refused' } as const;
    const problem = { type: '', title: '', status: 422, code: 'value_refused', fields: [refusal] } as const;
    const refused = forms.absorb(
      forms.typeValue(opened, 'jobTitle', 'Chief'),
      { jobTitle: 'Chief' },
      problem,
    );
    expect(errorOf(refused, 'jobTitle')).to.equal(refusal);
    expect(errorOf(forms.leaveAll(refused), 'jobTitle')).to.equal(null);
    expect(errorOf(forms.typeValue(refused, 'jobTitle', 'CEO'), 'jobTitle')).to.equal(null);
  });

  it('marks what was sent as stored, and keeps later edits', () => {
    const typed = forms.typeValue(forms.typeValue(opened, 'jobTitle', 'Chief'), 'deskPhone', '+1');
    const since = forms.typeValue(typed, 'jobTitle', 'Chief of staff');
    const confirmed = forms.confirm(since, { jobTitle: 'Chief', deskPhone: '+1' });
    expect([...confirmed.draft.keys()]).to.deep.equal(['jobTitle']);
    expect(fieldNamed(confirmed.profile, 'jobTitle')?.value).to.equal('Chief');
  });

  it('drops the draft for another user or organization', () => {
    const typed = forms.typeValue(opened, 'jobTitle', 'Chief');
    const branding = { logoUrl: null, primaryColor: null };
    const organization = { id: 'org_acme', name: 'acme', displayName: null, branding };
    expect(forms.renew(typed, { value: { ...database, organization }, etag: '"9"' }).draft.size).to.equal(0);
    expect(forms.renew(typed, { value: database, etag: '"9"' }).draft.size).to.equal(1);
  });

  it('sends again what did not conflict', () => {
    const typed = forms.typeValue(opened, 'jobTitle', 'Chief');
    const sent = { jobTitle: 'Chief' };
    const renewed = (values: Record<string, unknown>) =>
      forms.renew(typed, { value: withValues(database, values), etag: '"2"' });
    expect(forms.stillToSend(typed, renewed({ language: 'de' }), sent)).to.deep.equal(sent);
    expect(forms.stillToSend(typed, renewed({ jobTitle: 'Chief' }), sent)).to.deep.equal({});
    expect(forms.stillToSend(typed, renewed({ jobTitle: 'Director' }), sent)).to.equal(null);
    expect(forms.stillToSend(typed, typed, sent), 'nothing newer is known').to.equal(null);
  });
});
