import { z } from 'zod';

const urls = z.array(z.url()).default([]);

/** https://auth0.com/docs/authenticate/login/logout/back-channel-logout/oidc-back-channel-logout-initiators */
export const logoutInitiators = [
  'rp-logout',
  'idp-logout',
  'password-changed',
  'session-expired',
  'session-revoked',
  'account-deleted',
  'email-identifier-changed',
] as const;

export const appTypes = ['spa', 'native', 'regular_web', 'non_interactive'] as const;
export const authenticationMethods = ['none', 'client_secret_post', 'client_secret_basic'] as const;
/** Auth0 takes no other scheme, and no localhost. */
export const loginRoute = z
  .url({ protocol: /^https$/ })
  .refine((url) => new URL(url).hostname !== 'localhost', 'it cannot point to localhost');

/**
 * An application, with Auth0's property names. Default: a public one (single-page or native) with PKCE and rotating refresh
 * tokens.
 */
export const clientShape = z.strictObject({
  client_id: z.string().min(1),
  name: z.string().default(''),
  description: z.string().optional(),
  app_type: z.enum(appTypes).default('spa'),
  token_endpoint_auth_method: z.enum(authenticationMethods).default('none'),
  /** For the methods other than `none`. */
  client_secret: z.string().min(1).optional(),
  grant_types: z.array(z.string().min(1)).default(['authorization_code', 'refresh_token']),
  oidc_conformant: z.boolean().default(true),
  /** Where invitations lead. Default: the login route of the tenant. */
  initiate_login_uri: loginRoute.optional(),
  /** Whether the application only gets tokens that are bound to a key (DPoP). */
  require_proof_of_possession: z.boolean().default(false),
  callbacks: urls,
  allowed_logout_urls: urls,
  web_origins: urls,
  /** Also accepts every URL on this machine, for demos and tests with dynamic ports. */
  local_urls: z.boolean().default(false),
  /** Third-party applications ask users for consent. */
  is_first_party: z.boolean().default(true),
  organization_usage: z.enum(['deny', 'allow', 'require']).default('deny'),
  organization_require_behavior: z
    .enum(['no_prompt', 'pre_login_prompt', 'post_login_prompt'])
    .default('no_prompt'),
  /** In seconds. Defaults are those of a new single-page application. */
  refresh_token: z
    .strictObject({
      /** Tokens rotate in either case. */
      rotation_type: z.enum(['rotating', 'non-rotating']).default('rotating'),
      expiration_type: z.enum(['expiring', 'non-expiring']).default('expiring'),
      token_lifetime: z.int().positive().default(2_592_000),
      idle_token_lifetime: z.int().positive().default(1_296_000),
      /** Seconds a used token stays valid, in case the response got lost. */
      leeway: z.int().nonnegative().default(0),
    })
    .prefault({}),
  oidc_logout: z
    .strictObject({
      backchannel_logout_urls: urls,
      backchannel_logout_initiators: z
        .strictObject({
          mode: z.enum(['custom', 'all']).default('custom'),
          selected_initiators: z.array(z.enum(logoutInitiators)).default([]),
        })
        .prefault({}),
    })
    .prefault({}),
});
