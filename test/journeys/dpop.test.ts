import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type * as auth0SpaJs from '@auth0/auth0-spa-js';
import type { Page } from 'playwright-core';
import type { DemoSettings } from '../../stories/demo/settings.js';
import type { ProfileEditor } from '../../src/index.js';
import { openStage, visit, type Stage } from './support.js';

const mia = 'auth0|ac3e00000000000000000003';

declare global {
  interface Window {
    /** The product's own session. */
    session: auth0SpaJs.Auth0Client;
  }
}

let stage: Stage;
before(async () => {
  // Its script imports the library from Vite's address.
  stage = await openStage({ page: 'sources' });
});
after(() => stage.close());

/** What a product does that signs in by itself, with tokens that are bound to a key of the browser. */
async function openSession(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const library = '/@id/@auth0/auth0-spa-js';
    const { Auth0Client } = (await import(library)) as typeof auth0SpaJs;
    const settings = (await (await fetch('/settings.json')).json()) as DemoSettings;
    window.session = new Auth0Client({
      domain: settings.domain,
      clientId: settings.clientId,
      useDpop: true,
      useRefreshTokens: true,
      authorizationParams: {
        audience: settings.audience,
        redirect_uri: `${location.origin}/`,
        organization: settings.organizations.find(({ name }) => name === 'acme')?.id ?? '',
      },
    });
  });
}

/** The element with the product's `fetch`, as its documentation says. */
async function showEditor(page: Page): Promise<void> {
  await page.evaluate((audience) => {
    const fetcher = window.session.createFetcher({ baseUrl: location.origin, dpopNonceId: 'orgdesk' });
    const editor: ProfileEditor = document.createElement('profile-editor');
    // Without the audience it would ask for a token of no API.
    editor.fetch = (url, init) => fetcher.fetchWithAuth(url, init, { audience });
    document.body.append(editor);
  }, stage.demo.tenant.audience);
}

describe('the editor in a product whose tokens are bound to a key', () => {
  it('reads, saves and exports, each with a proof of its own', async () => {
    const { page, context, errors } = await visit(stage, '');
    const sent: Record<string, string>[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/orgdesk/')) sent.push(request.headers());
    });
    await openSession(page);
    await page.evaluate(() => window.session.loginWithRedirect());
    await page.getByRole('button', { name: /^Mia Okafor/ }).click();
    await page.waitForURL(/[?&]code=/);
    await openSession(page);
    await page.evaluate(() => window.session.handleRedirectCallback());

    await showEditor(page);
    await page.getByRole('heading', { name: 'Mia Okafor', exact: true }).waitFor();
    await page.getByLabel('Job title').fill('Head of Field');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Changes saved.').first().waitFor();
    assert.equal(stage.demo.tenant.users.get(mia)?.user_metadata?.['job_title'], 'Head of Field');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as JSON' }).click();
    assert.match((await download).suggestedFilename(), /^profile-.*\.json$/);

    assert.ok(sent.length >= 4, String(sent.length));
    assert.ok(sent.every(({ authorization = '' }) => authorization.startsWith('DPoP ')));
    const proofs = sent.map(({ dpop }) => dpop);
    assert.equal(new Set(proofs).size, proofs.length, 'no proof is used twice');
    assert.deepEqual(errors, []);

    const [{ authorization = '' } = {}] = sent;
    const stolen = await fetch(`${stage.demo.url}/orgdesk/v1/profile`, {
      headers: { authorization: authorization.replace('DPoP', 'Bearer') },
    });
    assert.equal(stolen.status, 401, 'the token alone is worth nothing');
    await context.close();
  });
});
