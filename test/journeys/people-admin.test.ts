import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  acme,
  choose,
  dialog,
  enter,
  lio,
  mia,
  openMember,
  perform,
  press,
  row,
  textOf,
  visitPeople,
  waitForList,
  toast,
} from './people.js';
import { openStage, signInAs, visit, type Stage } from './support.js';

// One admin's day: each part leaves behind what the next ones find.
let stage: Stage;
let page: Page;
let errors: string[];
before(async () => {
  stage = await openStage();
  ({ page, errors } = await visitPeople(stage, 'acme', 'Ada Keller'));
});
after(() => stage.close());

const everyone = ['Ada Keller', 'Hal Moreno', 'Mia Okafor', 'Lio Brandt', 'Ben Roth', 'Sam Sharma'];

describe('an admin looks for people', () => {
  it('finds them by the beginning of a name or an address, and Escape shows everybody again', async () => {
    await waitForList(page, everyone);
    const search = page.getByRole('searchbox', { name: 'Search by name or email' });
    await search.fill('oka');
    await waitForList(page, ['Mia Okafor']);
    await search.fill('lio@');
    await waitForList(page, ['Lio Brandt']);
    await search.fill('nobody of this name');
    await page.getByText('No members found').first().waitFor();
    await search.press('Escape');
    await waitForList(page, everyone);
    assert.equal(await search.inputValue(), '');
  });

  it('narrows the list by role and by status', async () => {
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Help desk' });
    await waitForList(page, ['Hal Moreno']);
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Any role' });
    await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Blocked' });
    await waitForList(page, ['Ben Roth']);
    await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Any status' });
    await waitForList(page, everyone);
  });

  it('sorts by name, both ways and back', async () => {
    const heading = page.getByRole('columnheader', { name: 'Name' });
    await press(heading, /^Name/);
    await waitForList(page, [
      'Ada Keller',
      'Ben Roth',
      'Hal Moreno',
      'Lio Brandt',
      'Mia Okafor',
      'Sam Sharma',
    ]);
    assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
    await press(heading, /^Name/);
    await waitForList(page, [
      'Sam Sharma',
      'Mia Okafor',
      'Lio Brandt',
      'Hal Moreno',
      'Ben Roth',
      'Ada Keller',
    ]);
    await press(heading, /^Name/);
    await waitForList(page, everyone);
  });
});

describe('an admin on a person’s page', () => {
  it('edits the profile on behalf', async () => {
    const person = await openMember(page, 'Mia Okafor');
    await press(person, 'Edit');
    await person.getByText('You’re editing Mia Okafor’s profile.').waitFor();
    await person.getByRole('textbox', { name: 'Job title' }).fill('Lead Engineer');
    await press(person, 'Save');
    await person.getByRole('button', { name: 'Edit' }).waitFor();
    assert.equal(stage.demo.tenant.users.get(mia)?.user_metadata?.['job_title'], 'Lead Engineer');
    await press(person, 'Edit');
    await person.getByRole('textbox', { name: 'Full name', exact: true }).fill('Mia Lund');
    await press(person, 'Save');
    await row(page, 'Mia Lund').waitFor();
    assert.equal(stage.demo.tenant.users.get(mia)?.name, 'Mia Lund');
  });

  it('gives a role, and the list shows it at once', async () => {
    const person = page.getByRole('region', { name: 'Mia Lund' });
    await press(person, 'Change roles for Mia Lund');
    const roles = page.getByRole('dialog', { name: 'Roles for Mia Lund' });
    await roles.getByRole('checkbox', { name: /^Help desk/ }).check();
    await page.keyboard.press('Enter');
    await page.getByText('Roles updated for Mia Lund: Help desk and Member.').waitFor();
    await row(page, 'Mia Lund').getByText('Help desk').waitFor();
    await press(person, 'Close');
    await person.waitFor({ state: 'detached' });
  });
});

