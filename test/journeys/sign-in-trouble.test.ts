/** Signing in where the page or the tenant stands in the way. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openStage, waitMs, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

interface Changes {
  /** Of the elements. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The page's Content-Security-Policy. */
  readonly policy?: string;
  readonly script?: (() => void) | string;
  readonly routes?: (page: Page) => Promise<unknown>;
}

/** Someone in front of the account page, which is changed while it loads. */
async function visitChanged({ attributes = {}, policy = '', script, routes }: Changes) {
  const context = await stage.browser.newContext();
  context.setDefaultTimeout(waitMs);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && said.push(message.text()));
  if (script) await page.addInitScript(typeof script === 'string' ? { content: script } : script);
  await page.addInitScript(changePage, { attributes, policy });
  await routes?.(page);
  await page.goto(`${stage.demo.url}/acme`);
  return { page, said, close: () => context.close() };
}

/** Runs in the page, before its own scripts. */
function changePage({ attributes, policy }: Pick<Required<Changes>, 'attributes' | 'policy'>): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  new MutationObserver(() => {
    if (policy !== '' && !meta.isConnected) document.head?.append(meta);
    for (const template of document.querySelectorAll('template'))
      for (const element of template.content.querySelectorAll('profile-editor, org-members'))
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }).observe(document, { childList: true, subtree: true });
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Mia Okafor/ }).click();
  await page.getByRole('heading', { name: 'Mia Okafor', exact: true }).waitFor();
}

/** What Auth0 shows for a callback that isn't registered: a page of its own, and no message. */
const refuseFrame = (page: Page) =>
  page.route('**/authorize?**', (route) =>
    route.request().url().includes('prompt=none')
      ? route.fulfill({ status: 400, contentType: 'text/html', body: '<h1>Oops</h1>' })
      : route.continue(),
  );

describe('a silent sign-in whose frame never answers', () => {
  it('ends in the offer to sign in, and tells a developer which settings to look at', async () => {
    const { page, said, close } = await visitChanged({
      routes: refuseFrame,
    });
    await signIn(page);
    assert.equal(said.length, 1);
    assert.match(
      said[0] ?? '',
      /Allowed Web Origins and http:\/\/localhost:\d+\/acme to Allowed Callback URLs/,
    );
    await close();
  });
});

describe('a page with a strict policy', () => {
  it('that allows no workers from blob: signs in without one', async () => {
    const { page, close } = await visitChanged({
      policy: "worker-src 'self'",
    });
    await signIn(page);
    await close();
  });

  it('that requires Trusted Types signs in, too', async () => {
    const policy = "require-trusted-types-for 'script'; trusted-types lit-html";
    const { page, close } = await visitChanged({ policy });
    await signIn(page);
    await close();
  });
});

describe('a browser that refuses storage to the page', () => {
  it('signs in, by cookies for the way to the login and back', async () => {
    const { page, close } = await visitChanged({
      script: () =>
        Object.defineProperty(window, 'sessionStorage', {
          get: () => {
            throw new DOMException('Denied', 'SecurityError');
          },
        }),
    });
    await signIn(page);
    await close();
  });
});

describe('a callback that is another page', () => {
  it('is asked for, and leads on to the page that was left', async () => {
    const callback = `${stage.demo.url}/acme/people`;
    const { page, close } = await visitChanged({ attributes: { 'redirect-uri': callback } });
    const asked = page.waitForRequest(/\/authorize\?(?!.*prompt=none)/);
    await signIn(page);
    assert.equal(new URL((await asked).url()).searchParams.get('redirect_uri'), callback);
    assert.equal(page.url(), `${stage.demo.url}/acme`);
    await close();
  });
});

describe('an element with the attribute dpop', () => {
  it('signs every request with its key', async () => {
    const { page, close } = await visitChanged({ attributes: { dpop: '' } });
    const schemes = new Set<string>();
    page.on('request', (request) => {
      if (!request.url().includes('/orgdesk/v1/')) return;
      const { authorization = '', dpop = '' } = request.headers();
      schemes.add(`${authorization.split(' ')[0]} ${dpop === '' ? 'without' : 'with'} a proof`);
    });
    await signIn(page);
    assert.deepEqual([...schemes], ['DPoP with a proof']);
    await close();
  });
});

describe('a way back that leads elsewhere', () => {
  for (const returnTo of ['https://other.example/', 'javascript:document.title="run"', '//other.example/']) {
    it(`is not followed: ${returnTo}`, async () => {
      const { page, close } = await visitChanged({
        // As a host's own login with the same application can leave it.
        script: `for (const [key, value] of Object.entries(sessionStorage))
          if (key.startsWith('a0.spajs.txs'))
            sessionStorage[key] = JSON.stringify({ ...JSON.parse(value), appState: { returnTo: ${JSON.stringify(returnTo)} } });`,
      });
      await signIn(page);
      assert.equal(page.url(), `${stage.demo.url}/acme`);
      assert.equal(await page.title(), 'Tidewater');
      await close();
    });
  }
});

describe('a silent sign-in without a network', () => {
  it('is told as such: a login would fail, too', async () => {
    const { page, said, close } = await visitChanged({
      routes: (page) =>
        page.route('**/authorize?**', async (route) => {
          await page.context().setOffline(true);
          await route.abort('internetdisconnected');
        }),
    });
    await page.getByText('You’re offline.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Sign in', exact: true }).count(), 0);
    assert.deepEqual(said, []);
    await close();
  });
});

describe('a page without any of this', () => {
  it('signs people in without a warning in the console', async () => {
    const { page, said, close } = await visitChanged({});
    await signIn(page);
    assert.deepEqual(said, []);
    await close();
  });
});
