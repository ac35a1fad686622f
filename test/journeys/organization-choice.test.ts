import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStage, visit, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

const withoutOrganization = {
  status: 403,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'urn:orgdesk:problem:token_without_organization',
    code: 'token_without_organization',
    title: 'Access token has no organization',
    status: 403,
  }),
};

describe('a sign-in without an organization', () => {
  it('leads to Auth0’s choice of one, which is kept for the tab', async () => {
    const { page, context, errors } = await visit(stage, '');
    // The element names no organization, and the application asks for one after the sign-in.
    await page.addInitScript(() => {
      const { setAttribute } = Element.prototype;
      Element.prototype.setAttribute = function (name, value) {
        if (name === 'organization') return;
        setAttribute.call(this, name, name === 'client-id' ? 'dev-tenant-portal' : value);
      };
    });
    const choose = async (organization: string) => {
      await page.getByRole('button', { name: /^Sam Sharma/ }).click();
      await page.getByRole('button', { name: organization }).click();
    };
    await page.goto(`${stage.demo.url}/acme`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.route('**/v1/profile', (route) => route.fulfill(withoutOrganization));
    await choose('Acme');
    await page.getByRole('heading', { name: 'You’re not signed in to an organization' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
    await page.unroute('**/v1/profile');

    stage.demo.tenant.requests.clear();
    await page.getByRole('button', { name: 'Choose an organization' }).click();
    await choose('Globex');
    await page.getByRole('heading', { name: 'Sam Sharma', exact: true }).waitFor();
    await page.getByText('Member of Globex').waitFor();
    const [asked = ''] = stage.demo.tenant.requests
      .list()
      .filter(({ path }) => path === '/authorize')
      .map(({ query }) => query);
    const query = new URLSearchParams(asked);
    assert.deepEqual([query.get('prompt'), query.get('organization')], ['login', null]);

    await page.reload();
    await page.getByText('Member of Globex').waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });
});
