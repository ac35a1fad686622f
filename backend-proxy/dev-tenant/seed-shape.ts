import { z } from 'zod';
import { clientShape } from './seed-clients.js';

const json = z.record(z.string(), z.unknown());
const timestamp = z.iso.datetime();

const profile = z.strictObject({
  email: z.string().optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  nickname: z.string().optional(),
  picture: z.string().optional(),
});

const methodTypes: ReadonlySet<string> = new Set([
  'totp',
  'phone',
  'email',
  'push',
  'recovery-code',
  'webauthn-roaming',
  'webauthn-platform',
  'passkey',
]);
const authenticationMethod = z.strictObject({
  id: z.string().min(1),
  type: z.string().refine((type) => methodTypes.has(type), `must be one of ${[...methodTypes].join(', ')}`),
  name: z.string().max(20).optional(),
  phone_number: z.string().optional(),
  created_at: timestamp.default('2026-02-01T09:00:00.000Z'),
  last_auth_at: timestamp.optional(),
});

const user = profile.extend({
  user_id: z.string().regex(/^[^|]+\|.+$/, 'must read provider|id'),
  /** Name of the user's connection. */
  connection: z.string(),
  email_verified: z.boolean().default(true),
  username: z.string().optional(),
  phone_number: z.string().optional(),
  phone_verified: z.boolean().optional(),
  user_metadata: json.optional(),
  app_metadata: json.optional(),
  blocked: z.boolean().optional(),
  created_at: timestamp.default('2026-01-05T09:00:00.000Z'),
  last_login: timestamp.optional(),
  logins_count: z.int().nonnegative().default(0),
  password: z.string().default('orgdesk'),
  /** Locked out by brute-force protection, which is independent of `blocked`. */
  locked_out: z.boolean().default(false),
  /** Second factors and passkeys. */
  authentication_methods: z.array(authenticationMethod).default([]),
  /** Profile that the identity provider sends at login. Default: the values above. */
  upstream: profile.optional(),
  /** A short note for people choosing a persona. */
  note: z.string().default(''),
});

export const organizationName = z
  .string()
  .regex(/^[a-z0-9_-]{1,50}$/, 'must be lower case letters, digits, - or _');
export const organizationMetadata = z
  .record(z.string(), z.string().max(255))
  .refine((entries) => Object.keys(entries).length <= 25, 'At most 25 metadata properties are allowed');

const organization = z.strictObject({
  id: z.string().regex(/^org_[A-Za-z0-9]{16}$/, 'must be org_ and 16 letters or digits'),
  name: organizationName,
  display_name: z.string(),
  branding: z
    .strictObject({ logo_url: z.url().optional(), colors: z.record(z.string(), z.string()).optional() })
    .optional(),
  metadata: organizationMetadata.optional(),
});

/**
 * Auth0 silently ignores these claim names in Actions:
 * https://auth0.com/docs/secure/tokens/json-web-tokens/create-custom-claims
 */
