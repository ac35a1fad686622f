import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { defaultPolicy, parsePolicy, type PolicyDocument } from '../../src/policy/index.js';
import { enter, openMember, perform, press, row, textOf, visitPeople } from './people.js';
import { openStage, visit, type Stage } from './support.js';

/** The default policy, in which the help desk sees a desk phone in part until it asks for the whole. */
const policy = parsePolicy({
  ...defaultPolicy,
  rules: defaultPolicy.rules.flatMap((rule): PolicyDocument['rules'] => {
    if (rule.id !== 'support-reads') return [rule];
    const fields = Object.keys(defaultPolicy.fields).filter((field) => field !== 'deskPhone');
    return [
      { ...rule, actors: ['admin'] },
      { ...rule, id: 'desk-reads', actors: ['help-desk'], fields },
      { ...rule, id: 'desk-sees-part', actors: ['help-desk'], fields: ['deskPhone'], masked: true },
    ];
  }),
});

let stage: Stage;
before(async () => {
  stage = await openStage({ policy });
});
after(() => stage.close());

/** The names of what a row's menu offers. */
async function menuOf(page: Page, name: string): Promise<string[]> {
  await press(page, `Actions for ${name}`);
  const items = await page.getByRole('menuitem').allInnerTexts();
  await page.keyboard.press('Escape');
  return items;
}

describe('a help desk', () => {
  it('finds and helps people, and is offered neither roles nor what takes something away', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Hal Moreno');
    assert.deepEqual(await page.getByRole('columnheader').allInnerTexts(), [
      '',
      'Name',
      'Sign-in method',
      'Last sign-in',
      'Actions',
    ]);
    assert.equal(await page.getByRole('tab').count(), 0);
    for (const name of ['Invite people', 'Export CSV']) {
      assert.equal(await page.getByRole('button', { name }).count(), 0, name);
    }
    assert.deepEqual(await menuOf(page, 'Lio Brandt'), [
      'Open',
      'Copy email',
      'Send password reset',
      'Unlock sign-in',
    ]);

    await perform(page, 'Lio Brandt', ['Unlock sign-in', null], 'Lio Brandt can try to sign in again.');
    await row(page, 'Ben Roth').getByText('Blocked', { exact: true }).waitFor();
    await perform(page, 'Ben Roth', ['Unblock', null], 'Ben Roth can sign in again.');
    await row(page, 'Ben Roth').getByText('Blocked', { exact: true }).waitFor({ state: 'detached' });
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('sees a masked value when it asks for it, which the admin reads in the activity', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Hal Moreno');
    const person = await openMember(page, 'Mia Okafor');
    assert.equal(await person.getByRole('group', { name: 'Roles' }).count(), 0);
    await person.getByText('•').first().waitFor();
    assert.equal(await person.getByText('+44 20 7946 0003').count(), 0);
    await press(person, 'Show Work phone');
    await person.getByText('+44 20 7946 0003').waitFor();
    await person.getByText('Work phone is now shown. This was added to the activity log.').waitFor();
    assert.deepEqual(errors, []);
    await context.close();

    const { page: adas, context: hers } = await visitPeople(stage, 'acme', 'Ada Keller');
    await adas.getByRole('tab', { name: 'Activity' }).click();
    const activity = adas.getByRole('tabpanel', { name: 'Activity' });
    await activity.getByText('viewed a hidden field').waitFor();
    assert.match(await textOf(activity), /Hal Moreno viewed a hidden field of Mia Okafor’s profile/);
    await hers.close();
  });
});

describe('a member without rights', () => {
  it('is told whose page this is, and sees nothing of it', async () => {
    const { page, context, errors } = await visit(stage, 'acme/people');
    await enter(page, 'Mia Okafor');
    await page.getByRole('heading', { name: 'You don’t have access to this page' }).waitFor();
    assert.match(
      await textOf(page.locator('org-members [part=card]')),
      /^You don’t have access to this page Ask an admin of your organization for access\.$/,
    );
    assert.deepEqual(errors, []);
    await context.close();
  });
});

describe('a host that lets people only look', () => {
  it('shows everything, and offers nothing that changes it', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Ada Keller');
    await page.locator('org-members').evaluate((element) => element.setAttribute('read-only', ''));
    await page.getByRole('button', { name: 'Invite people' }).waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('checkbox').count(), 0);
    assert.deepEqual(await menuOf(page, 'Lio Brandt'), ['Open', 'Copy email']);
    const person = await openMember(page, 'Mia Okafor');
    await person.getByText('Authenticator app').waitFor();
    assert.equal(await person.getByRole('textbox').count(), 0);
    const buttons = await person
      .getByRole('button')
      .evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel));
    assert.deepEqual(buttons, ['Previous member', 'Next member', 'Copy link', 'Open as page', 'Close']);
    assert.deepEqual(errors, []);
    await context.close();
  });
});
