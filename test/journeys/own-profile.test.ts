import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { countClicks, lockedText, openStage, signInAs, visit, type Stage } from './support.js';

const mia = 'auth0|ac3e00000000000000000003';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
beforeEach(() => stage.demo.tenant.reset());

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const jobTitleOf = (userId: string) => stage.demo.tenant.users.get(userId)?.user_metadata?.['job_title'];

describe('one edit, end to end', () => {
  it('signs in, edits, saves, and is still there after a reload without another login', async () => {
    const { page, context, errors } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    assert.ok(!page.url().includes('code='), 'the code is taken out of the address');

    const saved = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('profile-saved', ({ changed }) => resolve(changed), { once: true }),
        ),
    );
    await page.getByLabel('Job title').fill('Lead Engineer');
    await save(page).click();
    assert.deepEqual(await saved, ['jobTitle']);
    assert.equal(jobTitleOf(mia), 'Lead Engineer');

    const { requests } = stage.demo.tenant;
    requests.clear();
    await page.reload();
    await page.getByRole('heading', { name: 'Mia Okafor' }).waitFor();
    assert.equal(await page.getByLabel('Job title').inputValue(), 'Lead Engineer');
    const silent = requests.list().filter(({ path }) => path === '/authorize');
    assert.equal(silent.length, 1);
    assert.match(silent[0]?.query ?? '', /prompt=none/);
    assert.match(silent[0]?.query ?? '', /response_mode=web_message/);
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('takes a click on the field and one on Save', async () => {
    const { page, context } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    const clicks = await countClicks(page);
    await page.getByLabel('Job title').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Lead Engineer');
    await save(page).click();
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(jobTitleOf(mia), 'Lead Engineer');
    assert.equal(await clicks(), 2);
    await context.close();
  });

  it('renews the access token by a rotated refresh token when it has run out', async () => {
    const { page, context } = await visit(stage, 'acme');
    await page.clock.install();
    await page.reload();
    await signInAs(page, 'Mia Okafor');
    const { requests, clock } = stage.demo.tenant;
    requests.clear();
    const grants: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/oauth/token')) {
        grants.push(new URLSearchParams(request.postData() ?? '').get('grant_type'));
      }
    });
    const day = 25 * 60 * 60 * 1000;
    clock.advance(day);
    await page.clock.fastForward(day);
    await page.getByLabel('Job title').fill('A day later');
    await save(page).click();
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(jobTitleOf(mia), 'A day later');
    // The page's own, by rotation, and the proxy's: its machine token is a day old as well.
    assert.deepEqual(grants, ['refresh_token']);
    assert.equal(requests.count({ path: '/oauth/token' }), 2);
    assert.equal(requests.count({ path: '/authorize' }), 0);
    await context.close();
  });

  it('logs out here and at the tenant', async () => {
    const { page, context } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Freight planning for small fleets' }).waitFor();
    await page.goto(`${stage.demo.url}/acme`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await context.close();
  });

  it('takes a typed password too, and says when it is wrong', async () => {
    const { page, context } = await visit(stage, 'acme');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('input[name=username]').fill('mia@acme.example');
    await page.locator('input[name=password]').fill('wrong');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('input[name=username]').inputValue(), 'mia@acme.example');
    await page.locator('input[name=password]').fill('orgdesk');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Mia Okafor' }).waitFor();
    await context.close();
  });

  it('tells someone who is blocked, and offers another account instead of another try', async () => {
    const { page, context } = await visit(stage, 'acme');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: /^Ben Roth/ }).click();
    await page.getByText('Your account is blocked. Contact an admin of your organization.').waitFor();
    assert.ok(page.url().startsWith(stage.demo.url) && !page.url().includes('error='));
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);

    await page.getByRole('button', { name: 'Use a different account' }).click();
    await page.getByRole('button', { name: /^Ada Keller/ }).click();
    await page.getByRole('heading', { name: 'Ada Keller', exact: true }).waitFor();
    await context.close();
  });
});

describe('what each kind of sign-in may change', () => {
  it('invited database user: the email is the address that was invited', async () => {
    const { page, context } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    assert.match(
      await lockedText(page, 'Email'),
      /^mia@acme\.example .*You were invited with this email address\./,
    );
    for (const label of ['Full name', 'First name', 'Phone number', 'Username', 'Job title']) {
      await page.getByLabel(label, { exact: false }).first().waitFor();
    }
    await context.close();
  });

  for (const [organization, name, label] of [
    ['globex', 'Grace Reyes', 'Globex SSO'],
    ['initech', 'Ivy Chen', 'Google'],
  ] as const) {
    it(`${organization}: only the application attributes`, async () => {
      const { page, context } = await visit(stage, organization);
      await signInAs(page, name);
      await page.getByText(`You sign in with ${label}`).first().waitFor();
      assert.match(await lockedText(page, 'Email'), new RegExp(`Managed by ${label}`));
      assert.match(
        await lockedText(page, 'Full name'),
        new RegExp(`^${name} Managed by ${label} and updated each time`),
      );
      const inputs = page.locator('profile-editor').locator('input, select, textarea');
      assert.equal(await inputs.count(), 4);
      await page.getByLabel('Job title').fill('Edited');
      await save(page).click();
      await page.getByText('Changes saved.').first().waitFor();
      await context.close();
    });
  }

  it('freely signed-up database user: the email too, which then waits for verification', async () => {
    const { page, context } = await visit(stage, 'umbrella');
    await signInAs(page, 'Uma Silva');
    await page.getByLabel('Email').fill('uma.silva@umbrella.example');
    await save(page).click();
    await page.getByText('Changes saved.').first().waitFor();
    assert.deepEqual(
      stage.demo.tenant.outbox.list().map(({ to }) => to),
      ['uma.silva@umbrella.example'],
    );
    await context.close();
  });
});

