import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { closestTag } from '../../../src/policy/index.js';
import { en, type ProxyMessages } from './en.js';
import { de } from './de.js';
import { fr } from './fr.js';
import { es } from './es.js';
import { ptBR } from './pt-BR.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { ja } from './ja.js';
import { zhHans } from './zh-Hans.js';
import { ko } from './ko.js';
import { ar } from './ar.js';
import { he } from './he.js';

/** By BCP 47 tag. */
const locales: Readonly<Record<string, ProxyMessages>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  it,
  nl,
  pl,
  ja,
  'zh-Hans': zhHans,
  ko,
  ar,
  he,
};

/**
 * Chooses the language the proxy writes in: the query's `lang`, because an element's reader may not use the browser's
 * language; else the first of `Accept-Language` that has messages (RFC 9110 §12.5.4), or English.
 * @returns A BCP 47 tag that `Intl` accepts, such as `de`.
 */
export function negotiateLanguage(context: Context): string {
  const { lang } = context.req.query();
  return (lang !== undefined && canonicalTag(lang)) || fromHeader(context);
}

/** Returns the tag as `Intl` takes it, or `null` if it isn't one. */
function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function fromHeader(context: Context): string {
  return accepts(context, {
    header: 'Accept-Language',
    supports: Object.keys(locales),
    default: 'en',
    match: (accepted, { supports, default: fallback }) =>
      accepted
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q)
        .flatMap(({ type }) => closestTag(supports, type) ?? [])[0] ?? fallback,
  });
}

/** Returns the tag of the messages for a language. Unknown languages get English. */
export const messagesTag = (language: string): string => closestTag(Object.keys(locales), language) ?? 'en';

/** Returns the messages for a language, by tag. */
export function messagesIn(language: string): ProxyMessages {
  return locales[messagesTag(language)] ?? en;
}
