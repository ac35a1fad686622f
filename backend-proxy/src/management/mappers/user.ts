/** Maps users between Auth0's snake_case and ours. Properties that the schema doesn't name go no further. */
import { z } from 'zod';
import { jsonBytes, metadataPatch, metadataPath, rootAttributes } from '../../../../src/policy/index.js';
import type {
  Attribute,
  AttributeValues,
  Change,
  FieldValue,
  MetadataStore,
  Verification,
} from '../../../../src/policy/index.js';
import { lenient } from './lenient.js';

const stored = z.unknown().optional();

/**
 * Only the id has to be there: connections, imports and Actions store values of any shape, and one of them must not
 * make the user unreadable.
 */
const userShape = z.object({
  profile_bytes: z.number(),
  user_id: z.string().min(1),
  name: stored,
  given_name: stored,
  family_name: stored,
  nickname: stored,
  picture: stored,
  email: stored,
  email_verified: stored,
  phone_number: stored,
  phone_verified: stored,
  username: stored,
  blocked: stored,
  last_login: lenient(z.string()),
  created_at: lenient(z.string()),
  identities: lenient(z.array(z.unknown())),
  user_metadata: stored,
  app_metadata: stored,
});
/** Counts what the API returns before unnamed properties are dropped. */
export const userSchema = z.preprocess(
  (row) => (isRecord(row) ? { ...row, profile_bytes: jsonBytes(row) } : row),
  userShape,
);

const isRecord = (row: unknown): row is object => typeof row === 'object' && row !== null;

const identitySchema = z.object({ connection: z.string(), provider: z.string() });

export interface User {
  readonly userId: string;
  readonly blocked: boolean;
  /** RFC 3339. */
  readonly lastLogin: string | null;
  readonly createdAt: string | null;
  /** `identities[0]`, whose attributes the profile shows. `null` if it is missing or unreadable. */
  readonly primaryIdentity: { readonly connectionName: string; readonly provider: string } | null;
  /** Connections of the other identities, which are linked to the primary one. */
  readonly linkedConnections: readonly string[];
  readonly values: AttributeValues;
  /** Size of what was read: of the whole profile, unless it comes from a list. */
  readonly profileBytes: number;
  readonly verification: Verification;
}

export function toUser(user: z.infer<typeof userSchema>): User {
  // Never the second identity in place of an unreadable first one: other rules apply to it.
  const identity = identitySchema.safeParse(user.identities?.[0]).data;
  const roots = rootAttributes.map((attribute) => [attribute, user[attribute]] as const);
  return {
    userId: user.user_id,
    blocked: isTruthy(user.blocked),
    lastLogin: user.last_login ?? null,
    createdAt: user.created_at ?? null,
    primaryIdentity: identity ? { connectionName: identity.connection, provider: identity.provider } : null,
    linkedConnections: (user.identities ?? []).slice(1).flatMap((linked) => {
      const { data } = identitySchema.safeParse(linked);
      return data ? [data.connection] : [];
    }),
    values: Object.fromEntries([
      ...roots,
      ...metadataValues('user_metadata', user.user_metadata),
      ...metadataValues('app_metadata', user.app_metadata),
    ]),
    profileBytes: user.profile_bytes,
    verification: { email: isTruthy(user.email_verified), phoneNumber: isTruthy(user.phone_verified) },
  };
}

/**
 * Auth0 takes any non-empty string for true: a common workaround maps the address itself into `email_verified`.
 * https://github.com/auth0/auth0-python/issues/789
 */
function isTruthy(value: unknown): boolean {
  return typeof value === 'string' ? !/^(?:|false|0)$/i.test(value) : Boolean(value);
}

function metadataValues(store: MetadataStore, metadata: unknown): [Attribute | MetadataStore, unknown][] {
  if (metadata === undefined || metadata === null) return [];
  if (!isRecord(metadata) || Array.isArray(metadata)) return [[store, metadata]];
  return Object.entries(metadata).map(([key, value]) => [`${store}.${key}`, value]);
}

export type UserPatch = Record<string, unknown>;

/**
 * Builds the body of `PATCH /api/v2/users/{id}`. Auth0 merges metadata at its first level, and `null` deletes a key. An
 * empty metadata object would wipe everything, so none is sent without a key in it.
 * @param values - The stored values: an object in metadata is sent with every member that it has.
 */
export function toUserPatch(changes: readonly Change[], values: AttributeValues): UserPatch {
  const patch: UserPatch = {};
  for (const { attribute, value, alsoName } of changes) {
    if (metadataPath(attribute)) continue;
    Object.assign(patch, rootPatch(attribute, value), alsoName && { name: value });
  }
  return { ...patch, ...metadataPatch(changes, values) };
}

/** A new email address or phone number must not inherit the verification of the old one. */
function rootPatch(attribute: Attribute, value: FieldValue): UserPatch {
  if (attribute === 'email') return { email: value, email_verified: false, verify_email: true };
  if (attribute === 'phone_number') return { phone_number: value, phone_verified: false };
  return { [attribute]: value };
}
