/** Options of `createProxy`, and their validation. */
import { z } from 'zod';
import { defaultPolicy } from '../../src/policy/index.js';
import type { Policy } from '../../src/policy/index.js';
import type { AuditEntry } from './audit/audit-entry.js';
import { allowInsecureTenant } from './dangerous.js';
import { createFetchTransport, type Transport } from './management/transport.js';
import type { Storage } from './storage/storage.js';

/**
 * Options of `createProxy`. All are checked when the proxy is created, so that a mistake shows at start.
 * @example
 * createProxy({
 *   domain: 'acme.eu.auth0.com',
 *   audience: 'https://api.acme.example',
 *   clientId: process.env.AUTH0_CLIENT_ID,
 *   clientSecret: process.env.AUTH0_CLIENT_SECRET,
 *   basePath: '/orgdesk',
 * });
 */
export interface ProxyOptions {
  /**
   * Domain of the tenant, as it appears in access tokens: the tenant's own or a custom domain, without `https://`.
   * @example 'acme.eu.auth0.com'
   */
  readonly domain: string;
  /**
   * The tenant's own domain if `domain` is a custom one: the Management API answers only there. Default: `domain`.
   * @example 'acme.eu.auth0.com'
   */
  readonly managementDomain?: string;
  /**
   * Further custom domains of the tenant that people sign in through. Their tokens are accepted too, and emails lead to the
   * domain that the sender signed in through. Default: none.
   * @example ['login.other-brand.example']
   */
  readonly customDomains?: readonly string[];
  /**
   * API identifier for which the page requests access tokens. Tokens with another audience are rejected.
   * @example 'https://api.acme.example'
   */
  readonly audience: string;
  /** Client ID of the machine-to-machine application that is authorized for the Management API. */
  readonly clientId: string;
  /**
   * Client secret of that application. It also signs the cursors of the member list, so all instances of a proxy need
   * the same one.
   */
  readonly clientSecret: string;
  /**
   * Who may do what, from `parsePolicy`. Default: `defaultPolicy`.
   * @example parsePolicy(JSON.parse(await readFile('policy.json', 'utf8')))
   */
  readonly policy?: Policy;
  /**
   * Path under which the host's server mounts the proxy, without a slash at the end. Default: `''`, the root.
   * @example '/orgdesk'
   */
  readonly basePath?: string;
  /**
   * Origins of pages on other hosts that can call the proxy (CORS). Pages of the same origin need no entry. Default:
   * none.
   * @example ['https://app.example.com']
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Claim of the access token that holds the time of the sign-in, in seconds since the epoch. Auth0 doesn't add one: a
   * post-login Action has to, and a policy with step-up needs it. The plain name `auth_time` is reserved by Auth0.
   * Default: `https://orgdesk.dev/auth_time`.
   * @see https://auth0.com/docs/secure/tokens/json-web-tokens/create-custom-claims
   */
  readonly authTimeClaim?: string;
  /**
   * Claim of the access token that holds the ID of the tenant's session, so that the list of sessions can mark the
   * current one. Auth0 doesn't add one: a post-login Action has to. Default: `https://orgdesk.dev/session_id`.
   */
  readonly sessionIdClaim?: string;
  /**
   * Whether DPoP-bound access tokens (RFC 9449) are accepted beside bearer tokens (`allowed`), the only ones accepted
   * (`required`), or rejected (`off`). A bound token without its proof is always rejected. Default: `allowed`.
   */
  readonly dpop?: 'allowed' | 'required' | 'off';
  /**
   * Secret of at least 32 characters, the same for all instances. If set, every DPoP proof needs a nonce that the proxy
   * issued in the last two minutes. Default: no nonces.
   */
  readonly dpopNonceSecret?: string;
  /**
   * URL under which callers reach the proxy, `basePath` included, if a gateway changes it. DPoP proofs name this URL.
   * Default: the URL of the request.
   * @example 'https://app.example.com/orgdesk'
   */
  readonly publicUrl?: string;
  /**
   * Client ID of the application whose login route invitations lead to. Default: the application of the inviting page,
   * from the access token.
   */
  readonly invitationClientId?: string;
  /** Invitation emails that one organization can send per hour, resent ones included. Default: 500. */
  readonly invitationsPerHour?: number;
  /**
   * Requests that one caller can send per minute in an organization; then the proxy responds with 429 until the minute is
   * over. Default: 1,200.
   */
  readonly requestsPerMinute?: number;
  /** Requests that all callers of one organization can send per minute together. Default: 12,000. */
  readonly organizationRequestsPerMinute?: number;
  /** Webhook to call before an account is deleted, so that the product can erase its own data. Default: none. */
  readonly erasure?: Erasure;
  /**
   * Called with one entry after every change. The response waits for it. If it throws or rejects, the failure is logged
   * and the change stands.
   * @example (entry) => auditLog.insert(entry)
   */
  readonly audit?: (entry: AuditEntry) => unknown;
  /**
   * Days after which entries of the activity log are deleted. The rest of the log can still be verified. Default: entries
   * are kept.
   */
  readonly activityRetentionDays?: number;
  /**
   * What the proxy remembers between requests: cool-downs, locks, bulk runs, the activity log. Proxies with the same
   * storage behave as one. Default: `createMemoryStorage()`, which is lost at a restart.
   * @example await openSqliteStorage('/var/lib/orgdesk/orgdesk.sqlite') // from orgdesk-proxy/storage-sqlite
   */
  readonly storage?: Storage;
  /** Milliseconds that a request can wait for Auth0, retries included. Default: 10,000. */
  readonly deadlineMs?: number;
  /**
   * Called with one entry for every request, and with notices: if there is no `storage`, and if work in the background
   * fails. Default: nothing is logged.
   * @example (entry) => console.log(JSON.stringify(entry))
   */
  readonly log?: (entry: LogEntry | LogNotice) => void;
  /**
   * Bearer token of at least 16 characters with which `GET /metrics` responds with the metrics. Default: no such route.
   * `proxy.metrics()` returns them in any case.
   */
  readonly metricsToken?: string;
  /** Function that makes the requests to Auth0 and to the webhook. Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch;
  /**
   * Makes the requests to Auth0's APIs instead of `fetch`. `nodeTransport` of `orgdesk-proxy/node` takes a quarter of
   * the processor time of Node's `fetch`; `orgdesk serve` uses it.
   * @example nodeTransport
   */
  readonly transport?: Transport;
  /** Uses plain HTTP for the tenant. For the dev tenant only: see `orgdesk-proxy/dangerous`. */
  readonly [allowInsecureTenant]?: true;
}

