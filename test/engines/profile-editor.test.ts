import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lockedText, openStage, signInAs, visit, type Stage } from '../journeys/support.js';

const mia = 'auth0|ac3e00000000000000000003';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

describe('<profile-editor>', () => {
  it('signs in by auth0-spa-js, says why a field is locked, saves, and is still there after a reload', async () => {
    const { page, context, errors } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    assert.ok(!page.url().includes('code='), 'the code is taken out of the address');
    assert.match(
      await lockedText(page, 'Email'),
      /^mia@acme\.example .*You were invited with this email address\./,
    );

    await page.getByLabel('Job title').fill('Lead Engineer');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(stage.demo.tenant.users.get(mia)?.user_metadata?.['job_title'], 'Lead Engineer');

    await page.reload();
    await page.getByRole('heading', { name: 'Mia Okafor' }).waitFor();
    assert.equal(await page.getByLabel('Job title').inputValue(), 'Lead Engineer');
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('locks the whole identity of someone who comes through their company, and fits 320 pixels', async () => {
    const { page, context, errors } = await visit(stage, 'globex', 320);
    await signInAs(page, 'Grace Reyes');
    assert.match(
      await lockedText(page, 'Full name'),
      /^Grace Reyes Managed by Globex SSO and updated each time/,
    );
    assert.equal(await page.locator('profile-editor').locator('input, select, textarea').count(), 4);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow}px too wide`);
    assert.deepEqual(errors, []);
    await context.close();
  });
});
