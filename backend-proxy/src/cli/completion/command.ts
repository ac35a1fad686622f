/** `orgdesk completion`: a script that completes its commands and options in a shell. */
import { hint } from '../../../../src/policy/file/suggest.js';
import { defineCommand, type Command, type LazyCommand } from '../command.js';
import { exitStatus, UsageError } from '../exit.js';
import { list } from '../terminal.js';
import { completionScripts } from './scripts.js';
import { positionsOf } from './tree.js';

const shells = ['bash', 'zsh', 'fish'] as const;

/** Defines the command that completes `commands`, and itself. */
export function defineCompletion(commands: readonly LazyCommand[]): Command {
  const completion: Command = defineCommand({
    name: 'completion',
    summary: 'Print a script that completes commands and options in your shell',
    operands: [{ name: 'SHELL', help: `One of ${shells.join(', ')}`, choices: shells }],
    options: {},
    notes: [
      'bash, in ~/.bashrc:  source <(orgdesk-proxy completion bash)\n' +
        'zsh, in ~/.zshrc:    source <(orgdesk-proxy completion zsh)     (after compinit)\n' +
        'fish:                orgdesk-proxy completion fish > ~/.config/fish/completions/orgdesk-proxy.fish',
    ],
    async run({ operands: [given = ''] }, { stdout }) {
      const shell = shells.find((each) => each === given);
      if (!shell)
        throw new UsageError(`SHELL is ${list(shells, 'or')}, not "${given}"${hint(given, shells)}`);
      const others = await Promise.all(commands.map(({ load }) => load()));
      stdout(completionScripts[shell](positionsOf([...others, completion])));
      return exitStatus.ok;
    },
  });
  return completion;
}