const restrictedClaims =
  /^(acr|act|active|amr|at_hash|ath|attest|aud|auth_time|authorization_details|azp|c_hash|client_id|cnf|cty|dest|entitlements|events|exp|groups|gty|htm|htu|iat|internalService|iss|jcard|jku|jti|jwe|jwk|kid|may_act|mky|nbf|nonce|object_id|org_id|org_name|orig|origid|permissions|roles|rph|s_hash|sid|sip_\w+|sub|sub_jwk|toe|txn|typ|uuid|vot|vtm|x5t#S256)$/;
const claimName = z
  .string()
  .min(1)
  .refine((name) => !restrictedClaims.test(name), 'Auth0 lets no Action make a claim of that name');

const settings = z.strictObject({
  /** Whether the product's applications and API exist. `false` is a tenant that no one has set up. */
  product: z.boolean().default(true),
  /** Whether the tenant has an email provider of its own. */
  email_provider: z.boolean().default(true),
  /** Lifetime of access tokens in seconds. */
  access_token_lifetime: z.int().positive().default(86_400),
  /** Idle and absolute lifetime of sessions in seconds. The plan sets maximums. */
  session_lifetime: z
    .strictObject({ idle: z.int().positive().optional(), absolute: z.int().positive().optional() })
    .optional(),
  /** Claims that a post-login Action adds to access tokens, by claim name. Default: no Action. */
  action: z.strictObject({ auth_time: claimName.optional(), session_id: claimName.optional() }).optional(),
  /** Whether the product's API accepts only tokens bound to a key (DPoP). */
  proof_of_possession: z
    .strictObject({
      mechanism: z.enum(['none', 'dpop']).default('dpop'),
      required: z.boolean().default(false),
    })
    .prefault({}),
  /** Scopes of the proxy's machine client. Default: everything the proxy can use. */
  machine_scopes: z.array(z.string()).optional(),
  /** Same as `allow_organization_name_in_authentication_api`: a name works like an ID, and tokens include it. */
  organization_names: z.boolean().default(true),
  /** URLs of the product's own app, in addition to all URLs on localhost and 127.0.0.1. */
  callbacks: z.array(z.url()).default([]),
  logout_urls: z.array(z.url()).default([]),
  web_origins: z.array(z.url()).default([]),
});

const invitation = z.strictObject({
  id: z.string().regex(/^uinv_[A-Za-z0-9]{16}$/, 'must be uinv_ and 16 letters or digits'),
  organization_id: z.string(),
  email: z.email(),
  inviter: z.string().min(1),
  connection_id: z.string().optional(),
  roles: z.array(z.string()).default([]),
  created_at: timestamp,
  expires_at: timestamp,
});

/** Ten times Auth0's limit for an organization. */
const crowdSize = z.int().nonnegative().max(1_000_000);

export const seedShape = z.strictObject({
  settings: settings.prefault({}),
  /** Additional applications; `dev-tenant-spa` always exists. */
  clients: z.array(clientShape).default([]),
  connections: z
    .array(
      z.strictObject({
        id: z.string().startsWith('con_'),
        name: z.string(),
        strategy: z.string(),
        display_name: z.string().optional(),
        options: json.default({}),
        /** A directory that provisions users through SCIM; absent if none is set up. */
        scim: z
          .strictObject({ mapping: z.array(z.strictObject({ auth0: z.string(), scim: z.string() })) })
          .optional(),
        /** Google Directory Sync; absent if it isn't set up. */
        directory_provisioning: z
          .strictObject({ mapping: z.array(z.strictObject({ auth0: z.string(), idp: z.string() })) })
          .optional(),
      }),
    )
    .default([]),
  roles: z
    .array(
      z.strictObject({
        id: z.string().startsWith('rol_'),
        name: z.string(),
        description: z.string().default(''),
        permissions: z.array(z.string()).default([]),
        /** The organization that the role belongs to. Default: none, the role is the tenant's. */
        owner_id: z.string().optional(),
      }),
    )
    .default([]),
  organizations: z.array(organization).default([]),
  enabled_connections: z
    .array(
      z.strictObject({
        organization_id: z.string(),
        connection_id: z.string(),
        assign_membership_on_login: z.boolean().default(false),
        is_signup_enabled: z.boolean().default(false),
        show_as_button: z.boolean().default(false),
      }),
    )
    .default([]),
  users: z.array(user).default([]),
  memberships: z
    .array(
      z.strictObject({
        organization_id: z.string(),
        user_id: z.string(),
        roles: z.array(z.string()).default([]),
        /** Roles through a group of the identity provider, which manages them. */
        group_roles: z.array(z.strictObject({ role: z.string(), group: z.string() })).default([]),
      }),
    )
    .default([]),
  /** Generated members, the same on every start: see `crowd/people-of-crowd.ts`. */
  crowds: z.array(z.strictObject({ organization_id: z.string(), size: crowdSize })).default([]),
  /** Invitations sent before the start and not used yet. */
  invitations: z.array(invitation).default([]),
});
