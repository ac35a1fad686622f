import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addLocale,
  catalogTag,
  loadedMessages,
  loadMessages,
  localeTags,
} from '../../src/messages/catalog.js';
import type { CatalogPart } from '../../src/messages/types.js';
import { locale as german } from '../../src/messages/de/locale.js';
import { english } from './catalogs.js';
import { createFormatter } from '../../src/messages/formatter.js';
import { LocalizedMessages } from '../../src/messages/localized-messages.js';

describe('the catalog for a language', () => {
  const cases = [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['ja-JP', 'ja'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'en'],
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
    const ours = localeTags();
    assert.ok(ours.includes('de'));
    for (const tag of ours) {
      await loadMessages('profile', tag);
      assert.equal(loadedMessages('profile', tag) === null, tag === 'en');
    }
  });
});

describe('LocalizedMessages', () => {
  function create<Part extends CatalogPart>(part: Part, initial: string) {
    let language = initial;
    let updated = () => {};
    const update = new Promise<void>((resolve) => (updated = resolve));
    const host = { requestUpdate: () => updated() };
    const messages = new LocalizedMessages(host, part, english[part], () => language);
    return { messages, change: (next: string) => (language = next), update };
  }

  it('has English at once', () => {
    const { messages } = create('profile', 'en-US');
    assert.equal(messages.isReady, true);
    assert.equal(messages.with({}).retry, 'Try again');
  });

  it('is English until another language has arrived, then updates its host', async () => {
    // A language that no other test of this process has loaded.
    addLocale('sv', { ...german, invite: () => Promise.resolve({ ...english.invite, cancel: 'Avbryt' }) });
    const { messages, update } = create('invite', 'sv-FI');
    assert.equal(messages.isReady, false);
    assert.equal(messages.with({}).cancel, 'Cancel');
    await update;
    assert.equal(messages.isReady, true);
    assert.equal(messages.with({}).cancel, 'Avbryt');
  });

  it('takes a locale that replaces one of ours', async () => {
    addLocale('sv', {
      ...german,
      profile: () => Promise.resolve({ ...english.profile, retry: 'Försök igen' }),
    });
    await loadMessages('profile', 'sv');
    addLocale('sv', {
      ...german,
      profile: () => Promise.resolve({ ...english.profile, retry: 'Prova igen' }),
    });
    await loadMessages('profile', 'sv');
    assert.equal(create('profile', 'sv').messages.with({}).retry, 'Prova igen');
  });

  it('has German at once if it was loaded before', async () => {
    await loadMessages('bulk', 'de');
    const { messages } = create('bulk', 'de-CH');
    assert.equal(messages.isReady, true);
    assert.equal(messages.with({}).cancel, 'Abbrechen');
  });

  it('follows a change of the language', async () => {
    await loadMessages('bulk', 'de');
    const { messages, change } = create('bulk', 'de');
    change('en');
    assert.equal(messages.with({}).cancel, 'Cancel');
  });

  it('merges overrides in any language, and keeps the result until they change', async () => {
    await loadMessages('bulk', 'de');
    const { messages } = create('bulk', 'de');
    const overrides = { cancel: 'Doch nicht' };
    assert.equal(messages.with(overrides).cancel, 'Doch nicht');
    assert.equal(messages.with(overrides).close, 'Schließen');
    assert.equal(messages.with(overrides), messages.with(overrides));
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
