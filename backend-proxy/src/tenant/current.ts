/** The state of a tenant, as far as it matters here. Unknown properties are dropped. */
import { z } from 'zod';

const urls = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

export const clientSchema = z.object({
  client_id: z.string(),
  name: z.string().default(''),
  app_type: z.string().nullish(),
  is_first_party: z.boolean().default(true),
  oidc_conformant: z.boolean().default(false),
  token_endpoint_auth_method: z.string().nullish(),
  grant_types: urls,
  callbacks: urls,
  allowed_logout_urls: urls,
  web_origins: urls,
  initiate_login_uri: z.string().nullish(),
  organization_usage: z.string().nullish(),
  organization_require_behavior: z.string().nullish(),
  require_proof_of_possession: z.boolean().nullish(),
  refresh_token: z.looseObject({ rotation_type: z.string().optional() }).nullish(),
});
export type CurrentClient = z.output<typeof clientSchema>;

export const apiSchema = z.object({
  id: z.string(),
  identifier: z.string(),
  scopes: z
    .array(z.object({ value: z.string(), description: z.string().optional() }))
    .nullish()
    .transform((list) => list ?? []),
  signing_alg: z.string().default('RS256'),
  allow_offline_access: z.boolean().default(false),
  enforce_policies: z.boolean().default(false),
  token_dialect: z.string().default('access_token'),
  token_encryption: z.unknown().optional(),
  proof_of_possession: z.object({ mechanism: z.string(), required: z.boolean() }).nullish(),
  subject_type_authorization: z
    .object({ user: z.object({ policy: z.string().optional() }).optional() })
    .nullish(),
});
export type CurrentApi = z.output<typeof apiSchema>;

export const grantSchema = z.object({
  id: z.string(),
  client_id: z.string(),
  audience: z.string(),
  scope: urls,
  subject_type: z.string().nullish(),
});
export type CurrentGrant = z.output<typeof grantSchema>;

export const roleSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
});
export const permissionSchema = z.object({
  permission_name: z.string(),
  resource_server_identifier: z.string(),
});
/** A role with its permissions of the product's API. */
export interface CurrentRole extends z.output<typeof roleSchema> {
  readonly permissions: readonly string[];
}

export const actionSchema = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().default(''),
  status: z.string().optional(),
  deployed_version: z.object({ code: z.string().default('') }).nullish(),
});
export type CurrentAction = z.output<typeof actionSchema>;

export const bindingSchema = z.object({
  id: z.string(),
  display_name: z.string().default(''),
  action: z.object({ id: z.string() }),
});
export type CurrentBinding = z.output<typeof bindingSchema>;

export const settingsSchema = z.object({ default_redirection_uri: z.string().nullish() });
export const emailProviderSchema = z.object({ name: z.string(), enabled: z.boolean().default(true) });
export const organizationSchema = z.object({ id: z.string(), name: z.string() });

/** A part that some tokens can't read. */
export type Readable<T> = { readonly value: T } | { readonly refused: string };

export interface CurrentTenant {
  readonly api: CurrentApi | null;
  /** Scopes that the tenant's Management API defines. */
  readonly managementScopes: readonly string[];
  readonly app: CurrentClient | null;
  readonly proxy: CurrentClient | null;
  /** What the proxy's application can ask the Management API for. */
  readonly grant: CurrentGrant | null;
  /** Whether a grant lets people ask the product's API for tokens in the application. */
  readonly hasUserGrant: boolean;
  readonly roles: readonly CurrentRole[];
  readonly actions: readonly CurrentAction[];
  /** The flow after a sign-in, in order. */
  readonly flow: readonly CurrentBinding[];
  readonly settings: Readable<z.output<typeof settingsSchema>>;
  /** `null` if Auth0's own email is used. */
  readonly emailProvider: Readable<z.output<typeof emailProviderSchema> | null>;
}

/** An organization, as far as people can sign in to it. */
export interface CurrentOrganization {
  readonly id: string;
  readonly name: string;
  readonly connections: readonly string[];
  readonly hasAdministrator: boolean;
  /** Whether there are members that weren't looked at. */
  readonly hasMoreMembers: boolean;
}
