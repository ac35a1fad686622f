/** Settings of `orgdesk serve`: the environment, and the options that override it. */
import type { ProxyOptions } from '../../options.js';
import { UsageError } from '../exit.js';
import type { Io } from '../io.js';
import type { StorageSettings } from './storage.js';

/** The proxy's options that are plain text, and the variables they come from. */
const textVariables = {
  domain: 'ORGDESK_DOMAIN',
  managementDomain: 'ORGDESK_MANAGEMENT_DOMAIN',
  audience: 'ORGDESK_AUDIENCE',
  clientId: 'ORGDESK_CLIENT_ID',
  clientSecret: 'ORGDESK_CLIENT_SECRET',
  basePath: 'ORGDESK_BASE_PATH',
  authTimeClaim: 'ORGDESK_AUTH_TIME_CLAIM',
  dpop: 'ORGDESK_DPOP',
  dpopNonceSecret: 'ORGDESK_DPOP_NONCE_SECRET',
  publicUrl: 'ORGDESK_PUBLIC_URL',
  metricsToken: 'ORGDESK_METRICS_TOKEN',
} as const;
const originsVariable = 'ORGDESK_ALLOWED_ORIGINS';
const customDomainsVariable = 'ORGDESK_CUSTOM_DOMAINS';
const required = ['domain', 'audience', 'clientId', 'clientSecret'] as const;

type TextOption = keyof typeof textVariables;
export type ProxySettings = Readonly<Record<(typeof required)[number], string>> &
  Readonly<Partial<Record<Exclude<TextOption, 'dpop'>, string>>> &
  Pick<ProxyOptions, 'dpop'> & {
    readonly allowedOrigins: readonly string[];
    readonly customDomains: readonly string[];
  };

export interface ServeSettings {
  readonly proxy: ProxySettings;
  /** The policy's file; without one, the default policy. */
  readonly policy: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly storage: StorageSettings;
  /** How long a tenant that can't be reached is tried before the start fails. */
  readonly startTimeoutMs: number;
  /** Plain HTTP to the tenant, for the dev tenant alone. */
  readonly insecureTenant: boolean;
}

interface Overrides {
  readonly policy: string | undefined;
  readonly host: string | undefined;
  readonly port: string | undefined;
}

const defaultDataFile = 'orgdesk.sqlite';

/** For the help. */
export const environment: readonly (readonly [variable: string, help: string])[] = [
  ['ORGDESK_DOMAIN', "The tenant's domain as it stands in tokens (needed)"],
  ['ORGDESK_AUDIENCE', 'The API identifier that pages ask tokens for (needed)'],
  ['ORGDESK_CLIENT_ID', 'The machine-to-machine application (needed)'],
  ['ORGDESK_CLIENT_SECRET', 'Its secret (needed)'],
  ['ORGDESK_MANAGEMENT_DOMAIN', "The tenant's own domain, where the other is a custom one"],
  ['ORGDESK_CUSTOM_DOMAINS', 'Further custom domains that people sign in through, separated by commas'],
  ['ORGDESK_BASE_PATH', 'Where the proxy is mounted, such as /orgdesk'],
  ['ORGDESK_ALLOWED_ORIGINS', 'Origins of pages on other hosts, separated by commas'],
  ['ORGDESK_AUTH_TIME_CLAIM', "The access token's claim that says when the person signed in"],
  ['ORGDESK_DPOP', 'Whether tokens bound to a key are allowed (default), required or off'],
  ['ORGDESK_DPOP_NONCE_SECRET', 'With it, their proofs need a nonce; the same for all instances'],
  ['ORGDESK_PUBLIC_URL', 'Where callers find the proxy, if a gateway in front changes that'],
  ['ORGDESK_METRICS_TOKEN', 'With it, GET /metrics answers requests that bear it'],
  ['DATABASE_URL', 'A Postgres database for the data, needed by more than one machine'],
  ['ORGDESK_DATA', `Without it, a SQLite file for the data; else ${defaultDataFile} in the current folder`],
  ['ORGDESK_START_TIMEOUT', 'Seconds to wait for a tenant that cannot be reached, before giving up; else 60'],
  ['ORGDESK_INSECURE_TENANT', '1 talks to the tenant without TLS; for the dev tenant alone'],
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
    startTimeoutMs: readSeconds(env, 'ORGDESK_START_TIMEOUT', 60) * 1000,
    insecureTenant,
  };
}

function readStorageSettings(env: Io['env']): StorageSettings {
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

function readProxySettings(env: Io['env']): ProxySettings {
  const missing = required.map((option) => textVariables[option]).filter((name) => !read(env, name));
  if (missing.length > 0) throw new UsageError(missing.map((name) => `${name} is not set`).join('\n  '));
  const texts = Object.entries(textVariables).flatMap(([option, name]) => {
    const value = read(env, name);
    return value === undefined ? [] : [[option, value] as const];
  });
  const lists = {
    allowedOrigins: readList(env, originsVariable),
    customDomains: readList(env, customDomainsVariable),
  };
  return { ...Object.fromEntries(texts), ...lists } as unknown as ProxySettings;
}

function refusePorts(proxy: ProxySettings): void {
  for (const option of ['domain', 'managementDomain'] as const) {
    if (proxy[option]?.includes(':')) {
      const name = textVariables[option];
      throw new UsageError(
        `${name} is "${proxy[option]}": only a tenant on this machine has a port, and ORGDESK_INSECURE_TENANT=1 allows it`,
      );
    }
  }
}

/** A variable that is set to nothing is not set. */
function read(env: Io['env'], name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

/** Values separated by commas or spaces. */
function readList(env: Io['env'], name: string): readonly string[] {
  return (read(env, name) ?? '').split(/[\s,]+/).filter(Boolean);
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
  const names: Readonly<Record<string, string>> = {
    ...textVariables,
    allowedOrigins: originsVariable,
    customDomains: customDomainsVariable,
  };
  return complaint
    .replace(/^createProxy: /, '')
    .replace(/^ {2}(\w+)/gm, (line, option: string) => `  ${names[option] ?? line.trim()}`);
}
