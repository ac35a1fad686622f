import type { ExitStatus } from './exit.js';
import type { Io } from './io.js';

export interface Option {
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: string;
  readonly help: string;
}
type Options = Readonly<Record<string, Option>>;

/** An argument without a dash. */
export interface Operand {
  readonly name: string;
  readonly help: string;
  readonly optional?: true;
}

/** What was typed. */
export interface Given<Values = Readonly<Record<string, string | boolean | undefined>>> {
  readonly values: Values;
  readonly operands: readonly string[];
}

/** The values of options, by their definitions: a switch is always there, a value may have been left out. */
export type ValuesOf<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly value: string } ? string | undefined : boolean;
};

interface Description<O extends Options> {
  /** As it is typed: `policy check`. */
  readonly name: string;
  readonly summary: string;
  /** Paragraphs of its own help, below the options. */
  readonly notes: readonly string[];
  readonly operands: readonly Operand[];
  readonly options: O;
}

/** One entry of the table of commands, from which parsing and help are made. */
export interface Command extends Description<Options> {
  readonly run: (given: Given, io: Io) => Promise<ExitStatus>;
}

/** Gives `run` the types that the options have; `parseArguments` sees to it that they hold. */
export function defineCommand<const O extends Options>(
  command: Description<O> & { readonly run: (given: Given<ValuesOf<O>>, io: Io) => Promise<ExitStatus> },
): Command {
  return { ...command, run: command.run as Command['run'] };
}

/** Where a command reads a policy. */
export const policyOperand = {
  name: 'FILE',
  help: 'The policy; "-" is the standard input. Left out: the default policy',
  optional: true,
} as const satisfies Operand;

export const jsonOption = { help: 'Print JSON, for machines' } as const satisfies Option;
