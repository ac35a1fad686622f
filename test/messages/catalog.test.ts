import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogTag, loadMessages, localeTags } from '../../src/messages/catalog.js';
import { profile } from '../../src/messages/en/profile.js';
import { createFormatter } from '../../src/messages/formatter.js';
import { LocalizedMessages } from '../../src/messages/localized-messages.js';

describe('the catalog for a language', () => {
  const cases = [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['en-GB', 'en'],
    ['xx', 'en'],
    ['', 'en'],
    ['constructor', 'en'],
  ] as const;
  for (const [language, tag] of cases) {
    it(`is ${tag} for "${language}"`, () => assert.equal(catalogTag(language), tag));
  }

  it('exists for every tag', async () => {
    for (const tag of localeTags) {
      const messages = await loadMessages('profile', tag, profile);
      assert.equal(messages === profile, tag === 'en');
    }
  });
});

describe('LocalizedMessages', () => {
  function create(initial: string) {
    let language = initial;
    let updates = 0;
    const host = { requestUpdate: () => (updates += 1) };
    const messages = new LocalizedMessages(host, 'profile', profile, () => language);
    return { messages, change: (next: string) => (language = next), updates: () => updates };
  }

  it('has English at once and asks for no update', async () => {
    const { messages, updates } = create('en-US');
    assert.equal(messages.isReady, true);
    await messages.load();
    assert.equal(messages.current, profile);
    assert.equal(updates(), 0);
  });

  it('is English until German has arrived, then updates its host once', async () => {
    const { messages, updates } = create('de');
    assert.equal(messages.current, profile);
    assert.equal(messages.isReady, false);
    await messages.load();
    assert.equal(messages.current.save, 'Speichern');
    assert.equal(messages.isReady, true);
    assert.equal(updates(), 1);
  });

  it('ignores a catalog that arrives after the language changed back', async () => {
    const { messages, change, updates } = create('de');
    const german = messages.load();
    change('en');
    await messages.load();
    await german;
    assert.equal(messages.current, profile);
    assert.equal(updates(), 0);
  });
});

describe('plurals and lists', () => {
  it('follow the rules of the locale', () => {
    const { plural } = createFormatter('pl');
    const forms = { one: '# osoba', few: '# osoby', many: '# osób', other: '# osoby' };
    assert.deepEqual(
      [1, 2, 5, 22].map((count) => plural(count, forms)),
      ['1 osoba', '2 osoby', '5 osób', '22 osoby'],
    );
  });

  it('fall back to the form for all others', () => {
    assert.equal(createFormatter('en').plural(1, { other: '# lines' }), '1 lines');
  });

  it('group digits and join items the way the locale does', () => {
    assert.equal(createFormatter('en').plural(1000, { other: '# members' }), '1,000 members');
    assert.equal(createFormatter('de').plural(1000, { other: '# Mitglieder' }), '1.000 Mitglieder');
    assert.equal(
      createFormatter('en').list(['Admin', 'Help desk', 'Member']),
      'Admin, Help desk, and Member',
    );
    assert.equal(createFormatter('de').list(['Admin', 'Mitglied']), 'Admin und Mitglied');
  });
});
