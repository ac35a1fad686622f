/** Help texts, derived from the commands. */
import type { Command, Option } from './command.js';
import { twoColumns } from './terminal.js';

const program = 'orgdesk';

const statuses = `Exit status: 0 fine; 1 the answer is no (errors in a policy, a widening that is not wanted, …);
2 the command could not be carried out (a misspelt option, an unreadable file).
`;

/** Returns the help of `orgdesk` or of a group such as `orgdesk policy`. */
export function helpForGroup(group: string, commands: readonly Command[]): string {
  const rows = commands.map((command) => [usageOf(command), command.summary] as const);
  const help = ['help [COMMAND]', 'Show this help, or that of a command'] as const;
  return [
    `Usage: ${[program, group, '<command>'].filter(Boolean).join(' ')}\n`,
    `Commands\n${twoColumns(group === '' ? [...rows, help] : rows)}`,
    `Options\n${twoColumns([
      ['--help', 'Show this help, or that of a command'],
      ['--version', 'Show the version'],
    ])}`,
    statuses,
  ].join('\n');
}

export function helpForCommand(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => [spell(name, option), option.help]);
  const operands = command.operands.map(({ name, help }) => [name, help]);
  return [
    `Usage: ${program} ${usageOf(command)} [options]\n`,
    `${command.summary}.\n`,
    twoColumns([...operands, ...options, ['--help', 'Show this help']] as [string, string][]),
    ...command.notes.map((note) => `${note.trimEnd()}\n`),
    statuses,
  ].join('\n');
}

/** Returns the hint that follows a usage error. */
export function pointToHelp(name: string): string {
  return `Try "${[program, name, '--help'].filter(Boolean).join(' ')}".\n`;
}

function usageOf({ name, operands }: Command): string {
  return [name, ...operands.map((operand) => (operand.optional ? `[${operand.name}]` : operand.name))].join(
    ' ',
  );
}

function spell(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
