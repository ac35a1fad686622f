import type { AccountMessages } from './en/account.js';
import type { EditingMessages } from './en/editing.js';
import type { ProfileMessages } from './en/profile.js';

/** Replacements for any of these messages: `{ save: 'Keep', reasons: { 'not-allowed': () => 'Ask Mia' } }`. */
export type OverridesOf<Table> = {
  readonly [Name in keyof Table]?: Table[Name] extends (...args: never[]) => string
    ? Table[Name]
    : Table[Name] extends object
      ? Partial<Table[Name]>
      : Table[Name];
};

/**
 * Replacements for the messages of `<profile-editor>`. Those of the account are under `account`.
 * @example editor.messages = { save: 'Keep', account: { deletion: { title: 'Close account' } } };
 */
export type MessageOverrides = OverridesOf<ProfileMessages & EditingMessages> & {
  readonly account?: OverridesOf<AccountMessages>;
};

/** Merges the host's replacements into the messages of one module. */
export function withOverrides<Table extends object>(messages: Table, overrides: OverridesOf<Table>): Table {
  const merged = { ...messages } as Record<string, unknown>;
  for (const [name, value] of Object.entries(overrides)) {
    if (name in merged)
      merged[name] = typeof value === 'object' ? { ...(merged[name] as object), ...value } : value;
  }
  return merged as Table;
}

/** Selects the message for a problem code: from `problems`, from the module's own, or by the kind of code. */
export function problemText(
  { problems }: Pick<ProfileMessages, 'problems'>,
  code: string,
  ofModule: Readonly<Record<string, string | undefined>> = {},
): string {
  if (code === 'proxy_unreachable' && !navigator.onLine) return problems.offline;
  const messages: Readonly<Record<string, string | undefined>> = problems;
  const own = messages[code] ?? ofModule[code];
  if (own) return own;
  if (/^token/.test(code)) return problems.signInAgain;
  if (/^(field|value)/.test(code)) return problems.seeFields;
  return /^(upstream|internal|answer)/.test(code) ? problems.tryLater : problems.reloadPage;
}
