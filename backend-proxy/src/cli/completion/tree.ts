/** The commands as completion sees them: the words that can come next, and the options of each command. */
import type { Command } from '../command.js';

export interface Candidate {
  readonly word: string;
  readonly help: string;
}

/** What can follow the words of a command line. */
export interface Position {
  /** The words before: `[]`, `['policy']`, or `['policy', 'check']`. */
  readonly words: readonly string[];
  readonly candidates: readonly Candidate[];
}

/** Returns every position: after the program, after each group, and after each command. */
export function positionsOf(commands: readonly Command[]): readonly Position[] {
  const groups = new Map<string, Candidate[]>([['', []]]);
  for (const { name, summary } of commands) {
    const [first = '', second] = name.split(' ');
    if (second === undefined) addOnce(groups.get(''), { word: first, help: summary });
    else {
      addOnce(groups.get(''), { word: first, help: `Commands of ${first}` });
      groups.set(first, [...(groups.get(first) ?? []), { word: second, help: summary }]);
    }
  }
  const options = new Map(
    commands.map((command) => [command.name, [...choicesOf(command), ...optionsOf(command)]]),
  );
  // `dev-tenant` is a command with options, and a group.
  const names = [...new Set([...groups.keys(), ...options.keys()])];
  return names.map((name) => ({
    words: name.split(' ').filter(Boolean),
    candidates: [...(groups.get(name) ?? []), ...(options.get(name) ?? [helpOption])],
  }));
}

const helpOption: Candidate = { word: '--help', help: 'Show the help' };

/** The summary of a command replaces that of its group. */
function addOnce(candidates: Candidate[] = [], candidate: Candidate): void {
  const index = candidates.findIndex(({ word }) => word === candidate.word);
  if (index < 0) candidates.push(candidate);
  else if (!candidate.help.startsWith('Commands of ')) candidates[index] = candidate;
}

/** The values of an operand that has only these. */
function choicesOf({ operands: [first] }: Command): readonly Candidate[] {
  return (first?.choices ?? []).map((word) => ({ word, help: word }));
}

function optionsOf({ options }: Command): readonly Candidate[] {
  const own = Object.entries(options).map(([name, { help }]) => ({ word: `--${name}`, help }));
  return [...own, helpOption];
}
