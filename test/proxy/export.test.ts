import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import type { ProfileExport } from '../../src/contract/index.js';
import { createWorld, people } from './support.js';

const path = '/v1/profile/export';

describe('the export of the own data', () => {
  it('holds what Orgdesk may show, and nothing of other organizations but their number', async () => {
    const world = createWorld();
    const { status, headers, text } = await world.send(await world.tokenOf('sam'), path);
    assert.equal(status, 200);
    assert.match(
      headers.get('content-disposition') ?? '',
      /^attachment; filename="profile-\d{4}-\d\d-\d\d\.json"$/,
    );
    const data = JSON.parse(text) as ProfileExport;
    assert.equal(data.organization.name, 'acme');
    assert.equal(data.otherOrganizations, 1);
    assert.ok(!/globex/i.test(text), text);
    const email = data.fields.find(({ name }) => name === 'email');
    assert.deepEqual([email?.value, email?.verified], ['sam@acme.example', true]);
  });

  it('leaves out what this person may not read', async () => {
    const rules = [
      ...defaultPolicy.rules,
      {
        id: 'hidden',
        effect: 'deny',
        actors: ['self'],
        actions: ['read'],
        fields: ['jobTitle'],
      } as const,
    ];
    const world = createWorld({ policy: parsePolicy({ ...defaultPolicy, rules }) });
    const { text } = await world.send(await world.tokenOf('mia'), path);
    assert.ok(!text.includes('Field Engineer'), text);
  });

  it('is a page in which everything is text', async () => {
    const world = createWorld();
    const hostile = `<script>alert(1)</script>"'&<img src=x onerror=alert(2)>`;
    world.tenant.users.update(people.mia[0], { name: hostile });
    const { headers, text } = await world.send(await world.tokenOf('mia'), path, {
      headers: { accept: 'text/html' },
    });
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
    assert.ok(!text.includes('<script'), text);
    assert.ok(!text.includes('<img'), text);
    assert.ok(text.includes('&lt;script&gt;alert(1)&lt;/script&gt;'), text);
  });

  it("is a page in the reader's language, by Accept-Language or by name", async () => {
    const world = createWorld();
    const read = async (query: string, language: string) => {
      const headers = { accept: 'text/html', 'accept-language': language };
      return (await world.send(await world.tokenOf('mia'), path + query, { headers })).text;
    };
    const german = await read('', 'de-CH,en;q=0.5');
    assert.match(german, /<html lang="de" dir="ltr">/);
    assert.match(german, /<h1>Ihre Daten bei Acme Instruments<\/h1>/);
    assert.match(german, /Exportiert am \d+\. \p{L}+ \d{4} um \d\d:\d\d UTC\./u);
    assert.match(await read('?lang=de', 'en'), /Ihre Daten/);
    assert.match(await read('?lang=he', 'en'), /<html lang="he" dir="rtl">/);
    // In English, because there are no messages in Persian.
    assert.match(await read('?lang=fa', 'en'), /<html lang="fa" dir="ltr">/);
    const english = await read('', 'xx, *;q=0.1');
    assert.match(english, /<h1>Your data at Acme Instruments<\/h1>/);
    assert.match(english, /Not set/);
    for (const lang of ['en_US', '*', '%00', 'x'.repeat(500)]) {
      assert.match(await read(`?lang=${lang}`, 'en'), /Your data/, lang);
    }
  });

  it('calls an address unverified only where it can be verified', async () => {
    const world = createWorld();
    const read = async (person: 'mia' | 'grace') => {
      world.tenant.users.update(people[person][0], { email_verified: false });
      const headers = { accept: 'text/html' };
      return (await world.send(await world.tokenOf(person), path, { headers })).text;
    };
    assert.match(await read('mia'), /<bdi>mia@acme\.example<\/bdi> \(not verified\)/);
    const upstream = await read('grace');
    assert.match(upstream, /grace@globex\.example/);
    assert.doesNotMatch(upstream, /not verified/);
  });

  it("names the fields in the reader's language", async () => {
    const world = createWorld();
    const { text } = await world.send(await world.tokenOf('mia'), `${path}?lang=de-AT`);
    const labels = (JSON.parse(text) as ProfileExport).fields.map(({ label }) => label);
    assert.ok(labels.includes('Zeitzone'), labels.join(', '));
  });

  it('comes without sessions where the plan shows none', async () => {
    const world = createWorld();
    world.tenant.faults.add({
      path: '/api/v2/users/*/sessions',
      status: 403,
      body: '{"errorCode":"feature_not_enabled"}',
    });
    const { status, text } = await world.send(await world.tokenOf('mia'), path);
    assert.equal(status, 200);
    assert.ok(!('sessions' in (JSON.parse(text) as object)));
  });
});
