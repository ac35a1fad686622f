import { z } from 'zod';
import type { Connection } from '../directory.js';

/**
 * Identifiers of a database connection. Supports both generations of settings: `requires_username` with
 * `validation.username` (legacy), and the `attributes` of flexible identifiers, which take precedence.
 * https://auth0.com/docs/authenticate/database-connections/flexible-identifiers-and-attributes
 */
const allowedTypes = z.object({ email: z.boolean().optional(), phone_number: z.boolean().optional() });
const attribute = z.object({ profile_required: z.boolean().optional() });
const usernameAttribute = attribute.extend({
  validation: z
    .object({
      min_length: z.int().optional(),
      max_length: z.int().optional(),
      allowed_types: allowedTypes.optional(),
    })
    .optional(),
});
const optionsSchema = z.object({
  requires_username: z.boolean().optional(),
  validation: z.object({ username: z.object({ min: z.int(), max: z.int() }).nullish() }).optional(),
  attributes: z
    .object({
      email: attribute.extend({ unique: z.boolean().optional() }).optional(),
      username: usernameAttribute.optional(),
      phone_number: attribute.optional(),
    })
    .optional(),
});

/**
 * Returns whether users of the connection can't share an email address.
 * https://auth0.com/docs/authenticate/database-connections/non-unique-emails
 */
export function hasUniqueEmails({ options }: Connection): boolean {
  return optionsSchema.safeParse(options).data?.attributes?.email?.unique !== false;
}

export interface UsernameRules {
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
  readonly mayLookLikeEmail: boolean;
  readonly mayLookLikePhone: boolean;
}

/** `undefined` if the connection doesn't support usernames. */
export function usernameRules(connection: Connection): UsernameRules | undefined {
  const { requires_username, validation, attributes } = optionsSchema.parse(connection.options);
  const username = attributes?.username;
  if (!username && !requires_username) return undefined;
  return {
    min: username?.validation?.min_length ?? validation?.username?.min ?? 1,
    max: username?.validation?.max_length ?? validation?.username?.max ?? 15,
    required: username?.profile_required ?? requires_username ?? false,
    mayLookLikeEmail: username?.validation?.allowed_types?.email ?? false,
    mayLookLikePhone: username?.validation?.allowed_types?.phone_number ?? false,
  };
}

/** `undefined` if the connection doesn't support phone numbers. */
export function phoneAttribute(connection: Connection) {
  return optionsSchema.parse(connection.options).attributes?.phone_number;
}
