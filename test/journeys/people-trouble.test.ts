import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, dialog, mia, perform, press, row, visitPeople, waitForList, toast } from './people.js';
import { openStage, type Stage, type Visit } from './support.js';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
beforeEach(() => stage.demo.tenant.reset());

const search = (page: Page, text: string) => page.getByRole('searchbox').fill(text);
const everyCall = '/api/v2/**';

describe('a list that cannot be read', () => {
  it('stays while the session has ended, and comes back from the sign-in as it was narrowed', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Ada Keller');
    await search(page, 'okafor');
    await waitForList(page, ['Mia Okafor']);
    await page.route('**/orgdesk/v1/**', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer spoilt' } }),
    );
    await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Not blocked' });
    await page.getByRole('alert').getByText('Your session expired. Sign in again to continue.').waitFor();
    await row(page, 'Mia Okafor').waitFor();

    await page.unroute('**/orgdesk/v1/**');
    await press(page, 'Sign in');
    await page.waitForURL(/#search=okafor&status=active$/);
    await waitForList(page, ['Mia Okafor']);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'okafor');
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('counts down where there were too many requests, and reads again by itself', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Ada Keller');
    const { faults } = stage.demo.tenant;
    await page.clock.install();
    faults.add({ path: everyCall, status: 429, times: Infinity, headers: { 'retry-after': '60' } });
    await search(page, 'lio@');
    await page.getByText('Too many requests.').waitFor();
    await page
      .getByText(/^Trying again in \d+ seconds\.$/)
      .first()
      .waitFor();
    await row(page, 'Ada Keller').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Try again' }).getAttribute('aria-disabled'), 'true');
    faults.clear();
    await page.clock.fastForward(60_000);
    await waitForList(page, ['Lio Brandt']);
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('says that the service has a problem, and tries again when asked; or that no one is connected, until someone is', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Ada Keller');
    const { faults } = stage.demo.tenant;
    faults.add({ path: everyCall, status: 503, times: Infinity });
    await search(page, 'moreno');
    await page.getByRole('alert').getByText('Something went wrong. Try again in a few minutes.').waitFor();
    await row(page, 'Ada Keller').waitFor();
    faults.clear();
    await press(page, 'Try again');
    await waitForList(page, ['Hal Moreno']);

    await context.setOffline(true);
    await search(page, 'roth');
    await page.getByRole('alert').getByText('You’re offline.').waitFor();
    await row(page, 'Hal Moreno').waitFor();
    // The list is read again by itself.
    await context.setOffline(false);
    await waitForList(page, ['Ben Roth']);
    assert.deepEqual(errors, []);
    await context.close();
  });
});

describe('lists that lag behind', () => {
  it('do not bring back a removed member, nor what was changed', async () => {
    const { page, context, errors } = await visitPeople(stage, 'acme', 'Ada Keller');
    stage.demo.tenant.setLag(60_000);
    await perform(page, 'Lio Brandt', ['Remove from organization…', 'Remove'], 'Lio Brandt was removed.');
    await row(page, 'Ben Roth').getByText('Blocked', { exact: true }).waitFor();
    await perform(page, 'Ben Roth', ['Unblock', null], 'Ben Roth can sign in again.');
    await page.reload();
    await waitForList(page, ['Ada Keller', 'Hal Moreno', 'Mia Okafor', 'Ben Roth', 'Sam Sharma']);
    assert.equal(await row(page, 'Ben Roth').getByText('Blocked', { exact: true }).count(), 0);
    await page.getByRole('tab', { name: 'Members 5' }).waitFor();
    await search(page, 'lio@');
    await page.getByText('No members found').first().waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });
});

describe('deleting someone’s account, after a sign-in of long ago', () => {
  /** An admin at the question, whose sign-in was ten minutes ago, which is more than the default policy takes. */
  async function askLongAgo(): Promise<Visit> {
    const { clock } = stage.demo.tenant;
    clock.advance(-10 * 60 * 1000);
    const visited = await visitPeople(stage, 'acme', 'Ada Keller');
    clock.advance(10 * 60 * 1000);
    const { page } = visited;
    await choose(page, 'Mia Okafor', 'Delete account…');
    await dialog(page).getByLabel(/^Type/).fill('mia@acme.example');
    await press(dialog(page), 'Delete account');
    await dialog(page).getByText('Sign in again to continue. You’ll come back to this step.').waitFor();
    assert.ok(stage.demo.tenant.users.get(mia));
    await press(dialog(page), 'Sign in to continue');
    await page.waitForURL(/\/u\/login/);
    return visited;
  }

  it('asks nothing of someone else who comes back', async () => {
    const { page, context } = await askLongAgo();
    await page.getByRole('button', { name: /^Hal Moreno/ }).click();
    await row(page, 'Hal Moreno').getByText('You', { exact: true }).waitFor();
    // What was asked would be asked with the first answer: the one after it is later.
    await search(page, 'okafor');
    await waitForList(page, ['Mia Okafor']);
    assert.equal(await dialog(page).count(), 0);
    assert.ok(stage.demo.tenant.users.get(mia));
    await context.close();
  });

  it('comes back to the same question, and asks it again', async () => {
    const { page, context, errors } = await askLongAgo();
    await page.getByRole('button', { name: /^Ada Keller/ }).click();
    await dialog(page).getByRole('heading', { name: 'Delete Mia Okafor’s account?' }).waitFor();
    assert.ok(stage.demo.tenant.users.get(mia), 'nothing is deleted by coming back');
    await dialog(page).getByLabel(/^Type/).fill('mia@acme.example');
    await press(dialog(page), 'Delete account');
    await toast(page).getByText('Mia Okafor’s account was deleted.').waitFor();
    assert.equal(stage.demo.tenant.users.get(mia), undefined);
    await row(page, 'Mia Okafor').waitFor({ state: 'detached' });
    assert.deepEqual(errors, []);
    await context.close();
  });
});
