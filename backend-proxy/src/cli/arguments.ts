/** Parses the arguments of a command. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { hint } from '../../../src/policy/file/suggest.js';
import type { Command, Given } from './command.js';
import { UsageError } from './exit.js';

/** Returns whether `--help` is among the arguments, even if the others are invalid. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((word) => word === '--help' || word === '-h');
}

export function parseArguments(command: Command, args: readonly string[]): Given {
  const config = {
    args: [...args],
    options: optionTypes(command),
    allowPositionals: true,
  } satisfies ParseArgsConfig;
  refuseMistypedOptions(config);
  const { values, positionals } = parseStrictly(config);
  refuseMiscountedOperands(command, positionals);
  const switches = Object.keys(command.options).filter((name) => config.options[name]?.type === 'boolean');
  const off = Object.fromEntries(switches.map((name) => [name, false]));
  return { values: { ...off, ...values }, operands: positionals };
}

function optionTypes({ options }: Command): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string' },
    ]),
  );
}

/** Rejects unknown options with a suggestion, and options given twice, which Node's strict parser allows. */
function refuseMistypedOptions(config: ParseArgsConfig & { readonly options: object }): void {
  const known = Object.keys(config.options);
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  const options = tokens.filter((token) => token.kind === 'option');
  for (const [index, { name, rawName }] of options.entries()) {
    if (!known.includes(name)) throw new UsageError(`unknown option ${rawName}${suggestOption(name, known)}`);
    if (options.findIndex((other) => other.name === name) < index) {
      throw new UsageError(`${rawName} is given twice`);
    }
  }
}

function suggestOption(name: string, known: readonly string[]): string {
  const suggestion = hint(name, known);
  return suggestion.replace('"', '"--');
}

function parseStrictly<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message);
  }
}

function refuseMiscountedOperands({ operands }: Command, given: readonly string[]): void {
  const missing = operands.slice(given.length).find(({ optional }) => !optional);
  if (missing) throw new UsageError(`${missing.name} is missing`);
  const surplus = given[operands.length];
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one argument too many`);
}