describe('when something goes wrong', () => {
  it('shows both values of a field that changed while you were editing, and keeps the draft', async () => {
    const { page, context } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    await page.getByLabel('Job title').fill('My title');
    const stored = stage.demo.tenant.users.get(mia)?.user_metadata;
    stage.demo.tenant.users.update(mia, { user_metadata: { ...stored, job_title: 'Their title' } });
    await save(page).click();
    await page.getByText('Their title').first().waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Job title' }).inputValue(), 'My title');
    await page.getByRole('button', { name: 'Keep my change' }).click();
    await save(page).click();
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(jobTitleOf(mia), 'My title');
    await context.close();
  });

  it('saves at once when someone changed another field meanwhile', async () => {
    const { page, context } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    await page.getByLabel('Job title').fill('My title');
    stage.demo.tenant.users.update(mia, { nickname: 'elsewhere' });
    await save(page).click();
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(jobTitleOf(mia), 'My title');
    assert.equal(await page.getByLabel('Nickname').inputValue(), 'elsewhere');
    await context.close();
  });

  for (const [label, fault] of [
    ['an outage', { status: 500 }],
    ['a login page instead of an answer', { status: 200, body: '<!doctype html>' }],
  ] as const) {
    it(`keeps what was typed through ${label}`, async () => {
      const { page, context } = await visit(stage, 'acme');
      await signInAs(page, 'Mia Okafor');
      stage.demo.tenant.faults.add({ method: 'PATCH', path: '/api/v2/users/*', ...fault });
      await page.getByLabel('Job title').fill('Typed once');
      await save(page).click();
      await page.getByRole('alert').first().waitFor();
      assert.equal(await page.getByLabel('Job title').inputValue(), 'Typed once');
      await save(page).click();
      await page.getByText('Changes saved.').first().waitFor();
      assert.equal(jobTitleOf(mia), 'Typed once');
      await context.close();
    });
  }

  it('says so when the person was removed meanwhile', async () => {
    const { page, context } = await visit(stage, 'acme');
    await signInAs(page, 'Mia Okafor');
    await page.getByLabel('Job title').fill('Too late');
    stage.demo.tenant.organizations.removeMember('org_acme000000000000', mia);
    await save(page).click();
    await page.getByRole('alert').first().waitFor();
    assert.equal(jobTitleOf(mia), 'Field Engineer');
    await context.close();
  });
});

describe('on a touch screen', () => {
  it('has text of 16 pixels in its fields, so that no phone zooms in', async () => {
    const context = await stage.browser.newContext({
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(`${stage.demo.url}/acme`);
    await signInAs(page, 'Mia Okafor');
    await page.getByLabel('Job title').waitFor();
    const sizes = await page
      .locator('profile-editor')
      .locator('input:not([type=checkbox]), select, textarea')
      .evaluateAll((controls) => controls.map((control) => parseFloat(getComputedStyle(control).fontSize)));
    assert.ok(sizes.length > 4 && sizes.every((size) => size >= 16), sizes.join());
    await context.close();
  });
});

describe('in forced colors', () => {
  it('says without colors which section is read, what is verified and where the bar is', async () => {
    const { page, context } = await visit(stage, 'umbrella', 1300);
    await page.emulateMedia({ forcedColors: 'active' });
    await signInAs(page, 'Uma Silva');
    await page.getByLabel('Job title').fill('Lead');
    await page.getByText('1 unsaved change').first().waitFor();
    const styleOf = (selector: string, property: 'textDecorationLine' | 'borderTopStyle') =>
      page
        .locator(`profile-editor ${selector}`)
        .first()
        .evaluate((element, name) => getComputedStyle(element)[name], property);
    assert.equal(await styleOf('nav [aria-current]', 'textDecorationLine'), 'underline');
    assert.equal(await styleOf('.badge', 'borderTopStyle'), 'solid');
    assert.equal(await styleOf('.bar', 'borderTopStyle'), 'solid');
    await context.close();
  });
});

describe('by keyboard alone, on a narrow screen', () => {
  it('signs in, edits and saves without a mouse, and nothing needs sideways scrolling', async () => {
    const { page, context } = await visit(stage, 'acme', 320);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    const tabTo = async (name: string) => {
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press('Tab');
        const focused = page.locator('*:focus').last();
        const label = await focused.evaluate((element) => {
          const labels = 'labels' in element ? ((element as HTMLInputElement).labels ?? []) : [];
          return [...labels, element].map((part) => part.textContent?.trim() ?? '').join(' ');
        });
        if (label.includes(name)) return;
      }
      assert.fail(`no way to "${name}" by Tab`);
    };
    await tabTo('Sign in');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/u\/login/);
    await tabTo('Mia Okafor');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mia Okafor' }).waitFor();
    await tabTo('Job title');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('By keyboard');
    await tabTo('Save');
    await page.keyboard.press('Enter');
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(jobTitleOf(mia), 'By keyboard');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow}px too wide`);
    await context.close();
  });
});
