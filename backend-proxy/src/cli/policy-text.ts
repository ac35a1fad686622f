/** Parses the text of a policy file: JSON with comments and trailing commas, without duplicate keys. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { PolicyIssue } from '../../../src/policy/index.js';

/** Position in the text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An issue with its position. Without one if the policy didn't come from a file. */
export type PlacedIssue = PolicyIssue & Partial<Place>;

export interface PolicyText {
  readonly value: unknown;
  /** Syntax errors and duplicate keys. */
  readonly issues: readonly PlacedIssue[];
  /** Adds the position of the issue's path, or of its nearest parent in the text. */
  readonly place: (issue: PolicyIssue) => PlacedIssue;
}

export function readPolicyText(text: string): PolicyText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors; // what follows the first is usually its consequence
  if (error || !root) return unreadable(text, error);
  const offsets = new Map<string, number>();
  const twice: { path: string; offset: number }[] = [];
  const value = toValue(root, '', { offsets, twice });
  return {
    value,
    issues: twice.map(({ path, offset }) => ({
      path,
      message: 'written twice, and only one of them can be meant',
      ...placeAt(text, offset),
    })),
    place: (issue) => ({ ...issue, ...placeAt(text, nearestOffset(issue.path, offsets)) }),
  };
}

function unreadable(text: string, error: ParseError | undefined): PolicyText {
  const message = error ? sentence(printParseErrorCode(error.error)) : 'value expected';
  const issue = { path: '', message: `not JSON: ${message}`, ...placeAt(text, error?.offset ?? 0) };
  return { value: undefined, issues: [issue], place: (other) => other };
}

interface Findings {
  readonly offsets: Map<string, number>;
  readonly twice: { path: string; offset: number }[];
}

function toValue(node: Node, path: string, findings: Findings): unknown {
  const children = node.children ?? [];
  if (!findings.offsets.has(path)) findings.offsets.set(path, node.offset);
  if (node.type === 'array') {
    return children.map((child, index) => toValue(child, `${path}[${index}]`, findings));
  }
  if (node.type !== 'object') return node.value;
  const keys = new Set<string>();
  // Not by assignment: `__proto__` must become an ordinary key, so that it is rejected as unknown.
  return Object.fromEntries(
    children.map((property) => {
      const [key, value] = property.children as [Node, Node];
      const name = String(key.value);
      const at = path === '' ? name : `${path}.${name}`;
      if (keys.has(name)) findings.twice.push({ path: at, offset: key.offset });
      else findings.offsets.set(at, key.offset);
      keys.add(name);
      return [name, toValue(value, at, findings)];
    }),
  );
}

function nearestOffset(path: string, offsets: ReadonlyMap<string, number>): number {
  const offset = offsets.get(path);
  if (offset !== undefined || path === '') return offset ?? 0;
  return nearestOffset(path.replace(/(?:^|\.)[^.[\]]*$|\[\d*\]$|.$/, ''), offsets);
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `CloseBraceExpected` → `close brace expected`. */
function sentence(code: string): string {
  return code.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : ' '}${letter.toLowerCase()}`);
}
