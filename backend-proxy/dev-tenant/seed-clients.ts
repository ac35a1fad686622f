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

/** A public application: a single-page or native one, with PKCE and rotating refresh tokens. In Auth0's words. */
export const clientShape = z.strictObject({
  client_id: z.string().min(1),
  name: z.string().default(''),
  callbacks: urls,
  allowed_logout_urls: urls,
  web_origins: urls,
  /** Every URL on this machine counts as registered too, for trials and tests that choose their ports freely. */
  local_urls: z.boolean().default(false),
  /** Somebody else's application asks people for their consent. */
  is_first_party: z.boolean().default(true),
  organization_usage: z.enum(['deny', 'allow', 'require']).default('deny'),
  organization_require_behavior: z
    .enum(['no_prompt', 'pre_login_prompt', 'post_login_prompt'])
    .default('no_prompt'),
  /** In seconds; the defaults are those of a new single-page application. */
  refresh_token: z
    .strictObject({
      token_lifetime: z.int().positive().default(2_592_000),
      idle_token_lifetime: z.int().positive().default(1_296_000),
      /** How long a token that was used may be used again, for an answer that got lost. */
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
