/** The border between Auth0's snake_case answers and ours. What a schema does not name goes no further. */
import { z } from 'zod';
import { metadataKey, rootAttributes } from '../../../src/policy/index.js';
import type {
  Attribute,
  AttributeSync,
  AttributeValues,
  Change,
  FieldValue,
  Verification,
} from '../../../src/policy/index.js';

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const metadata = z.record(z.string(), z.unknown()).nullish();

export const userSchema = z.object({
  user_id: z.string(),
  name: z.string().nullish(),
  given_name: z.string().nullish(),
  family_name: z.string().nullish(),
  nickname: z.string().nullish(),
  picture: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: optional(z.union([z.boolean(), z.stringbool()])),
  phone_number: z.string().nullish(),
  phone_verified: optional(z.boolean()),
  username: z.string().nullish(),
  blocked: z.boolean().nullish(),
  identities: z.array(z.object({ connection: z.string(), provider: z.string() })).nullish(),
  user_metadata: metadata,
  app_metadata: metadata,
});

export interface User {
  readonly userId: string;
  readonly blocked: boolean;
  /** `identities[0]`: whose attributes the profile shows. `null` for a record that has none. */
  readonly primaryIdentity: { readonly connectionName: string; readonly provider: string } | null;
  readonly values: AttributeValues;
  readonly verification: Verification;
}

export function toUser(user: z.infer<typeof userSchema>): User {
  const identity = user.identities?.[0];
  const roots = rootAttributes.map((attribute) => [attribute, user[attribute] ?? null] as const);
  return {
    userId: user.user_id,
    blocked: user.blocked ?? false,
    primaryIdentity: identity ? { connectionName: identity.connection, provider: identity.provider } : null,
    values: Object.fromEntries([
      ...roots,
      ...metadataValues('user_metadata', user.user_metadata),
      ...metadataValues('app_metadata', user.app_metadata),
    ]),
    verification: { email: user.email_verified ?? false, phoneNumber: user.phone_verified ?? false },
  };
}

/** Values of a shape no field can show (nested objects) read as not set. */
function metadataValues(
  store: 'user_metadata' | 'app_metadata',
  values: Record<string, unknown> | null | undefined,
): [Attribute, FieldValue][] {
  return Object.entries(values ?? {}).map(([key, value]) => [`${store}.${key}`, asFieldValue(value)]);
}

function asFieldValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

type UserPatch = Record<string, unknown>;

/**
 * The body of `PATCH /api/v2/users/{id}`. Metadata is merged by Auth0 at its first level and `null` deletes a key;
 * an empty metadata object would wipe everything, so one is only ever sent with a key in it.
 */
export function toUserPatch(changes: readonly Change[]): UserPatch {
  const patch: UserPatch = {};
  const stores: Partial<Record<'user_metadata' | 'app_metadata', [string, FieldValue][]>> = {};
  for (const { attribute, value } of changes) {
    const metadata = metadataKey(attribute);
    if (metadata) (stores[metadata.store] ??= []).push([metadata.key, value]);
    else Object.assign(patch, rootPatch(attribute, value));
  }
  for (const [store, entries] of Object.entries(stores)) patch[store] = Object.fromEntries(entries);
  return patch;
}

/** A new address or number is nobody's proven own: the old verification must not be inherited. */
function rootPatch(attribute: Attribute, value: FieldValue): UserPatch {
  if (attribute === 'email') return { email: value, email_verified: false, verify_email: true };
  if (attribute === 'phone_number') return { phone_number: value, phone_verified: false };
  return { [attribute]: value };
}

export const organizationSchema = z.object({
  id: z.string(),
  name: z.string(),
  display_name: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish().catch(null),
});

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export function toOrganization(organization: z.infer<typeof organizationSchema>): Organization {
  return {
    id: organization.id,
    name: organization.name,
    displayName: organization.display_name ?? null,
    metadata: organization.metadata ?? {},
  };
}

export const enabledConnectionSchema = z.object({
  connection_id: z.string(),
  assign_membership_on_login: z.boolean().nullish(),
  is_signup_enabled: z.boolean().nullish(),
  connection: z.object({ name: z.string(), strategy: z.string() }),
});

export interface EnabledConnection {
  readonly connectionId: string;
  readonly name: string;
  readonly strategy: string;
  /** Whether people can come in without being invited: by signing up, or just by signing in. */
  readonly admitsAnyone: boolean;
}

export function toEnabledConnection(row: z.infer<typeof enabledConnectionSchema>): EnabledConnection {
  return {
    connectionId: row.connection_id,
    name: row.connection.name,
    strategy: row.connection.strategy,
    admitsAnyone: row.assign_membership_on_login === true || row.is_signup_enabled === true,
  };
}

/** Part of the connection exactly when it is present, whether or not people may sign in with it. */
const flexibleAttribute = z
  .object({
    validation: z.object({ min_length: z.number().nullish(), max_length: z.number().nullish() }).nullish(),
  })
  .nullish();

export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  strategy: z.string(),
  display_name: z.string().nullish(),
  options: z
    .object({
      set_user_root_attributes: z.string().nullish(),
      import_mode: z.boolean().nullish(),
      enabledDatabaseCustomization: z.boolean().nullish(),
      requires_username: z.boolean().nullish(),
      validation: z
        .object({ username: z.object({ min: z.number().nullish(), max: z.number().nullish() }).nullish() })
        .nullish(),
      // https://auth0.com/docs/authenticate/database-connections/flexible-identifiers-and-attributes
      attributes: z.object({ username: flexibleAttribute, phone_number: flexibleAttribute }).nullish(),
    })
    .nullish(),
});

export interface Connection {
  readonly name: string;
  readonly displayName: string | null;
  readonly attributeSync: AttributeSync;
  readonly userStore: 'auth0' | 'external';
  readonly hasUsername: boolean;
  readonly hasPhoneNumber: boolean;
  readonly usernameLength: { readonly min: number; readonly max: number };
}

/** Auth0's default is the strictest of the three, and so is ours for a word we do not know. */
const syncModes: Readonly<Record<string, AttributeSync>> = {
  on_each_login: 'each-login',
  on_first_login: 'first-login',
  never_on_login: 'never',
};

export function toConnection(connection: z.infer<typeof connectionSchema>): Connection {
  const { options } = connection;
  const username = options?.attributes?.username;
  const legacy = options?.validation?.username;
  return {
    name: connection.name,
    displayName: connection.display_name ?? null,
    attributeSync: syncModes[options?.set_user_root_attributes ?? ''] ?? 'each-login',
    userStore:
      options?.enabledDatabaseCustomization === true && options.import_mode !== true ? 'external' : 'auth0',
    hasUsername: options?.requires_username === true || username != null,
    hasPhoneNumber: options?.attributes?.phone_number != null,
    // https://auth0.com/docs/authenticate/database-connections/require-username
    usernameLength: {
      min: username?.validation?.min_length ?? legacy?.min ?? 1,
      max: username?.validation?.max_length ?? legacy?.max ?? 15,
    },
  };
}

export const scimSchema = z.object({ mapping: z.array(z.object({ auth0: z.string().nullish() })).nullish() });

/** https://auth0.com/docs/authenticate/protocols/scim/configure-inbound-scim: the mapping names what SCIM writes. */
export function toDirectoryOwned({ mapping }: z.infer<typeof scimSchema>): readonly Attribute[] {
  const mapped = new Set(mapping?.map((row) => row.auth0));
  return rootAttributes.filter((attribute) => mapped.has(attribute));
}
