/** Runs the `orgdesk` command line. */
// Imported rather than read, so that a bundle contains it.
import manifest from '../../package.json' with { type: 'json' };
import { hint } from '../../../src/policy/file/suggest.js';
import { asksForHelp, parseArguments } from './arguments.js';
import type { Command, LazyCommand } from './command.js';
import { commands as proxyCommands } from './commands.js';
import { exitStatus, FileError, UsageError, type ExitStatus } from './exit.js';
import { helpForCommand, helpForGroup, pointToHelp } from './help.js';
import type { Io } from './io.js';
import { InvalidPolicyError, reportErrors } from './policy-errors.js';

/** Runs one command and returns its exit status. Rejects only for a bug. */
export async function run(
  argv: readonly string[],
  io: Io,
  commands: readonly LazyCommand[] = proxyCommands,
): Promise<ExitStatus> {
  if (argv[0] === 'help') return showHelp(argv.slice(1), io, commands);
  const known = commands.find(({ name }) => startsWith(argv, name.split(' ')));
  if (!known) return runWithoutCommand(argv, io, commands);
  const command = await known.load();
  const args = argv.slice(command.name.split(' ').length);
  try {
    if (asksForHelp(args)) return say(io, helpForCommand(command));
    return await command.run(parseArguments(command, args), io);
  } catch (error) {
    return explain(error, command, io);
  }
}

/** `help policy check` is `policy check --help`, and names a command that isn't there. */
function showHelp(words: readonly string[], io: Io, commands: readonly LazyCommand[]): Promise<ExitStatus> {
  const isKnown =
    words.length === 0 ||
    commands.some(({ name }) => startsWith(words, name.split(' ')) || startsWith(name.split(' '), words));
  return run(isKnown ? [...words, '--help'] : words, io, commands);
}

/** Handles `--help`, `--version`, and incomplete or unknown commands. */
async function runWithoutCommand(
  argv: readonly string[],
  io: Io,
  commands: readonly LazyCommand[],
): Promise<ExitStatus> {
  const group = commands.some(({ name }) => name.startsWith(`${argv[0]} `)) ? (argv[0] ?? '') : '';
  const members = commands.filter(({ name }) => group === '' || name.startsWith(`${group} `));
  const [word] = argv.slice(group === '' ? 0 : 1);
  if (word === '--version') return say(io, `${manifest.version}\n`);
  const help = async () => helpForGroup(group, await Promise.all(members.map(({ load }) => load())));
  if (asksForHelp(argv)) return say(io, await help());
  if (word === undefined) {
    io.stderr(await help());
    return exitStatus.misused;
  }
  const known = members.map(({ name }) => nextWord(name, group));
  const what = word.startsWith('-') ? 'option' : 'command';
  const spelt = what === 'option' ? ['--help', '--version'] : [...new Set(known)];
  io.stderr(`orgdesk: unknown ${what} "${word}"${hint(word, spelt)}\n${pointToHelp(group)}`);
  return exitStatus.misused;
}

function explain(error: unknown, { name }: Command, { stderr }: Io): ExitStatus {
  if (error instanceof InvalidPolicyError) {
    stderr(reportErrors(error));
    return exitStatus.refused;
  }
  if (error instanceof UsageError) stderr(`orgdesk ${name}: ${error.message}\n${pointToHelp(name)}`);
  else if (error instanceof FileError) stderr(`orgdesk ${name}: ${error.message}\n`);
  else throw error;
  return exitStatus.misused;
}

function say({ stdout }: Io, text: string): ExitStatus {
  stdout(text);
  return exitStatus.ok;
}

function startsWith(argv: readonly string[], names: readonly string[]): boolean {
  return names.every((word, index) => argv[index] === word);
}

function nextWord(name: string, group: string): string {
  const names = name.split(' ');
  return (group === '' ? names[0] : names[1]) ?? '';
}