/**
 * Erasure webhook, following https://www.standardwebhooks.com: a POST with `webhook-id`, `webhook-timestamp` (seconds)
 * and `webhook-signature` (`v1,` and the base64 of an HMAC-SHA256 over `id.timestamp.body`). The body is
 * `{"type":"account.erasure_requested","data":{"user_id":…,"organization_id":…}}`. Any status other than 2xx stops the
 * deletion. A deletion that is repeated has the same `webhook-id`.
 * @example { url: 'https://app.example.com/erase', secret: process.env.ERASURE_SECRET }
 */
export interface Erasure {
  /** `https:` URL, or `http:` on the same machine. */
  readonly url: string;
  /** Key of the signature, at least 24 characters. */
  readonly secret: string;
}

/** Log entry of the start or of work in the background: something the operator should know. */
export interface LogNotice {
  readonly level: 'warning';
  readonly message: string;
}

/** Log entry of one request. Never holds a token, an email address, or a value that someone entered. */
export interface LogEntry {
  /** The `X-Request-Id` of the response. */
  readonly requestId: string;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** Problem code, if the request failed. */
  readonly code?: string;
  /** The authenticated user. */
  readonly userId?: string;
  readonly organizationId?: string;
  /** Technical cause, for the operator. Only for failures of the proxy, the tenant, or the `audit` callback. */
  readonly cause?: string;
}

