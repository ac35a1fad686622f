import { z } from 'zod';
import { defaultPolicy } from '../../src/policy/index.js';
import type { Policy } from '../../src/policy/index.js';
import { allowInsecureTenant } from './dangerous.js';

export interface ProxyOptions {
  /** The tenant's domain as it stands in tokens: `acme.eu.auth0.com`, or a custom domain. */
  readonly domain: string;
  /** The tenant's own domain where `domain` is a custom one: the Management API answers only there. */
  readonly managementDomain?: string;
  /** The API identifier the page asks tokens for; an access token for anything else is refused. */
  readonly audience: string;
  /** The machine-to-machine application that may call the Management API. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** From `parsePolicy`. Without one, people may edit what the default policy grants them of their own profile. */
  readonly policy?: Policy;
  /** Where the proxy is mounted in the host's server, such as `/orgdesk`. */
  readonly basePath?: string;
  /** Origins of pages on other hosts that may call the proxy. Same-origin pages need no entry. */
  readonly allowedOrigins?: readonly string[];
  /**
   * The access token's claim that says when the person signed in, in seconds since the epoch. Auth0 puts none there by
   * itself: a post-login Action has to, and a policy with a step-up safeguard needs one. Default `auth_time`.
   */
  readonly authTimeClaim?: string;
  /** Milliseconds a request may wait for Auth0 in all, its retries included. Default 10,000. */
  readonly deadlineMs?: number;
  /** Receives one entry for every request. Nothing is logged without it. */
  readonly log?: (entry: LogEntry) => void;
  /** How to reach the tenant; the platform's `fetch` by default. */
  readonly fetch?: typeof fetch;
  readonly [allowInsecureTenant]?: true;
}

/** What is known of one answered request. Never a token, an address or a value somebody typed. */
export interface LogEntry {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** The problem's code, where the request was refused. */
  readonly code?: string;
  readonly userId?: string;
  readonly organizationId?: string;
  /** For failures that are ours or the tenant's: what broke, for the operator. */
  readonly cause?: string;
}

/** Options with every default in place. */
export interface Settings {
  readonly issuer: string;
  readonly managementUrl: string;
  readonly managementAudience: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  readonly audience: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly policy: Policy;
  readonly basePath: string;
  readonly allowedOrigins: readonly string[];
  readonly authTimeClaim: string;
  readonly deadlineMs: number;
  readonly log: (entry: LogEntry) => void;
  readonly fetch: typeof fetch;
}

const host = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i, 'a bare host name, such as tenant.eu.auth0.com');

const schema = z.object({
  domain: host,
  managementDomain: host.optional(),
  audience: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  basePath: z
    .string()
    .regex(/^(?:\/[\w.-]+)*$/, 'a path such as /orgdesk, without a slash at the end')
    .optional(),
  allowedOrigins: z
    .array(z.string().regex(/^https?:\/\/[^/*\s]+$/, 'an origin such as https://app.example.com'))
    .optional(),
  authTimeClaim: z.string().min(1).optional(),
  deadlineMs: z.number().positive().optional(),
});

/** @throws Error listing every option that is missing or wrong, when the application starts. */
export function readOptions(options: ProxyOptions): Settings {
  const checked = schema.safeParse(options);
  if (!checked.success) {
    const issues = checked.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(['createProxy: the options are not valid', ...issues].join('\n'));
  }
  const insecure = options[allowInsecureTenant] === true;
  const { domain, managementDomain = domain } = options;
  if (!insecure && (domain.includes(':') || managementDomain.includes(':'))) {
    throw new Error('createProxy: a domain with a port is a local tenant; see orgdesk-proxy/dangerous');
  }
  const scheme = insecure ? 'http' : 'https';
  return {
    issuer: `${scheme}://${domain}/`,
    managementUrl: `${scheme}://${managementDomain}/api/v2`,
    managementAudience: `${scheme}://${managementDomain}/api/v2/`,
    tokenUrl: `${scheme}://${managementDomain}/oauth/token`,
    jwksUrl: `${scheme}://${domain}/.well-known/jwks.json`,
    audience: options.audience,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    policy: options.policy ?? defaultPolicy,
    basePath: options.basePath ?? '',
    allowedOrigins: options.allowedOrigins ?? [],
    authTimeClaim: options.authTimeClaim ?? 'auth_time',
    deadlineMs: options.deadlineMs ?? 10_000,
    log: options.log ?? (() => {}),
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  };
}
