/** Scripts that complete command lines in shells. Where no word or option fits, they complete file names. */
import type { Candidate, Position } from './tree.js';

/** The names of the program, as in `bin` of `package.json`. */
const programs = ['orgdesk-proxy', 'orgdesk'];

/** What the scripts call their functions. */
const functionName = '_orgdesk_proxy';

export type CompletionScript = (positions: readonly Position[]) => string;

/** https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
const bash: CompletionScript = (positions) => `${functionName}() {
  local before="\${COMP_WORDS[*]:1:COMP_CWORD-1}" current="\${COMP_WORDS[COMP_CWORD]}" candidates=
  case "$before" in
${byLength(positions)
  .map(({ words, candidates }) => `    ${patternOf(words)}) candidates=${quote(wordsOf(candidates))} ;;\n`)
  .join('')}  esac
  COMPREPLY=($(compgen -W "$candidates" -- "$current"))
}
complete -o default -F ${functionName} ${programs.join(' ')}
`;

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
const zsh: CompletionScript = (positions) => `#compdef ${programs.join(' ')}
${functionName}() {
  local before="\${(j: :)words[2,CURRENT-1]}"
  local -a candidates
  case "$before" in
${byLength(positions)
  .map(({ words, candidates }) => `    ${patternOf(words)}) candidates=(${describe(candidates)}) ;;\n`)
  .join('')}  esac
  _describe -o command candidates || _files
}
compdef ${functionName} ${programs.join(' ')}
`;

/** https://fishshell.com/docs/current/completions.html */
const fish: CompletionScript = (positions) => `function ${functionName}_after
  set -l before (commandline -opc)
  set -l count (math (count $argv) + 1)
  test (count $before) -ge $count; and test "$before[2..$count]" = "$argv"
end
function ${functionName}_right_after
  set -l before (commandline -opc)
  test "$before[2..]" = "$argv"
end
${positions.flatMap(({ words, candidates }) => candidates.map((each) => fishLine(words, each))).join('')}`;

function fishLine(words: readonly string[], { word, help }: Candidate): string {
  const isOption = word.startsWith('--');
  // The program alone has no options but --help.
  const where = isOption && words.length > 0 ? 'after' : 'right_after';
  const after = [`${functionName}_${where}`, ...words].join(' ');
  const candidate = isOption ? `-l ${word.slice(2)}` : `-a ${word}`;
  return programs
    .map((program) => `complete -c ${program} -n ${quote(after)} ${candidate} -d ${quote(help)}\n`)
    .join('');
}

/** The script for each shell. */
export const completionScripts = { bash, zsh, fish } as const satisfies Record<string, CompletionScript>;

/** A pattern of the first words that fits takes the line, so the longest come first. */
function byLength(positions: readonly Position[]): readonly Position[] {
  return [...positions].sort((one, other) => other.words.length - one.words.length);
}

/** Matches the words alone, and with options and operands after them. Before any word, there are no options. */
const patternOf = (words: readonly string[]) =>
  words.length === 0 ? "''" : `${quote(words.join(' '))}|${quote(`${words.join(' ')} `)}*`;

const wordsOf = (candidates: readonly Candidate[]) => candidates.map(({ word }) => word).join(' ');

/** In what \`_describe\` takes, a colon separates the word from its help. */
const describe = (candidates: readonly Candidate[]) =>
  candidates.map(({ word, help }) => quote(`${word}:${help}`)).join(' ');

/** Single quotes, in which shells replace nothing. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