/** Options with their defaults. */
export interface Settings {
  /** Of `domain` first, then of `customDomains`. */
  readonly issuers: readonly [string, ...string[]];
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
  readonly sessionIdClaim: string;
  readonly dpop: 'allowed' | 'required' | 'off';
  readonly dpopNonceSecret: string | null;
  readonly publicUrl: string | null;
  readonly invitationClientId: string | null;
  readonly invitationsPerHour: number;
  readonly requestsPerMinute: number;
  readonly organizationRequestsPerMinute: number;
  readonly erasure: Erasure | null;
  readonly audit: (entry: AuditEntry) => unknown;
  readonly activityRetentionDays: number | null;
  readonly deadlineMs: number;
  readonly metricsToken: string | null;
  readonly log: (entry: LogEntry | LogNotice) => void;
  readonly fetch: typeof fetch;
  readonly transport: Transport;
}

const host = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i, 'a bare host name, such as tenant.eu.auth0.com');

const schema = z.object({
  domain: host,
  managementDomain: host.optional(),
  customDomains: z.array(host).max(50).optional(),
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
  sessionIdClaim: z.string().min(1).optional(),
  dpop: z.enum(['allowed', 'required', 'off']).optional(),
  dpopNonceSecret: z.string().min(32).optional(),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/[?#]|\/$/.test(url), 'an address without a slash at the end')
    .optional(),
  invitationClientId: z.string().min(1).optional(),
  invitationsPerHour: z.int().positive().optional(),
  requestsPerMinute: z.int().positive().optional(),
  organizationRequestsPerMinute: z.int().positive().optional(),
  erasure: z
    .object({
      url: z.url({ protocol: /^https?$/ }).refine(isPrivateToUs, 'https, or http on this machine'),
      secret: z.string().min(24),
    })
    .optional(),
  activityRetentionDays: z.int().positive().max(36_500).optional(),
  deadlineMs: z.number().positive().optional(),
  metricsToken: z
    .string()
    .regex(/^\S{16,}$/, 'at least 16 characters, without blanks')
    .optional(),
});

function isPrivateToUs(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Claims that an Action adds to access tokens, unless the options name others. */
export const defaultClaims = {
  authTime: 'https://orgdesk.dev/auth_time',
  sessionId: 'https://orgdesk.dev/session_id',
} as const;

/** @throws {Error} Lists every option that is missing or invalid. */
export function readOptions(options: ProxyOptions): Settings {
  const checked = schema.safeParse(options);
  if (!checked.success) {
    const issues = checked.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(['createProxy: the options are not valid', ...issues].join('\n'));
  }
  const insecure = options[allowInsecureTenant] === true;
  const { domain, managementDomain = domain, customDomains = [] } = options;
  if (!insecure && [domain, managementDomain, ...customDomains].some((each) => each.includes(':'))) {
    throw new Error('createProxy: a domain with a port is a local tenant; see orgdesk-proxy/dangerous');
  }
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const scheme = insecure ? 'http' : 'https';
  return {
    issuers: [`${scheme}://${domain}/`, ...customDomains.map((each) => `${scheme}://${each}/`)],
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
    authTimeClaim: options.authTimeClaim ?? defaultClaims.authTime,
    sessionIdClaim: options.sessionIdClaim ?? defaultClaims.sessionId,
    dpop: options.dpop ?? 'allowed',
    dpopNonceSecret: options.dpopNonceSecret ?? null,
    publicUrl: options.publicUrl ?? null,
    invitationClientId: options.invitationClientId ?? null,
    invitationsPerHour: options.invitationsPerHour ?? 500,
    requestsPerMinute: options.requestsPerMinute ?? 1_200,
    organizationRequestsPerMinute: options.organizationRequestsPerMinute ?? 12_000,
    erasure: options.erasure ?? null,
    audit: options.audit ?? (() => {}),
    activityRetentionDays: options.activityRetentionDays ?? null,
    deadlineMs: options.deadlineMs ?? 10_000,
    metricsToken: options.metricsToken ?? null,
    log: options.log ?? (() => {}),
    fetch: send,
    transport: options.transport ?? createFetchTransport(send),
  };
}
