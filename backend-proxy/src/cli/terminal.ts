/** Terminal output: colors, columns, line breaks. */
import type { Io } from './io.js';

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
type Look = keyof typeof codes;
export type Paint = (look: Look, text: string) => string;

/** Colors text on a terminal, unless NO_COLOR is set (https://no-color.org). */
export function painter({ isTTY, env }: Io): Paint {
  const colored = isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return (look, text) => (colored && text !== '' ? `\u001b[${codes[look]}m${text}\u001b[0m` : text);
}

/** Returns `1 error` or `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Returns `a`, `a or b`, or `a, b or c`. */
export function list(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** Aligns two columns. */
export function twoColumns(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}

/** Joins items with commas, wrapped to the width of a terminal. */
export function wrapList(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const [index, word] of items.entries()) {
    const text = index < items.length - 1 ? `${word},` : word;
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${text}`.length <= lineWidth)
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(indent + text);
  }
  return lines.join('\n');
}

const lineWidth = 100;
