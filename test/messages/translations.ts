/** What the translations may have in common with English, and how each language quotes. */
import { english } from './catalogs.js';

interface Translation {
  /** Texts that are right although they read as in English: names, and words that the language has taken over. */
  readonly same: readonly string[];
  /** The opening and the closing quotation mark. */
  readonly quotes: string;
}

/** The same in every language: names, symbols, formats, and column names of a file that is read by programs. */
export const sameEverywhere: readonly string[] = ['—', 'CSV', 'JSON Lines', ...english.bulk.columns];

/**
 * Texts whose values need no isolation where a language is written from right to left: labels of that language, formatted
 * numbers, and people whom an element puts into the sentence, isolated.
 */
export const notIsolated =
  /\.(opensDialog|count|range|position|progress|paused|ended|stopped|sending|selected)$|^catalog\.activity\.(actions|attempts|own|other)\b/;

/** Texts with a past time: relative, such as “2 hours ago”, or a date. */
export const withPastTime =
  /\.(lastUsed|lastSignIn|invitations\.sent|invitations\.expired|security\.(added|used)|sessions\.used)$/;

/** The languages in which a verb can stand beside any time: “Sent 2 hours ago”, “Sent May 12”. */
export const timesWithoutColon: readonly string[] = ['zh-Hans', 'ko'];

/** By tag of the catalog. */
export const translations: Readonly<Record<string, Translation>> = {
  de: { same: ['Name', 'Person', 'Status', 'Guardian-App', 'Passkey'], quotes: '„“' },
  fr: { same: ['Actions', 'Action', 'Dates', 'Invitations'], quotes: '«»' },
  es: { same: ['Roles'], quotes: '“”' },
  it: { same: ['Email', 'Password', 'Passkey'], quotes: '“”' },
  'pt-BR': { same: ['Status'], quotes: '“”' },
  nl: { same: ['Filters', 'Passkey', 'Status'], quotes: '“”' },
  pl: { same: ['Status'], quotes: '„”' },
  ja: { same: [], quotes: '「」' },
  'zh-Hans': { same: [], quotes: '“”' },
  ko: { same: [], quotes: '“”' },
  ar: { same: [], quotes: '«»' },
  he: { same: [], quotes: '״' },
};
