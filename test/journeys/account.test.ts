import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage, signInAs, visit, type Stage } from './support.js';

const mia = 'auth0|ac3e00000000000000000003';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
beforeEach(() => stage.demo.tenant.reset());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const outbox = () => stage.demo.tenant.outbox.list();

describe('the password', () => {
  it('is changed by the link in a mail that carries the organization', async () => {
    const { page, errors } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    await press(page, 'Send reset link');
    await page.getByText('the link will arrive in a few minutes').waitFor();
    const [mail] = outbox();
    assert.equal(mail?.organization?.name, 'acme');

    await page.goto(mail.url);
    await page.getByLabel('New password').fill('a password of my own');
    await press(page, 'Change password');
    await page.getByRole('heading', { name: 'Password changed' }).waitFor();
    assert.deepEqual(errors, []);
  });
});

describe('sessions', () => {
  it('name this browser and the other one, and end the other one', async () => {
    const phone = await visit(stage, 'acme');
    await signInAs(phone.page, 'Mia Okafor');
    const { page } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    const list = page.getByRole('region', { name: 'Where you’re signed in' });
    await list.getByText('This browser').waitFor();
    assert.equal(await list.getByRole('listitem').count(), 2);
    await list.getByRole('button', { name: /^Sign out/ }).click();
    await list.getByText('Session ended.').waitFor();
    assert.equal(await list.getByRole('listitem').count(), 1);

    await phone.page.reload();
    await phone.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  });
});

describe('the own data', () => {
  it('are downloaded as data and as a page', async () => {
    const { page } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    for (const [button, extension] of [
      ['Download as JSON', 'json'],
      ['Download as a web page', 'html'],
    ] as const) {
      const download = page.waitForEvent('download');
      await press(page, button);
      assert.match((await download).suggestedFilename(), new RegExp(`^profile-.*\\.${extension}$`));
    }
  });
});

describe('deleting the account', () => {
  it('takes a typed phrase, gives a receipt, and ends signed out', async () => {
    const { page, errors } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    await press(page, 'Delete account…');
    const dialog = page.getByRole('dialog', { name: 'Delete account' });
    await dialog.getByLabel('Type “mia@acme.example” to confirm').fill('mia@acme.example');
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await page.getByRole('heading', { name: 'Your account was deleted' }).waitFor();
    assert.equal(stage.demo.tenant.users.get(mia), undefined);
    await press(page, 'Continue');
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    assert.deepEqual(errors, []);
  });

  it('is not offered to the last administrator, and says who could help', async () => {
    const { page } = await visit(stage, 'acme');
    await signInAs(page, 'Ada Keller');
    await press(page, 'Delete account…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Make someone else an admin first').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.ok(stage.demo.tenant.users.get('auth0|ac3e00000000000000000001'));
  });

  it('is explained to people who sign in elsewhere', async () => {
    const { page } = await visit(stage, 'globex');
    await signInAs(page, 'Grace Reyes');
    const section = page.getByRole('region', { name: 'Delete account' });
    await section.getByText('would re-create your account the next time you sign in').waitFor();
    assert.equal(await section.getByRole('button').count(), 0);
  });
});
