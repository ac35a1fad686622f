/** Users: the border between Auth0's snake_case and ours. What a schema does not name goes no further. */
import { z } from 'zod';
import { metadataKey, rootAttributes } from '../../../../src/policy/index.js';
import type {
  Attribute,
  AttributeValues,
  Change,
  FieldValue,
  Verification,
} from '../../../../src/policy/index.js';

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
  last_login: optional(z.string()),
  created_at: optional(z.string()),
  identities: z.array(z.object({ connection: z.string(), provider: z.string() })).nullish(),
  user_metadata: metadata,
  app_metadata: metadata,
});

export interface User {
  readonly userId: string;
  readonly blocked: boolean;
  /** RFC 3339. */
  readonly lastLogin: string | null;
  readonly createdAt: string | null;
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
    lastLogin: user.last_login ?? null,
    createdAt: user.created_at ?? null,
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
