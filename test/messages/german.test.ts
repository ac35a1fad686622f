import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { locale } from '../../src/messages/de/locale.js';
import { english, loadCatalog } from './catalogs.js';
import { withoutGiven, textsOf } from './texts.js';

/** The same in both languages: names, symbols, words German has taken over, formats, and column names of a file. */
const shared = new Set([
  ...['Name', 'Person', 'Status', 'Guardian-App', 'Passkey', '—', 'CSV', 'JSON Lines'],
  ...english.bulk.columns,
]);

describe('German texts', async () => {
  const german = textsOf(await loadCatalog(locale), 'catalog');
  const originals = textsOf(english, 'catalog');

  it('exist for every English key', () => {
    const keys = (texts: typeof german) => [...new Set(texts.map(({ key }) => key))].sort();
    // A reason that reads the same for both views is left out in either language, so the keys match exactly.
    assert.deepEqual(keys(german), keys(originals));
  });

  it('are not the English ones', () => {
    const untranslated = originals.filter(({ key, text }) => {
      const own = withoutGiven(text);
      const same = german.some((each) => each.key === key && withoutGiven(each.text) === own);
      return same && /\p{L}{3}/u.test(own) && !shared.has(own);
    });
    assert.deepEqual(untranslated, []);
  });

  it('use German quotation marks', () => {
    assert.deepEqual(
      german.filter(({ text }) => /["“][^„“”]*”|["']/.test(text)),
      [],
    );
  });

  it('count in German', async () => {
    const { profile } = await loadCatalog(locale);
    assert.equal(profile.unsaved(1), '1 nicht gespeicherte Änderung');
    assert.equal(profile.unsaved(1200), '1.200 nicht gespeicherte Änderungen');
  });
});
