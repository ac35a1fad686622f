/**
 * Schema of the policy file. Unknown keys are rejected, because ignoring a misspelled `"effekt": "deny"` would open a
 * hole.
 */
import { z } from 'zod';
import { mostItems } from '../check-value.js';
import {
  actions,
  attributeSyncModes,
  fieldKinds,
  operations,
  provisionings,
  rootAttributes,
  ruleReasons,
  type Attribute,
} from '../vocabulary.js';

/** The built-in actor: a caller who is the target. */
export const self = 'self';

const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'a name: a letter, then letters, digits or dashes');
const localizedText = z
  .record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.string().max(500))
  .describe('Text by language: { "en": "Job title", "de": "Position" }');

/**
 * Auth0 refuses `.` and `$` in metadata names, so a dot leads into an object.
 * https://auth0.com/docs/manage-users/user-accounts/metadata/metadata-fields-data
 */
const metadataName =
  '(?:user|app)_metadata(?:\\.(?!(?:__proto__|constructor|prototype)(?:\\.|$))[^.$]{1,64}){1,5}';
const attribute = z
  .string()
  .regex(
    new RegExp(`^(?:${rootAttributes.join('|')}|${metadataName})$`),
    `an attribute: one of ${rootAttributes.join(', ')}, user_metadata.<name> or app_metadata.<name>, or a member of an object there`,
  )
  .describe(
    'Where Auth0 keeps the value: a root attribute, user_metadata.<name> or app_metadata.<name>; more names lead into objects',
  )
  .transform((value) => value as Attribute);

const choice = z.union([
  z.string().min(1).max(200),
  z.strictObject({ value: z.string().min(1).max(200), label: localizedText.optional() }),
]);

const constraints = z.strictObject({
  required: z.boolean().optional(),
  minLength: z.int().min(0).optional().describe('In characters, as people count them'),
  maxLength: z.int().min(1).optional().describe('In characters, as people count them'),
  pattern: z
    .string()
    .max(200)
    .optional()
    .describe('Over the whole text; characters, classes and quantifiers only'),
  prohibited: z.string().min(1).max(100).optional().describe('Characters the text must not contain'),
  singleScript: z
    .literal(true)
    .optional()
    .describe('Refuses Latin letters mixed with Cyrillic or Greek look-alikes'),
  choices: z.array(choice).min(1).max(500).optional(),
  maxItems: z
    .int()
    .min(1)
    .max(mostItems)
    .optional()
    .describe('Of a list; the other limits apply to each item'),
  min: z.union([z.number(), z.iso.date()]).optional(),
  max: z.union([z.number(), z.iso.date()]).optional(),
});

const group = z.strictObject({ label: localizedText });

const field = z.strictObject({
  attribute,
  kind: z.enum(fieldKinds),
  group: name,
  label: localizedText,
  help: localizedText.optional(),
  constraints: constraints.optional(),
  autocomplete: z
    .string()
    .max(60)
    .optional()
    .describe('An HTML autofill token, where the attribute does not imply it'),
});

const actor = z.strictObject({
  permissions: z
    .array(z.string().min(1))
    .min(1)
    .describe('Any of these in the access token makes the caller this actor'),
});

/** Conditions, never code. Every key has to match; within a key, one value is enough. */
const when = z.strictObject({
  connection: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("A class, a strategy or a connection's name"),
  provisioning: z.array(z.enum(provisionings)).min(1).optional(),
  attributeSync: z.array(z.enum(attributeSyncModes)).min(1).optional(),
  organization: z.array(z.string().min(1)).min(1).optional().describe('An id, or key=value of its metadata'),
  targetRole: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('The name of a role the person has there'),
});

const rule = z
  .strictObject({
    id: name,
    effect: z.enum(['allow', 'deny']),
    actors: z.array(name).min(1),
    actions: z.array(z.enum(actions)).min(1).optional(),
    fields: z
      .array(z.union([z.literal('*'), name]))
      .min(1)
      .optional(),
    operations: z.array(z.enum(operations)).min(1).optional(),
    masked: z
      .literal(true)
      .optional()
      .describe('Shown in part only, unless another rule allows all of it; of an allowance to read'),
    when: when.optional(),
    reason: z.enum(ruleReasons).optional().describe('What a person is told; of a denial only'),
  })
  .refine((r) => (r.actions === undefined) === (r.fields === undefined), 'actions and fields belong together')
  .refine(
    (r) => (r.actions === undefined) !== (r.operations === undefined),
    'a rule is about fields or operations',
  )
  .refine((r) => r.reason === undefined || r.effect === 'deny', 'only a denial has a reason')
  .refine(
    (r) =>
      r.masked === undefined ||
      (r.effect === 'allow' && (r.actions?.every((action) => action === 'read') ?? false)),
    'only an allowance to read, and to nothing else, can be masked',
  );

const stepUp = z.strictObject({
  maxAge: z.int().min(0).max(86_400).describe('Seconds the sign-in may be old'),
  for: z
    .array(z.union([z.enum(operations), z.string().regex(/^field:/, 'an operation, or field:<name>')]))
    .min(1),
});

/** Safeguards are on by default, so that turning one off is deliberate. */
const safeguards = z.strictObject({
  lastAdmin: z
    .boolean()
    .default(true)
    .describe('Refuses to remove, block or delete the last admin of an organization'),
  sharedUsers: z
    .enum(['membership-only', 'unrestricted'])
    .default('membership-only')
    .describe('What admins can do to people who also belong to other organizations'),
  stepUp: stepUp.optional().describe('What needs a recent sign-in'),
  deletionDelay: z
    .int()
    .min(0)
    .max(90)
    .default(0)
    .describe('Days in which people can cancel the deletion of their own account'),
  auditReason: z
    .enum(['none', 'required'])
    .default('none')
    .describe('Whether a change on behalf of someone else needs a reason'),
  invitationLinks: z
    .enum(['never', 'allowed'])
    .default('never')
    .describe('Whether people who can invite someone can also copy the link in the email'),
});

const invitations = z.strictObject({
  defaultRoles: z
    .array(z.string().min(1))
    .default([])
    .describe('Names or IDs of the roles that are preselected when someone is invited'),
});

export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  actors: z.record(name, actor),
  groups: z.record(name, group),
  fields: z.record(name, field),
  rules: z.array(rule),
  safeguards: safeguards.prefault({}),
  invitations: invitations.prefault({}),
});

/** A policy document, as written in JSON or TypeScript. */
export type PolicyDocument = DeepReadonly<z.input<typeof policySchema>>;
/** A validated policy, from {@link parsePolicy}. */
export type Policy = DeepReadonly<z.output<typeof policySchema>>;
export type Field = Policy['fields'][string];
export type Rule = Policy['rules'][number];
export type When = NonNullable<Rule['when']>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
