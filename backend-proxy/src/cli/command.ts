/** Definition of a command, from which parsing and help are derived. */
import type { ExitStatus } from './exit.js';
import type { Io } from './io.js';

export interface Option {
  /** Placeholder of the value in the help. Without it the option is a boolean. */
  readonly value?: string;
  readonly help: string;
}
type Options = Readonly<Record<string, Option>>;

/** A positional argument. */
export interface Operand {
  readonly name: string;
  readonly help: string;
  readonly optional?: true;
  /** The only values, for completion in shells. */
  readonly choices?: readonly string[];
}

/** Parsed arguments. */
export interface Given<Values = Readonly<Record<string, string | boolean | undefined>>> {
  readonly values: Values;
  readonly operands: readonly string[];
}

/** Types of the option values: a boolean is always present, a string is optional. */
export type ValuesOf<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly value: string } ? string | undefined : boolean;
};

interface Description<O extends Options> {
  /** Name as typed: `policy check`. */
  readonly name: string;
  readonly summary: string;
  /** Paragraphs of the help, below the options. */
  readonly notes: readonly string[];
  readonly operands: readonly Operand[];
  readonly options: O;
}

/** A command. */
export interface Command extends Description<Options> {
  readonly run: (given: Given, io: Io) => Promise<ExitStatus>;
}

/**
 * A command that is loaded when it is run, or when its help is shown. What one command needs would otherwise make all of
 * them start slowly.
 */
export interface LazyCommand {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

/** Defines a command whose `run` gets typed options. `parseArguments` guarantees the types. */
export function defineCommand<const O extends Options>(
  command: Description<O> & { readonly run: (given: Given<ValuesOf<O>>, io: Io) => Promise<ExitStatus> },
): Command {
  return { ...command, run: command.run as Command['run'] };
}

/** Operand for the policy file. */
export const policyOperand = {
  name: 'FILE',
  help: 'The policy; "-" is the standard input. Left out: the default policy',
  optional: true,
} as const satisfies Operand;

export const jsonOption = { help: 'Print JSON, for machines' } as const satisfies Option;
