/** Reports the errors of a policy. Apart from reading one, because every command can have to. */
import type { PlacedIssue } from './policy-text.js';
import { count } from './terminal.js';

/** An invalid policy. `run` reports it the same way for every command. */
export class InvalidPolicyError extends Error {
  override readonly name = 'InvalidPolicyError';
  readonly file: string;
  readonly issues: readonly PlacedIssue[];
  constructor(file: string, issues: readonly PlacedIssue[]) {
    super(`${file} is no valid policy`);
    this.file = file;
    this.issues = issues;
  }
}

export function reportErrors({ file, issues }: InvalidPolicyError): string {
  return `${file}: ${count(issues.length, 'error')}\n${formatIssues(issues)}`;
}

/** Formats issues, one per line: `  rules[0].effekt: unknown key; did you mean "effect"? (line 4, column 7)`. */
export function formatIssues(issues: readonly PlacedIssue[]): string {
  return issues
    .map(({ path, message, line, column }) => {
      const place = line === undefined ? '' : ` (line ${line}, column ${column})`;
      return `  ${path || '(top)'}: ${message}${place}\n`;
    })
    .join('');
}
