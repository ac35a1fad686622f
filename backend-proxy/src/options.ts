import { z } from 'zod';
import { defaultPolicy } from '../../src/policy/index.js';
import type { Policy } from '../../src/policy/index.js';
import type { AuditEntry } from './audit/audit-entry.js';
import { allowInsecureTenant } from './dangerous.js';
import type { Storage } from './storage/storage.js';

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
   * itself: a post-login Action has to, and a policy with a step-up safeguard needs one. Default
   * `https://orgdesk.dev/auth_time`: of the plain name Auth0 lets no Action make a claim.
   * https://auth0.com/docs/secure/tokens/json-web-tokens/create-custom-claims
   */
  readonly authTimeClaim?: string;
  /**
   * The access token's claim that names the tenant's session, so that people see which of their sessions is this one.
   * Auth0 puts none there by itself: a post-login Action has to. Default `https://orgdesk.dev/session_id`.
   */
  readonly sessionIdClaim?: string;
  /**
   * Whether access tokens that are bound to a key of the caller's (DPoP, RFC 9449) are taken beside others, are the only
   * ones taken, or are refused. Default `allowed`. A bound token without its proof is refused in any case.
   */
  readonly dpop?: 'allowed' | 'required' | 'off';
  /** With it, every proof has to carry a nonce that the proxy gave out in the last minutes. The same for all instances; at least 32 characters. */
  readonly dpopNonceSecret?: string;
  /** Where callers find the proxy, `basePath` included, if a gateway in front changes that: `https://app.example.com/orgdesk`. Proofs name it. */
  readonly publicUrl?: string;
  /** The application whose login route invitations lead to; by default the one the inviting page belongs to. */
  readonly invitationClientId?: string;
  /** Invitation mails that one organization may cause in an hour. Default 500. */
  readonly invitationsPerHour?: number;
  /** Told before an account is deleted, so that the product can erase its own data first. */
  readonly erasure?: Erasure;
  /** Receives one entry for every change, after it was done; the answer to the caller waits for it. */
  readonly audit?: (entry: AuditEntry) => unknown;
  /**
   * What the proxy remembers between requests. Proxies that are given the same one behave as one: they send no mail twice,
   * and keep the last administrator together. Without it each keeps its own, in memory.
   */
  readonly storage?: Storage;
  /** Milliseconds a request may wait for Auth0 in all, its retries included. Default 10,000. */
  readonly deadlineMs?: number;
  /** Receives one entry for every request. Nothing is logged without it. */
  readonly log?: (entry: LogEntry) => void;
  /** How to reach the tenant; the platform's `fetch` by default. */
  readonly fetch?: typeof fetch;
  readonly [allowInsecureTenant]?: true;
}

/**
 * A webhook in the manner of https://www.standardwebhooks.com: a POST with `webhook-id`, `webhook-timestamp` and
 * `webhook-signature` (`v1,` and the base64 of an HMAC-SHA256 over `id.timestamp.body`). Any answer but a 2xx stops the
 * deletion.
 */
export interface Erasure {
  /** `https:`, or `http:` on this machine. */
  readonly url: string;
  /** The key of the signature, at least 24 characters. */
  readonly secret: string;
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
  readonly sessionIdClaim: string;
  readonly dpop: 'allowed' | 'required' | 'off';
  readonly dpopNonceSecret: string | null;
  readonly publicUrl: string | null;
  readonly invitationClientId: string | null;
  readonly invitationsPerHour: number;
  readonly erasure: Erasure | null;
  readonly audit: (entry: AuditEntry) => unknown;
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
  sessionIdClaim: z.string().min(1).optional(),
  dpop: z.enum(['allowed', 'required', 'off']).optional(),
  dpopNonceSecret: z.string().min(32).optional(),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/[?#]|\/$/.test(url), 'an address without a slash at the end')
    .optional(),
  invitationClientId: z.string().min(1).optional(),
  invitationsPerHour: z.int().positive().optional(),
  erasure: z
    .object({
      url: z.url({ protocol: /^https?$/ }).refine(isPrivateToUs, 'https, or http on this machine'),
      secret: z.string().min(24),
    })
    .optional(),
  deadlineMs: z.number().positive().optional(),
});

function isPrivateToUs(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

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
    authTimeClaim: options.authTimeClaim ?? 'https://orgdesk.dev/auth_time',
    sessionIdClaim: options.sessionIdClaim ?? 'https://orgdesk.dev/session_id',
    dpop: options.dpop ?? 'allowed',
    dpopNonceSecret: options.dpopNonceSecret ?? null,
    publicUrl: options.publicUrl ?? null,
    invitationClientId: options.invitationClientId ?? null,
    invitationsPerHour: options.invitationsPerHour ?? 500,
    erasure: options.erasure ?? null,
    audit: options.audit ?? (() => {}),
    deadlineMs: options.deadlineMs ?? 10_000,
    log: options.log ?? (() => {}),
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  };
}
