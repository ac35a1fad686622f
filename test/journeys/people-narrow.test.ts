import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { dialog, mia, openMember, perform, press, row, visitPeople, toast } from './people.js';
import { openStage, type Stage } from './support.js';

let stage: Stage;
let page: Page;
let errors: string[];
before(async () => {
  stage = await openStage();
  stage.demo.tenant.setLag(0);
  // Days are counted by the calendar.
  const lastLogin = new Date();
  lastLogin.setDate(lastLogin.getDate() - 3);
  lastLogin.setHours(12, 0, 0, 0);
  stage.demo.tenant.users.update(mia, { last_login: lastLogin.toISOString() });
  ({ page, errors } = await visitPeople(stage, 'acme', 'Ada Keller', 320));
});
after(() => stage.close());

/** Nothing reaches beyond the edges, but for what scrolls by itself and what is only read out. */
async function assertFits(what: string): Promise<void> {
  const visible = page.locator(
    'body *:not([role=tab], .visually-hidden, .invitations thead, .invitations thead *)',
  );
  const beyond = await visible.evaluateAll((all) =>
    all
      .filter((each) => each.getBoundingClientRect().width > 0)
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map((each) => `${each.localName} ${each.className}`),
  );
  assert.deepEqual(beyond, [], what);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, what);
}

describe('on a small screen', () => {
  it('people are cards that say and offer the same', async () => {
    const card = row(page, 'Mia Okafor');
    for (const text of ['mia@acme.example', 'Member', '3 days ago']) {
      await card.getByText(text, { exact: true }).waitFor();
    }
    assert.equal(await card.locator('.badge').count(), 0, 'no status where all is well');
    await assertFits('the list');
    await press(page, 'Actions for Mia Okafor');
    assert.deepEqual(await page.getByRole('menuitem').allInnerTexts(), [
      'Open',
      'Copy email',
      'Send password reset',
      'Unlock sign-in',
      'Reset two-step verification…',
      'Change roles…',
      'Sign out everywhere…',
      'Block…',
      'Remove from organization…',
      'Delete account…',
    ]);
    await assertFits('the menu');
    await page.keyboard.press('Escape');
  });

  it('filters fold behind a button', async () => {
    const status = page.getByRole('combobox', { name: 'Status' });
    assert.equal(await status.count(), 0);
    await press(page, 'Filters');
    await status.selectOption('Blocked');
    await page.getByText('1 member found').waitFor();
    await assertFits('the filters');
    await press(page, 'Remove filter Status: Blocked');
    await row(page, 'Mia Okafor').waitFor();
    await press(page, 'Filters');
    assert.equal(await status.count(), 0);
  });

  it('several are selected and something is done about them', async () => {
    await page.getByRole('checkbox', { name: 'Select Mia Okafor' }).check();
    await page.getByRole('checkbox', { name: 'Select Sam Sharma' }).check();
    await page.getByRole('group', { name: '2 selected' }).waitFor();
    await assertFits('the selection');
    await press(page, 'Send password reset…');
    await dialog(page).getByText('Applies to 2 members.').waitFor();
    await assertFits('the preview');
    await press(dialog(page), 'Cancel');
    await press(page, 'Clear selection');
  });

  it('a person’s page takes the place of the list, and gives it back', async () => {
    const person = await openMember(page, 'Mia Okafor');
    assert.equal(await page.getByRole('searchbox').count(), 0);
    await person.getByRole('button', { name: 'Delete account…' }).waitFor();
    await assertFits('the page of a person');
    await press(person, 'Back to members');
    await row(page, 'Mia Okafor').waitFor();
  });

  it('invitations are cards too, and the dialog for new ones fits', async () => {
    await page.getByRole('tab', { name: 'Invitations' }).click();
    await page.getByRole('button', { name: 'Resend invitation to nora@acme.example' }).waitFor();
    await assertFits('the invitations');
    await press(page, 'Invite people');
    const addresses = dialog(page).getByLabel('Email addresses', { exact: true });
    await addresses.fill('nope somebody.with.a.very.long.name@a.very.long.subsidiary.of.acme.example ');
    await dialog(page).getByText('Not a valid email address.').waitFor();
    await assertFits('the dialog');
    await press(dialog(page), 'Cancel');
    await page.getByRole('tab', { name: 'Members' }).click();
  });
});

describe('from right to left', () => {
  it('everything is mirrored, and nothing leaves the screen', async () => {
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const leftOf = async (name: string) =>
      (
        await row(page, 'Mia Okafor')
          .getByRole(name.startsWith('Select') ? 'checkbox' : 'button', { name, exact: true })
          .boundingBox()
      )?.x ?? NaN;
    assert.ok((await leftOf('Select Mia Okafor')) > (await leftOf('Mia Okafor')));
    assert.ok((await leftOf('Mia Okafor')) > (await leftOf('Actions for Mia Okafor')));
    await assertFits('the list');
    const signOut = ['Sign out everywhere…', 'Sign out'] as const;
    await perform(page, 'Mia Okafor', signOut, 'Mia Okafor was signed out everywhere.');
    await press(toast(page), 'View receipt');
    await assertFits('the dialog');
    await press(dialog(page), 'Close');
    await page.setViewportSize({ width: 1140, height: 900 });
    assert.ok((await leftOf('Select Mia Okafor')) > 1_000);
    assert.ok((await leftOf('Actions for Mia Okafor')) < 140);
    assert.deepEqual(errors, []);
  });
});
