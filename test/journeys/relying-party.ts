import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type * as auth0SpaJs from '@auth0/auth0-spa-js';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { chromiumArgs, requireChromium } from '../../tools/browser.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { waitMs } from './support.js';

declare global {
  interface Window {
    auth0: typeof auth0SpaJs;
    client: auth0SpaJs.Auth0Client;
  }
}

/** A dev tenant, an application that is nothing but auth0-spa-js as it is installed, and a browser. */
export interface RelyingParty {
  readonly tenant: ServedDevTenant['tenant'];
  readonly url: string;
  /** Someone new in front of the application. */
  visit(options?: ClientOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export type ClientOptions = Omit<auth0SpaJs.Auth0ClientOptions, 'domain' | 'clientId'>;

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the token endpoint answered, oldest first, as soon as there are so many answers. */
  tokenAnswers(count: number): Promise<readonly Record<string, unknown>[]>;
}

const script = fileURLToPath(
  new URL('../../node_modules/@auth0/auth0-spa-js/dist/auth0-spa-js.production.js', import.meta.url),
);
const html = '<!doctype html><meta charset="utf-8"><title>App</title><script src="/auth0.js"></script>';

export async function startRelyingParty(): Promise<RelyingParty> {
  const served = await serveDevTenant({ port: 0, signingKeys: storedSigningKeys });
  const { tenant } = served;
  const library = readFileSync(script);
  const server = createServer(({ url }, response) => {
    const isScript = url === '/auth0.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? library : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });

  return {
    tenant,
    url,
    async visit(options = {}) {
      const context = await browser.newContext();
      context.setDefaultTimeout(waitMs);
      const page = await context.newPage();
      const answers: Promise<Record<string, unknown>>[] = [];
      context.on('response', (response) => {
        if (response.request().method() !== 'POST' || !response.url().endsWith('/oauth/token')) return;
        const answer = response.json() as Promise<Record<string, unknown>>;
        // A page may be closed before a body arrives that no test asks for.
        answer.catch(() => {});
        answers.push(answer);
      });
      await page.goto(url);
      await createClient(page, tenant, options);
      const tokenAnswers = async (count: number) => {
        while (answers.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
        return Promise.all(answers);
      };
      return { page, context, tokenAnswers };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), served.close()]);
    },
  };
}

/** As an application does whenever its page is loaded. */
export async function createClient(page: Page, tenant: RelyingParty['tenant'], options: ClientOptions) {
  const settings = {
    domain: tenant.url,
    clientId: tenant.clients.spa.clientId,
    ...options,
    authorizationParams: {
      redirect_uri: new URL('/', page.url()).href,
      audience: tenant.audience,
      organization: 'acme',
      ...options.authorizationParams,
    },
  };
  await page.evaluate((given) => {
    window.client = new window.auth0.Auth0Client(given);
  }, settings);
}

/** From the application through the login page and back, by the persona's button. */
export async function signIn(
  { page }: Visitor,
  { tenant, url }: RelyingParty,
  name: string,
  options: ClientOptions = {},
): Promise<void> {
  await page.evaluate(() => window.client.loginWithRedirect());
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.waitForURL(`${url}?*`);
  await createClient(page, tenant, options);
  await page.evaluate(async () => {
    await window.client.handleRedirectCallback();
    history.replaceState(null, '', '/');
  });
}
