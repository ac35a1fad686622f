import { z } from 'zod';

/** `null` removes the attribute. */
const removable = <T extends z.ZodType>(schema: T) => z.optional(z.nullable(schema));

// Not z.record, which would silently drop a key named __proto__; see metadata.ts for how it is handled.
const metadata = z.custom<Record<string, unknown>>().superRefine((value: unknown, context) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const expected = { code: 'invalid_type', expected: 'object', input: value } as const;
    context.addIssue(expected);
    return;
  }
  // https://auth0.com/docs/manage-users/user-accounts/metadata/metadata-fields-data
  const bad = Object.keys(value).find((key) => key.includes('.') || key.startsWith('$'));
  if (bad === undefined) return;
  context.addIssue(`Invalid property name ${bad}: it must not contain . or start with $`);
});

const strictUri = z.string().refine((text) => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text), {
  error: ({ input }) => `Object didn't pass validation for format strict-uri: ${String(input)}`,
});

// https://auth0.com/docs/manage-users/user-accounts/user-profiles/user-profile-structure
const email = z
  .email()
  .max(254)
  .refine((text) => text.indexOf('@') <= 64, {
    error: ({ input }) => `Object didn't pass validation for format email: ${String(input)}`,
  });

const phoneNumber = z.string().regex(/^\+[0-9]{1,15}$/);

/** Attributes allowed at creation. */
export const userAttributes = {
  blocked: z.boolean().optional(),
  email: email.optional(),
  email_verified: z.boolean().optional(),
  verify_email: z.boolean().optional(),
  phone_number: phoneNumber.optional(),
  phone_verified: z.boolean().optional(),
  username: z.string().min(1).max(128).optional(),
  password: z.string().min(1).optional(),
  given_name: z.string().min(1).max(150).optional(),
  family_name: z.string().min(1).max(150).optional(),
  name: z.string().min(1).max(300).optional(),
  nickname: z.string().min(1).max(300).optional(),
  picture: strictUri.optional(),
  user_metadata: metadata.optional(),
  app_metadata: metadata.optional(),
};

/** Body of `PATCH /users/{id}`. Unlike the published OpenAPI document, the API rejects unknown properties. */
export const userPatch = z
  .strictObject({
    ...userAttributes,
    email: removable(email),
    phone_number: removable(phoneNumber),
    verify_phone_number: z.boolean().optional(),
    username: removable(userAttributes.username),
    password: removable(userAttributes.password),
    given_name: removable(userAttributes.given_name),
    family_name: removable(userAttributes.family_name),
    name: removable(userAttributes.name),
    nickname: removable(userAttributes.nickname),
    picture: removable(strictUri),
    connection: z.string().min(1).optional(),
    client_id: z.string().min(1).optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'Too few properties defined (0), minimum 1');

export type UserPatch = z.infer<typeof userPatch>;
