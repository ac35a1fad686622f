import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  acme,
  admin,
  dialog,
  enter,
  mia,
  row,
  sam,
  visitPeople,
  waitForFocus,
  waitForList,
  toast,
} from './people.js';
import { openStage, visit, type Stage } from './support.js';

// Without a mouse from the first key on: each part begins where the one before has left the focus.
let stage: Stage;
let page: Page;
let errors: string[];
before(async () => {
  stage = await openStage();
  ({ page, errors } = await visitPeople(stage, 'acme', 'Ada Keller'));
});
after(() => stage.close());

/** Presses the keys, one after the other, and waits until the focus is where it has to be then. */
async function press(keys: string, focused: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
  await waitForFocus(page, focused);
}

describe('the table by keyboard', () => {
  it('is reached after search, filters and headings, as one stop', async () => {
    await page.getByRole('searchbox').focus();
    await press('Tab', 'Role');
    await press('Tab', 'Status');
    await press('Tab', 'Select all on this page');
    await press('Tab', 'Name');
    await press('Tab', 'Last sign-in');
    await press('Tab', 'row: Ada Keller');
  });

  it('is walked with the arrows, Home and End, and goes no further than its ends', async () => {
    await press('ArrowUp', 'row: Ada Keller');
    await press('ArrowDown', 'row: Hal Moreno');
    await press('End', 'row: Sam Sharma');
    await press('ArrowDown', 'row: Sam Sharma');
    await press('ArrowUp', 'row: Ben Roth');
    await press('Home', 'row: Ada Keller');
  });

  it('has its controls behind the row that is the stop, and no other row’s', async () => {
    await press('ArrowDown ArrowDown', 'row: Mia Okafor');
    await press('Tab', 'Select Mia Okafor');
    await press('Tab', 'Mia Okafor');
    await press('Tab', 'Change roles for Mia Okafor');
    await press('Tab', 'Actions for Mia Okafor');
    await press('Tab', 'Rows per page');
    await press('Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab', 'row: Mia Okafor');
  });

  it('selects with Space, and lets go of it again', async () => {
    await press('Space', 'row: Mia Okafor');
    await page.getByRole('group', { name: '1 selected' }).waitFor();
    await press('Space', 'row: Mia Okafor');
    await page.getByRole('group', { name: '1 selected' }).waitFor({ state: 'detached' });
  });

  it('is sorted from its heading, and keeps the focus there', async () => {
    await press('Shift+Tab Shift+Tab', 'Name');
    const heading = page.getByRole('columnheader', { name: 'Name' });
    await press('Enter', 'Name');
    await heading.and(page.locator('[aria-sort=ascending]')).waitFor();
    await waitForList(page, [
      'Ada Keller',
      'Ben Roth',
      'Hal Moreno',
      'Lio Brandt',
      'Mia Okafor',
      'Sam Sharma',
    ]);
    await press('Enter', 'Name');
    await heading.and(page.locator('[aria-sort=descending]')).waitFor();
    await press('Enter', 'Name');
    await waitForList(page, [
      'Ada Keller',
      'Hal Moreno',
      'Mia Okafor',
      'Lio Brandt',
      'Ben Roth',
      'Sam Sharma',
    ]);
    await press('Tab Tab', 'row: Mia Okafor');
  });
});

