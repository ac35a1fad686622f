/** The environment variables of the proxy, one for every option that isn't code. */
import type { ProxyOptions } from '../options.js';

/** The policy and the storage have variables of their own. The others are functions. */
type CodeOption = 'policy' | 'storage' | 'log' | 'fetch' | 'transport' | 'audit';
/** Options that are an object have a variable for each property. */
type NestedOption = 'erasure';
type PlainOption = Exclude<keyof ProxyOptions, symbol | CodeOption | NestedOption>;
export type VariableOption = PlainOption | 'erasure.url' | 'erasure.secret';

interface Variable {
  readonly name: `ORGDESK_${string}`;
  readonly help: string;
  /** Default: the text itself. The proxy checks the value. */
  readonly parse?: (text: string) => unknown;
}

export const requiredOptions = [
  'domain',
  'audience',
  'clientId',
  'clientSecret',
] as const satisfies readonly VariableOption[];

const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const number = Number;

/** Total: an option without a variable doesn't compile. In the order of the help. */
export const optionVariables: Readonly<Record<VariableOption, Variable>> = {
  domain: { name: 'ORGDESK_DOMAIN', help: "The tenant's domain as it stands in tokens (needed)" },
  audience: { name: 'ORGDESK_AUDIENCE', help: 'The API identifier that pages ask tokens for (needed)' },
  clientId: { name: 'ORGDESK_CLIENT_ID', help: 'The machine-to-machine application (needed)' },
  clientSecret: { name: 'ORGDESK_CLIENT_SECRET', help: 'Its secret (needed)' },
  managementDomain: {
    name: 'ORGDESK_MANAGEMENT_DOMAIN',
    help: "The tenant's own domain, where the other is a custom one",
  },
  customDomains: {
    name: 'ORGDESK_CUSTOM_DOMAINS',
    help: 'Further custom domains that people sign in through, separated by commas',
    parse: list,
  },
  basePath: { name: 'ORGDESK_BASE_PATH', help: 'Where the proxy is mounted, such as /orgdesk' },
  allowedOrigins: {
    name: 'ORGDESK_ALLOWED_ORIGINS',
    help: 'Origins of pages on other hosts, separated by commas',
    parse: list,
  },
  authTimeClaim: {
    name: 'ORGDESK_AUTH_TIME_CLAIM',
    help: "The access token's claim that says when the person signed in",
  },
  sessionIdClaim: {
    name: 'ORGDESK_SESSION_ID_CLAIM',
    help: "The access token's claim that holds the session's ID",
  },
  dpop: {
    name: 'ORGDESK_DPOP',
    help: 'Whether tokens bound to a key are allowed (default), required or off',
  },
  dpopNonceSecret: {
    name: 'ORGDESK_DPOP_NONCE_SECRET',
    help: 'With it, their proofs need a nonce; the same for all instances',
  },
  publicUrl: {
    name: 'ORGDESK_PUBLIC_URL',
    help: 'Where callers find the proxy, if a gateway in front changes that',
  },
  invitationClientId: {
    name: 'ORGDESK_INVITATION_CLIENT_ID',
    help: 'The application whose login route invitations lead to',
  },
  invitationsPerHour: {
    name: 'ORGDESK_INVITATIONS_PER_HOUR',
    help: 'Invitation emails of one organization per hour; else 500',
    parse: number,
  },
  requestsPerMinute: {
    name: 'ORGDESK_REQUESTS_PER_MINUTE',
    help: 'Requests of one caller per minute; else 1200',
    parse: number,
  },
  organizationRequestsPerMinute: {
    name: 'ORGDESK_ORGANIZATION_REQUESTS_PER_MINUTE',
    help: 'Requests of one organization per minute; else 12000',
    parse: number,
  },
  deadlineMs: {
    name: 'ORGDESK_DEADLINE_MS',
    help: 'Milliseconds that a request can wait for Auth0; else 10000',
    parse: number,
  },
  'erasure.url': {
    name: 'ORGDESK_ERASURE_URL',
    help: "A webhook that erases the product's data before an account is deleted",
  },
  'erasure.secret': { name: 'ORGDESK_ERASURE_SECRET', help: 'The key of its signature' },
  activityRetentionDays: {
    name: 'ORGDESK_ACTIVITY_RETENTION_DAYS',
    help: 'Days after which entries of the activity log are deleted; else they stay',
    parse: number,
  },
  metricsToken: {
    name: 'ORGDESK_METRICS_TOKEN',
    help: 'With it, GET /metrics answers requests that bear it',
  },
};
