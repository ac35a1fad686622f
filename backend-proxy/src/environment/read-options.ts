/** Reads the options of the proxy from environment variables. */
import { allowInsecureTenant } from '../dangerous.js';
import type { ProxyOptions } from '../options.js';
import { optionVariables, requiredOptions } from './variables.js';

/** The options that variables set. `createProxy` checks their values. */
export type VariableOptions = Omit<ProxyOptions, 'policy' | 'storage' | 'log' | 'fetch' | 'audit'>;

/** `process.env`, or what a platform without one hands to its handlers. Values that aren't text are ignored. */
export type Environment = object;

/**
 * Returns the options of `createProxy` that the variables of `orgdesk serve` set: `ORGDESK_DOMAIN`, `ORGDESK_AUDIENCE`,
 * `ORGDESK_CLIENT_ID`, `ORGDESK_CLIENT_SECRET`, and so on. `orgdesk tenant apply --env-out` writes them, and
 * `orgdesk serve --help` lists all.
 *
 * `ORGDESK_INSECURE_TENANT=1` reaches a dev tenant on this machine over plain HTTP.
 * @param env - `process.env`, `Deno.env.toObject()`, or the `env` of a Worker.
 * @throws {Error} Names every variable that is missing.
 * @example const proxy = createProxy({ ...readProxyOptions(process.env), basePath: '/orgdesk', storage });
 */
export function readProxyOptions(env: Environment): VariableOptions {
  const missing = missingVariables(env);
  if (missing.length > 0) {
    throw new Error(['readProxyOptions:', ...missing.map((name) => `${name} is not set`)].join('\n  '));
  }
  const options = readOptionVariables(env);
  if (readVariable(env, 'ORGDESK_INSECURE_TENANT') !== '1') return options;
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(options.domain)) {
    throw new Error(
      `readProxyOptions: ORGDESK_INSECURE_TENANT is for a dev tenant on this machine, and ORGDESK_DOMAIN is "${options.domain}"`,
    );
  }
  return { ...options, [allowInsecureTenant]: true };
}

/** Returns the names of the variables that have to be set and aren't. */
export function missingVariables(env: Environment): readonly string[] {
  return requiredOptions
    .map((option) => optionVariables[option].name)
    .filter((name) => readVariable(env, name) === undefined);
}

/** Reads the variables that are set, without a check. */
export function readOptionVariables(env: Environment): VariableOptions {
  const options: Record<string, unknown> = {};
  for (const [path, { name, parse }] of Object.entries(optionVariables)) {
    const text = readVariable(env, name);
    if (text === undefined) continue;
    const [option = '', property] = path.split('.');
    const value = parse ? parse(text) : text;
    options[option] = property === undefined ? value : { ...(options[option] as object), [property]: value };
  }
  return options as unknown as VariableOptions;
}

/** A variable that is set to nothing is not set. */
export function readVariable(env: Environment, name: string): string | undefined {
  const value = (env as Readonly<Record<string, unknown>>)[name];
  return (typeof value === 'string' && value.trim()) || undefined;
}