describe('an admin in the menu of a row', () => {
  it('blocks: the session that is open is refused at once, and so is the next sign-in', async () => {
    const miasOwn = await visit(stage, 'acme');
    await signInAs(miasOwn.page, 'Mia Lund');
    await perform(page, 'Mia Lund', ['Block…', 'Block'], 'Mia Lund was blocked.');
    await press(toast(page), 'View receipt');
    await dialog(page).getByText('Sign-in blocked').waitFor();
    await press(dialog(page), 'Close');
    await row(page, 'Mia Lund').getByText('Blocked', { exact: true }).waitFor();

    await miasOwn.page.getByLabel('Job title').fill('Too late');
    await press(miasOwn.page, 'Save');
    await miasOwn.page.getByText('Your account is blocked.').first().waitFor();
    assert.equal(await miasOwn.page.getByLabel('Job title').inputValue(), 'Too late');
    assert.equal(stage.demo.tenant.users.get(mia)?.user_metadata?.['job_title'], 'Lead Engineer');
    await miasOwn.context.close();

    const again = await visit(stage, 'acme');
    await enter(again.page, 'Mia Lund');
    await again.page.getByRole('alert').first().waitFor();
    await again.context.close();
  });

  it('unblocks: the person comes in again', async () => {
    await perform(page, 'Mia Lund', ['Unblock', null], 'Mia Lund can sign in again.');
    await row(page, 'Mia Lund').getByText('Blocked', { exact: true }).waitFor({ state: 'detached' });
    const { page: own, context } = await visit(stage, 'acme');
    await signInAs(own, 'Mia Lund');
    await context.close();
  });

  it('clears the lockout of someone who typed the wrong password too often, which is no block', async () => {
    const before = await visit(stage, 'acme');
    await enter(before.page, 'Lio Brandt');
    await before.page
      .getByText(/blocked/i)
      .first()
      .waitFor();
    await before.context.close();

    await perform(page, 'Lio Brandt', ['Unlock sign-in', null], 'Lio Brandt can try to sign in again.');

    const { page: own, context } = await visit(stage, 'acme');
    await signInAs(own, 'Lio Brandt');
    await context.close();
  });

  it('sends a password reset that carries the organization', async () => {
    stage.demo.tenant.outbox.clear();
    const sent = 'If Lio Brandt can receive email, the link will arrive in a few minutes.';
    await perform(page, 'Lio Brandt', ['Send password reset', null], sent);
    assert.doesNotMatch(
      await page.locator('org-members').innerText(),
      /https?:/,
      'the link is for no one else',
    );
    const [mail] = stage.demo.tenant.outbox.list();
    assert.equal(mail?.to, 'lio@acme.example');
    assert.equal(mail.organization?.id, acme);
  });

  it('signs someone out everywhere, who can sign in again', async () => {
    const { page: own, context } = await visit(stage, 'acme');
    await signInAs(own, 'Lio Brandt');
    const signOut = ['Sign out everywhere…', 'Sign out'] as const;
    await perform(page, 'Lio Brandt', signOut, 'Lio Brandt was signed out everywhere.');
    await own.reload();
    await signInAs(own, 'Lio Brandt');
    await context.close();
  });

  it('removes someone, who is gone from the list and cannot come in', async () => {
    await choose(page, 'Lio Brandt', 'Remove from organization…');
    await dialog(page).getByText('They’ll lose access to Acme Instruments.').waitFor();
    await press(dialog(page), 'Remove');
    await toast(page).getByText('Lio Brandt was removed.').waitFor();
    await row(page, 'Lio Brandt').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Members 5' }).waitFor();
    assert.ok(stage.demo.tenant.users.get(lio), 'the account stays');
    assert.ok(!stage.demo.tenant.personas.some(({ userId }) => userId === lio));
  });

  it('is the last one, and cannot take that away from the organization', async () => {
    const own = await openMember(page, 'Ada Keller');
    for (const action of ['Block…', 'Remove from organization…', 'Delete account…']) {
      assert.equal(await own.getByRole('button', { name: action }).count(), 0, action);
    }
    await press(own, 'Change roles for Ada Keller');
    const roles = page.getByRole('dialog', { name: 'Roles for Ada Keller' });
    await roles.getByRole('checkbox', { name: /^Admin/ }).uncheck();
    await page.keyboard.press('Enter');
    // One's own roles are asked about first.
    await press(dialog(page), 'Change roles');
    await dialog(page)
      .getByRole('alert')
      .filter({ hasText: 'Your organization would be left without an admin.' })
      .waitFor();
    await press(dialog(page), 'Cancel');
    await press(own, 'Close');
    await row(page, 'Ada Keller').getByText('Admin', { exact: true }).waitFor();
  });
});

describe('what an admin did', () => {
  it('is in the activity, with who did it and to whom', async () => {
    await page.getByRole('tab', { name: 'Activity' }).click();
    const activity = page.getByRole('tabpanel', { name: 'Activity' });
    await activity
      .getByText(/edited .+’s profile/)
      .first()
      .waitFor();
    const text = await textOf(activity);
    for (const sentence of [
      'Ada Keller removed Lio Brandt from the organization',
      'Ada Keller signed Lio Brandt out everywhere',
      'Ada Keller sent Lio Brandt a password reset email',
      'Ada Keller unlocked sign-in for Lio Brandt',
      'Ada Keller unblocked Mia Lund',
      'Ada Keller blocked Mia Lund',
      'Ada Keller changed Mia Lund’s roles',
    ]) {
      assert.ok(text.includes(sentence), `${sentence}: not in ${text}`);
    }
    assert.deepEqual(errors, []);
  });
});
