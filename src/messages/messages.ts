import type { ClientProblemCode } from '../client/problem.js';
import type { LocalizedText } from '../policy/vocabulary.js';
import { en, type Messages } from './en.js';

export type { Messages };

/** Any of the texts, replaced: `{ save: 'Keep', reasons: { 'not-allowed': () => 'Ask Mia' } }`. */
export type MessageOverrides = {
  readonly [Name in keyof Messages]?: Messages[Name] extends (...args: never[]) => string
    ? Messages[Name]
    : Messages[Name] extends object
      ? Partial<Messages[Name]>
      : Messages[Name];
};

export function withOverrides(overrides: MessageOverrides): Messages {
  const merged: Record<string, unknown> = { ...en };
  for (const [name, value] of Object.entries(overrides)) {
    merged[name] = typeof value === 'object' ? { ...(merged[name] as object), ...value } : value;
  }
  return merged as Messages;
}

/** The text for a reader of `lang`: the exact tag, its language, English, the first there is. */
export function textFor(text: LocalizedText, lang: string): string | undefined {
  const tags = new Map(Object.keys(text).map((tag) => [tag.toLowerCase(), tag]));
  const wanted = lang.toLowerCase();
  const tag = tags.get(wanted) ?? tags.get(wanted.split('-')[0] ?? '') ?? tags.get('en');
  return tag === undefined ? Object.values(text)[0] : text[tag];
}

/** What to tell of a failure: its own text, or what it comes down to. */
export function problemText({ problems }: Messages, code: ClientProblemCode): string {
  const own = problems[code];
  if (own) return own;
  if (/^token/.test(code)) return problems.signInAgain;
  if (/^(field|value)/.test(code)) return problems.seeFields;
  return /^(upstream|internal|answer)/.test(code) ? problems.tryLater : problems.reloadPage;
}
