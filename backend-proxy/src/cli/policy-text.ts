/** A policy file's text as data: JSON, in which comments and trailing commas are allowed and double keys are not. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { PolicyIssue } from '../../../src/policy/index.js';

/** Where in the text something stands, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An issue as it is shown; the place is missing where a policy did not come from a file. */
export type PlacedIssue = PolicyIssue & Partial<Place>;

export interface PolicyText {
  readonly value: unknown;
  /** What makes the text ambiguous or unreadable. */
  readonly issues: readonly PlacedIssue[];
  /** Adds the place of what an issue's path names, or of the nearest thing around it. */
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
  // Not by assignment: `__proto__` has to become a key like any other, to be refused like any other.
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
