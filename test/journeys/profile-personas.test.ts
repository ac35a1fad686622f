import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { lockedText, openStage, signInAs, visit, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
beforeEach(() => stage.demo.tenant.reset());

describe('someone who signs in by a code', () => {
  it('edits the name, keeps the address, and has no password to change', async () => {
    const { page, errors } = await visit(stage, 'hooli');
    await signInAs(page, 'Hana Sato');
    await page.getByText('You sign in with a one-time code.').waitFor();
    assert.match(await lockedText(page, 'Email'), /^hana@hooli\.example .*You use this to sign in\./);
    await page.getByRole('heading', { name: 'Your data' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Password' }).count(), 0);
    await page.getByLabel('Nickname').fill('Hana-chan');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Changes saved.').waitFor();
    assert.equal(stage.demo.tenant.users.get('email|a100c0de0000000000000001')?.nickname, 'Hana-chan');
    assert.deepEqual(errors, []);
  });
});

describe('a new address', () => {
  it('is told what it brings, saved, verified by the mail, and seen as verified back on the page', async () => {
    const { page, context, errors } = await visit(stage, 'umbrella');
    await signInAs(page, 'Uma Silva');
    await page.getByLabel('Email').fill('uma.silva@umbrella.example');
    await page.getByLabel('Email').press('Tab');
    await page.getByText('We’ll send a verification email to uma.silva@umbrella.example.').waitFor();
    await page.getByText('You’ll be signed out everywhere else').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('We sent an email to uma.silva@umbrella.example.').waitFor();
    await page.getByText('Not verified', { exact: true }).waitFor();

    const mail = stage.demo.tenant.outbox.list().at(-1);
    assert.equal(mail?.to, 'uma.silva@umbrella.example');
    const other = await context.newPage();
    await other.goto(mail.url);
    await other.close();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page
      .locator('profile-editor [part=badge]', { hasText: /^\s*Verified\s*$/ })
      .first()
      .waitFor();
    assert.deepEqual(errors, []);
  });
});

describe('a help desk on behalf of a member', () => {
  it('is told whose profile it is, keeps off the address, and edits the rest', async () => {
    const { page, errors } = await visit(stage, 'acme');
    await signInAs(page, 'Hal Moreno');
    const mia = 'auth0|ac3e00000000000000000003';
    await page.evaluate((userId) => {
      document.querySelector('profile-editor')?.setAttribute('user-id', userId);
    }, mia);
    await page.getByText('You’re editing Mia Okafor’s profile.').waitFor();
    assert.match(
      await lockedText(page, 'Email'),
      /Your organization doesn’t allow changing this for other people/,
    );
    await page.getByLabel('Job title').fill('Lead Engineer');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Changes saved.').waitFor();
    assert.equal(stage.demo.tenant.users.get(mia)?.user_metadata?.['job_title'], 'Lead Engineer');
    assert.equal(await page.getByRole('heading', { name: 'Delete account' }).count(), 0);
    assert.deepEqual(errors, []);
  });
});
