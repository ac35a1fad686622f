import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { countClicks, openStage, signInAs, visit, type Stage, type Visit } from './support.js';

const mia = 'auth0|ac3e00000000000000000003';
const uma = 'auth0|b3e11a000000000000000001';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
beforeEach(() => stage.demo.tenant.reset());

/** Someone whose sign-in was ten minutes ago, which is more than the default policy takes. */
async function visitLongAgo(organization: string, name: string): Promise<Visit> {
  const { clock } = stage.demo.tenant;
  clock.advance(-10 * 60 * 1000);
  const visited = await visit(stage, organization);
  await signInAs(visited.page, name);
  clock.advance(10 * 60 * 1000);
  return visited;
}

/** Through the login page, which is asked not to be content with the session that is there. */
async function signInAgain(page: Page, name: string): Promise<void> {
  await page.waitForURL(/\/u\/login/);
  assert.ok(stage.demo.tenant.requests.list().some(({ query }) => /max_age=300/.test(query)));
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('another address, after a sign-in of long ago', () => {
  it('saves everything that was typed by one decision, at the place where it was made', async () => {
    const { page, context, errors } = await visitLongAgo('umbrella', 'Uma Silva');
    await page.setViewportSize({ width: 400, height: 500 });
    const clicks = await countClicks(page);
    await page.getByLabel('Email').fill('uma.silva@umbrella.example');
    await page.getByLabel('Job title').fill('Head of Research');
    await page.getByText('You’ll sign in again first.').waitFor();
    const scrollTop = await page.evaluate(() => scrollY);
    assert.ok(scrollTop > 0);
    await press(page, 'Sign in and save');
    await signInAgain(page, 'Uma Silva');
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(await clicks(), 1, 'besides those at the sign-in');
    const { email, user_metadata: metadata } = stage.demo.tenant.users.get(uma) ?? {};
    assert.equal(email, 'uma.silva@umbrella.example');
    assert.equal(metadata?.['job_title'], 'Head of Research');
    assert.ok(!page.url().includes('code='), 'the code is taken out of the address');
    assert.equal(await page.getByLabel('Job title').inputValue(), 'Head of Research');
    assert.equal(await page.getByText('unsaved').count(), 0);
    assert.equal(await page.evaluate(() => scrollY), scrollTop);
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('says what has to be looked at if the value is taken by then', async () => {
    const { page, context } = await visitLongAgo('umbrella', 'Uma Silva');
    await page.getByLabel('Email').fill('umar@umbrella.example');
    await press(page, 'Sign in and save');
    await signInAgain(page, 'Uma Silva');
    await page.getByText('Not saved yet. Review your changes and save.').waitFor();
    await page.getByText('This is already in use. Try a different one.').waitFor();
    assert.equal(await page.getByLabel('Email').inputValue(), 'umar@umbrella.example');
    assert.equal(stage.demo.tenant.users.get(uma)?.email, 'uma@umbrella.example');
    await context.close();
  });

  it('saves nothing for someone else who comes back', async () => {
    const { page, context } = await visitLongAgo('umbrella', 'Uma Silva');
    await page.getByLabel('Email').fill('uma.silva@umbrella.example');
    await press(page, 'Sign in and save');
    await signInAgain(page, 'Umar');
    await page.getByRole('heading', { name: /^Umar/ }).waitFor();
    assert.equal(stage.demo.tenant.users.get(uma)?.email, 'uma@umbrella.example');
    assert.equal(await page.getByRole('textbox', { name: 'Email' }).inputValue(), 'umar@umbrella.example');
    await context.close();
  });
});

describe('deleting the account, after a sign-in of long ago', () => {
  it('takes a fresh sign-in, and comes back to the question', async () => {
    const { page, context, errors } = await visitLongAgo('acme', 'Mia Okafor');
    await press(page, 'Delete account…');
    const dialog = page.getByRole('dialog', { name: 'Delete account' });
    await dialog.getByLabel(/^Type/).fill('mia@acme.example');
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await dialog.getByText('To delete your account, sign in again first.').waitFor();
    assert.ok(stage.demo.tenant.users.get(mia));

    await dialog.getByRole('button', { name: 'Sign in to continue' }).click();
    await signInAgain(page, 'Mia Okafor');
    await dialog.waitFor();
    assert.ok(stage.demo.tenant.users.get(mia), 'nothing is deleted by coming back');
    await dialog.getByLabel(/^Type/).fill('mia@acme.example');
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await page.getByRole('heading', { name: 'Your account was deleted' }).waitFor();
    assert.equal(stage.demo.tenant.users.get(mia), undefined);
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('does not hand what was typed to someone else who comes back', async () => {
    const { page, context } = await visitLongAgo('acme', 'Mia Okafor');
    await page.getByLabel('Job title').fill('Of Mia alone');
    await press(page, 'Delete account…');
    await page.getByLabel(/^Type/).fill('mia@acme.example');
    await press(page, 'Delete account');
    await press(page, 'Sign in to continue');
    await signInAgain(page, 'Hal Moreno');
    await page.getByRole('heading', { name: 'Hal Moreno', exact: true }).waitFor();
    assert.ok(stage.demo.tenant.users.get(mia));
    await page.getByRole('region', { name: 'Danger zone' }).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0, 'nobody is asked what somebody else wanted');
    assert.notEqual(await page.getByLabel('Job title').inputValue(), 'Of Mia alone');
    await context.close();
  });
});