describe('a person by keyboard', () => {
  it('is opened with Enter, which leads into the page, and closed from there back to the row', async () => {
    await press('Enter', 'region: Mia Okafor');
    await press('Tab Tab', 'Next member');
    await press('Enter', 'Next member');
    await page.getByRole('region', { name: 'Lio Brandt' }).waitFor();
    await press('Shift+Tab', 'Previous member');
    await press('Enter', 'Previous member');
    await page.getByRole('region', { name: 'Mia Okafor' }).waitFor();
    await press('Tab Tab Tab Tab', 'Close');
    await press('Enter', 'row: Mia Okafor');
    assert.equal(await page.getByRole('region', { name: 'Mia Okafor' }).count(), 0);
  });

  it('is blocked through the menu key: the question begins on Cancel, and Escape lets go', async () => {
    await press('Shift+F10', 'Open');
    await press('ArrowUp', 'Delete account…');
    await press('ArrowUp ArrowUp', 'Block…');
    await press('Home', 'Open');
    await press('Escape', 'Actions for Mia Okafor');

    await press('Enter', 'Open');
    await press('End ArrowUp ArrowUp', 'Block…');
    await press('Enter', 'Cancel');
    assert.equal(await dialog(page).getByRole('heading').innerText(), 'Block Mia Okafor?');
    await press('Escape', 'Actions for Mia Okafor');
    await dialog(page).waitFor({ state: 'detached' });
    assert.ok(!stage.demo.tenant.users.get(mia)?.blocked);

    await press('Enter', 'Open');
    await press('End ArrowUp ArrowUp', 'Block…');
    await press('Enter', 'Cancel');
    await dialog(page).getByRole('button', { name: 'Block', exact: true }).waitFor();
    await press('Tab', 'Block');
    await press('Enter', 'Actions for Mia Okafor');
    await toast(page).getByText('Mia Okafor was blocked.').waitFor();
    assert.ok(stage.demo.tenant.users.get(mia)?.blocked);
    await dialog(page).waitFor({ state: 'detached' });
    await row(page, 'Mia Okafor').getByText('Blocked', { exact: true }).waitFor();
  });

  it('is removed, and the focus goes to the row in their place', async () => {
    await press('Enter', 'Open');
    await press('End ArrowUp', 'Remove from organization…');
    await press('Enter', 'Cancel');
    await dialog(page).getByRole('button', { name: 'Remove', exact: true }).waitFor();
    await press('Tab', 'Remove');
    await press('Enter', 'row: Lio Brandt');
    await toast(page).getByText('Mia Okafor was removed.').waitFor();
    await waitForList(page, ['Ada Keller', 'Hal Moreno', 'Lio Brandt', 'Ben Roth', 'Sam Sharma']);
  });
});

describe('the sections by keyboard', () => {
  it('are one stop, walked with the arrows', async () => {
    await page.getByRole('tab', { name: 'Members' }).focus();
    await press('ArrowRight', 'Invitations');
    await page.getByRole('tabpanel', { name: 'Invitations' }).getByText('nora@acme.example').waitFor();
    await press('ArrowRight', 'Activity');
    await press('ArrowRight', 'Members 5');
  });

  it('have an invite dialog that takes addresses from the keys alone, and gives the focus back', async () => {
    await page.keyboard.press('Shift+Tab');
    await waitForFocus(page, 'Invite people');
    await press('Enter', 'Email addresses');
    await page.keyboard.type('vera@acme.example,');
    await dialog(page).getByRole('listitem').getByText('vera@acme.example').waitFor();
    await press('Backspace', 'Email addresses');
    await page.keyboard.press('Escape');
    await waitForFocus(page, 'Invite people');
    assert.equal(await dialog(page).count(), 0);
    assert.deepEqual(errors, []);
  });
});

describe('a member of two organizations', () => {
  it('can switch to the other one before the lazy-loaded parts arrive', async () => {
    stage.demo.tenant.organizations.setMemberRoles(acme, sam, [admin]);
    const { page, context } = await visit(stage, 'acme/people');
    const requested: string[] = [];
    // Never answered: it contains the menus and dialogs.
    await page.route(
      /\/panel-interactions-[^/]*\.js$/,
      (route) => void requested.push(route.request().url()),
    );
    await enter(page, 'Sam Sharma');
    await row(page, 'Sam Sharma').waitFor();
    assert.ok(requested.length > 0);
    assert.equal(await page.getByRole('combobox', { name: 'Organization' }).count(), 1);
    await context.close();
  });
});
