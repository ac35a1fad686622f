/** What common tasks cost in clicks, from the list on. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, dialog, lio, press, row, toast, visitPeople } from './people.js';
import { countClicks, openStage, type Stage } from './support.js';

let stage: Stage;
let page: Page;
let clicks: () => Promise<number>;
before(async () => {
  stage = await openStage();
  stage.demo.tenant.setLag(0);
});
after(() => stage.close());
beforeEach(async () => {
  ({ page } = await visitPeople(stage, 'acme', 'Ada Keller'));
  await page.evaluate(() => sessionStorage.removeItem('clicks'));
  clicks = await countClicks(page);
});

describe('clicks in the panel', () => {
  it('are two and a key to change a role', async () => {
    await press(row(page, 'Mia Okafor'), 'Change roles for Mia Okafor');
    await page.getByRole('checkbox', { name: /^Help desk/ }).click();
    // Closing saves: with Enter, or with a third click anywhere else.
    await page.keyboard.press('Enter');
    await toast(page).getByText('Roles updated for Mia Okafor: Help desk and Member.').waitFor();
    assert.equal(await clicks(), 2);
  });

  it('are three to remove someone', async () => {
    await choose(page, 'Lio Brandt', 'Remove from organization…');
    await press(dialog(page), 'Remove');
    await toast(page).getByText('Lio Brandt was removed.').waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    assert.equal(stage.demo.tenant.users.get(lio)?.blocked ?? false, false);
    assert.equal(await clicks(), 3);
  });

  it('are two to unblock someone', async () => {
    await choose(page, 'Ben Roth', 'Unblock');
    await toast(page).getByText('Ben Roth can sign in again.').waitFor();
    assert.equal(await clicks(), 2);
  });

  it('are two to invite one person', async () => {
    stage.demo.tenant.outbox.clear();
    await press(page, 'Invite people');
    await dialog(page).getByLabel('Email addresses', { exact: true }).waitFor();
    await page.keyboard.type('vera@acme.example ');
    await press(dialog(page), 'Invite 1 person');
    await dialog(page).getByText('1 invitation sent.').waitFor();
    assert.deepEqual(
      stage.demo.tenant.outbox.list().map(({ to }) => to),
      ['vera@acme.example'],
    );
    assert.equal(await clicks(), 2);
  });
});
