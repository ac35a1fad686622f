/** Settings of `orgdesk serve`: the environment, and the options that override it. */
import {
  missingVariables,
  readOptionVariables,
  readVariable as read,
  type VariableOptions,
} from '../../environment/read-options.js';
import { optionVariables } from '../../environment/variables.js';
import { hint } from '../../../../src/policy/file/suggest.js';
import { UsageError } from '../exit.js';
import type { Io } from '../io.js';
import type { StorageSettings } from './storage.js';

export interface ServeSettings {
  readonly proxy: VariableOptions;
  /** The policy's file; without one, the default policy. */
  readonly policy: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly storage: StorageSettings;
  /** How long a tenant that can't be reached is tried before the start fails. */
  readonly startTimeoutMs: number;
  /** Whether the audit entries go to the standard output. */
  readonly auditsToStdout: boolean;
  /** Plain HTTP to the tenant, for the dev tenant alone. */
  readonly insecureTenant: boolean;
}

interface Overrides {
  readonly policy: string | undefined;
  readonly host: string | undefined;
  readonly port: string | undefined;
}

const defaultDataFile = 'orgdesk.sqlite';

/** The variables that aren't options of the proxy. */
const otherVariables = [
  ['ORGDESK_POLICY', "The policy's file; --policy overrides it"],
  ['ORGDESK_AUDIT', '"stdout" also writes one JSON line for every change'],
  ['DATABASE_URL', 'A Postgres database for the data, needed by more than one machine'],
  ['ORGDESK_DATA', 'Without it, a SQLite file for the data; else orgdesk.sqlite in the current folder'],
  ['ORGDESK_START_TIMEOUT', 'Seconds to wait for a tenant that cannot be reached, before giving up; else 60'],
  ['ORGDESK_INSECURE_TENANT', '1 talks to the tenant without TLS; for the dev tenant alone'],
] as const;

/** For the help. */
export const environment: readonly (readonly [variable: string, help: string])[] = [
  ...Object.values(optionVariables).map(({ name, help }) => [name, help] as const),
  ...otherVariables,
];

/** @throws UsageError naming every variable that is missing. */
export function readSettings(overrides: Overrides, env: Io['env']): ServeSettings {
  const proxy = readProxySettings(env);
  const insecureTenant = read(env, 'ORGDESK_INSECURE_TENANT') === '1';
  if (!insecureTenant) refusePorts(proxy);
  return {
    proxy,
    policy: overrides.policy ?? read(env, 'ORGDESK_POLICY'),
    host: overrides.host ?? read(env, 'HOST') ?? '127.0.0.1',
    port: readPort(overrides.port, read(env, 'PORT')),
    storage: readStorageSettings(env),
    auditsToStdout: readAudit(env),
    startTimeoutMs: readSeconds(env, 'ORGDESK_START_TIMEOUT', 60) * 1000,
    insecureTenant,
  };
}

/** @throws UsageError */
export function readStorageSettings(env: Io['env']): StorageSettings {
  const url = read(env, 'DATABASE_URL');
  const path = read(env, 'ORGDESK_DATA');
  if (url === undefined) return { kind: 'sqlite', path: path ?? defaultDataFile };
  if (path !== undefined) {
    throw new UsageError('DATABASE_URL and ORGDESK_DATA are both set; the data can be in one of them');
  }
  // Not repeated, because it can hold a password.
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new UsageError(
      'DATABASE_URL is not the address of a Postgres database, such as postgres://user@host/name',
    );
  }
  return { kind: 'postgres', url };
}

function readProxySettings(env: Io['env']): VariableOptions {
  const missing = missingVariables(env);
  if (missing.length > 0) throw new UsageError(missing.map((name) => `${name} is not set`).join('\n  '));
  return readOptionVariables(env);
}

/**
 * Returns the variables that begin with `ORGDESK_` and have no meaning, with suggestions.
 * @example unknownVariables({ ORGDESK_DOMIAN: 'x' }) // ['ORGDESK_DOMIAN; did you mean "ORGDESK_DOMAIN"?']
 */
export function unknownVariables(env: Io['env']): readonly string[] {
  const known = environment.map(([name]) => name);
  return (
    Object.keys(env)
      .filter((name) => name.startsWith('ORGDESK_') && !known.includes(name))
      // Kubernetes adds these for a service that is called "orgdesk".
      .filter((name) => !/_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|$)/.test(name))
      .map((name) => `${name}${hint(name, known)}`)
  );
}

function readAudit(env: Io['env']): boolean {
  const text = read(env, 'ORGDESK_AUDIT');
  if (text !== undefined && text !== 'stdout') {
    throw new UsageError(`ORGDESK_AUDIT cannot be "${text}"; the only place is stdout`);
  }
  return text === 'stdout';
}

function refusePorts(proxy: VariableOptions): void {
  for (const option of ['domain', 'managementDomain'] as const) {
    if (proxy[option]?.includes(':')) {
      const { name } = optionVariables[option];
      throw new UsageError(
        `${name} is "${proxy[option]}": only a tenant on this machine has a port, and ORGDESK_INSECURE_TENANT=1 allows it`,
      );
    }
  }
}

function readSeconds(env: Io['env'], name: string, byDefault: number): number {
  const text = read(env, name);
  if (text === undefined) return byDefault;
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`${name} cannot be "${text}"; it is a number of seconds`);
  return Number(text);
}

function readPort(option: string | undefined, variable: string | undefined): number {
  const [name, text] = option === undefined ? ['PORT', variable ?? '3000'] : ['--port', option];
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > 65_535) throw new UsageError(`${name} cannot be "${text}"; a port is a number from 0 to 65535`);
  return port;
}

/** Replaces option names in the proxy's error message with the variables they come from. */
export function inVariables(complaint: string): string {
  const names: Readonly<Record<string, { readonly name: string }>> = optionVariables;
  return complaint
    .replace(/^createProxy: /, '')
    .replace(
      /^ {2}(erasure\.\w+|\w+)/gm,
      (line, option: string) => `  ${names[option]?.name ?? line.trim()}`,
    );
}
