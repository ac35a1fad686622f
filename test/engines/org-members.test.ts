import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dialog, mia, openMember, row, visitPeople, waitForList } from '../journeys/people.js';
import { openStage, type Stage } from '../journeys/support.js';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

describe('<org-members>', () => {
  it('finds someone, opens them, and blocks them by keyboard alone', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Ada Keller');
    await page.getByRole('searchbox', { name: 'Search by name or email' }).fill('oka');
    await waitForList(page, ['Mia Okafor']);
    const visible = await openMember(page, 'Mia Okafor');

    const block = visible.getByRole('button', { name: 'Block…', exact: true });
    const isFocused = () => block.evaluate((button) => button.matches(':focus'));
    await block.focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    assert.ok(await isFocused(), 'the focus is back where it came from');

    await page.keyboard.press('Enter');
    const confirm = dialog(page).getByRole('button', { name: 'Block', exact: true });
    await confirm.focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Sign-in blocked').waitFor();
    assert.equal(stage.demo.tenant.users.get(mia)?.blocked, true);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await row(page, 'Mia Okafor').getByText('Blocked').waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });
});
