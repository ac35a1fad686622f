import type { LocalizedText } from '../policy/vocabulary.js';
import type { AccountMessages } from './account-en.js';
import type { EditMessages } from './edit-en.js';
import type { Messages } from './en.js';

export type { AccountMessages, EditMessages, Messages };

/** Any of these texts, replaced: `{ save: 'Keep', reasons: { 'not-allowed': () => 'Ask Mia' } }`. */
export type OverridesOf<Table> = {
  readonly [Name in keyof Table]?: Table[Name] extends (...args: never[]) => string
    ? Table[Name]
    : Table[Name] extends object
      ? Partial<Table[Name]>
      : Table[Name];
};

/** The texts of all parts of an element; those of the account have a name of their own. */
export type MessageOverrides = OverridesOf<Messages & EditMessages> & {
  readonly account?: OverridesOf<AccountMessages>;
};

/** The texts of one part, with those replaced that a host has other words for. */
export function withOverrides<Table extends object>(messages: Table, overrides: OverridesOf<Table>): Table {
  const merged = { ...messages } as Record<string, unknown>;
  for (const [name, value] of Object.entries(overrides)) {
    if (name in merged)
      merged[name] = typeof value === 'object' ? { ...(merged[name] as object), ...value } : value;
  }
  return merged as Table;
}

/** The text for a reader of `lang`: the exact tag, its language, English, the first there is. */
export function textFor(text: LocalizedText, lang: string): string | undefined {
  const tags = new Map(Object.keys(text).map((tag) => [tag.toLowerCase(), tag]));
  const wanted = lang.toLowerCase();
  const tag = tags.get(wanted) ?? tags.get(wanted.split('-')[0] ?? '') ?? tags.get('en');
  return tag === undefined ? Object.values(text)[0] : text[tag];
}

/** What to tell of a failure: its own text, one of those that its part brings along, or what it comes down to. */
export function problemText(
  { problems }: Pick<Messages, 'problems'>,
  code: string,
  ofPart: Readonly<Record<string, string | undefined>> = {},
): string {
  if (code === 'proxy_unreachable' && !navigator.onLine) return problems.offline;
  const messages: Readonly<Record<string, string | undefined>> = problems;
  const own = messages[code] ?? ofPart[code];
  if (own) return own;
  if (/^token/.test(code)) return problems.signInAgain;
  if (/^(field|value)/.test(code)) return problems.seeFields;
  return /^(upstream|internal|answer)/.test(code) ? problems.tryLater : problems.reloadPage;
}
