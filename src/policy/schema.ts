/**
 * The policy file's shape. Plain data, checked once when the proxy starts; unknown keys are refused, because a
 * misspelt `"effekt": "deny"` that is silently ignored is a hole.
 */
import { z } from 'zod';
import {
  actions,
  attributeSyncModes,
  fieldKinds,
  lockReasons,
  operations,
  provisionings,
  rootAttributes,
  type Attribute,
} from './vocabulary.js';

/** The actor every policy has without declaring it: the target is the caller. */
export const self = 'self';

const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'a name: a letter, then letters, digits or dashes');
const localizedText = z.record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.string().max(500));

/** Auth0 refuses `.` and `$` in metadata names. https://auth0.com/docs/manage-users/user-accounts/metadata/metadata-fields-data */
const metadataAttribute = /^(user|app)_metadata\.(?!__proto__$|constructor$|prototype$)[^.$]{1,64}$/;

const attribute = z.custom<Attribute>(
  (value) =>
    typeof value === 'string' &&
    ((rootAttributes as readonly string[]).includes(value) || metadataAttribute.test(value)),
  `an attribute: one of ${rootAttributes.join(', ')}, user_metadata.<name> or app_metadata.<name>`,
);

const choice = z.union([
  z.string().min(1).max(200),
  z.strictObject({ value: z.string().min(1).max(200), label: localizedText.optional() }),
]);

const constraints = z.strictObject({
  required: z.boolean().optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(1).optional(),
  choices: z.array(choice).min(1).max(500).optional(),
  min: z.union([z.number(), z.iso.date()]).optional(),
  max: z.union([z.number(), z.iso.date()]).optional(),
});

const group = z.strictObject({ label: localizedText });

const field = z.strictObject({
  /** Where Auth0 keeps it. */
  attribute,
  kind: z.enum(fieldKinds),
  group: name,
  label: localizedText,
  help: localizedText.optional(),
  constraints: constraints.optional(),
  /** An HTML autofill token, where the attribute does not say it already. */
  autocomplete: z.string().max(60).optional(),
});

const actor = z.strictObject({
  /** Any of these in the access token makes the caller this actor. */
  permissions: z.array(z.string().min(1)).min(1),
});

/** A closed vocabulary, never code. Each key narrows; within a key any value will do. */
const when = z.strictObject({
  /** A class, a strategy or a connection's name. */
  connection: z.array(z.string().min(1)).min(1).optional(),
  provisioning: z.array(z.enum(provisionings)).min(1).optional(),
  attributeSync: z.array(z.enum(attributeSyncModes)).min(1).optional(),
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
    when: when.optional(),
    reason: z.enum(lockReasons).optional(),
  })
  .refine((r) => (r.actions === undefined) === (r.fields === undefined), 'actions and fields belong together')
  .refine(
    (r) => (r.actions === undefined) !== (r.operations === undefined),
    'a rule is about fields or operations',
  )
  .refine((r) => r.reason === undefined || r.effect === 'deny', 'only a denial has a reason');

const document = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  actors: z.record(name, actor),
  groups: z.record(name, group),
  fields: z.record(name, field),
  rules: z.array(rule),
});

/** A policy as it is written: JSON, or a TypeScript object. */
export type PolicyDocument = DeepReadonly<z.input<typeof document>>;
export type Policy = DeepReadonly<z.output<typeof document>>;
export type Field = Policy['fields'][string];
export type Rule = Policy['rules'][number];
export type When = NonNullable<Rule['when']>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** One thing wrong with a policy file. `path` reads like code: `rules[2].fields[0]`. */
export interface PolicyIssue {
  readonly path: string;
  readonly message: string;
}

/** Thrown for a policy that must not be served; the message lists every issue. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly issues: readonly PolicyIssue[];
  constructor(issues: readonly PolicyIssue[]) {
    super(
      ['The policy is not valid:', ...issues.map((issue) => `  ${issue.path}: ${issue.message}`)].join('\n'),
    );
    this.issues = issues;
  }
}

/**
 * The only way to a {@link Policy}: shape, then references. The result is frozen, since every request is judged by it.
 * @throws PolicyError naming every issue with its path.
 */
export function parsePolicy(input: unknown): Policy {
  const parsed = document.safeParse(input);
  if (!parsed.success) {
    throw new PolicyError(
      parsed.error.issues.map((issue) => ({ path: formatPath(issue.path), message: issue.message })),
    );
  }
  const issues = checkReferences(parsed.data);
  if (issues.length > 0) throw new PolicyError(issues);
  return deepFreeze(parsed.data);
}

/** What zod cannot see: names that point nowhere, ids used twice, two fields over one attribute. */
function checkReferences(policy: z.output<typeof document>): PolicyIssue[] {
  const issues: PolicyIssue[] = [];
  const fail = (path: string, message: string) => issues.push({ path, message });

  if (Object.hasOwn(policy.actors, self))
    fail(`actors.${self}`, `"${self}" is built in and cannot be declared`);

  const owners = new Map<string, string>();
  for (const [fieldName, { attribute, group, kind, constraints }] of Object.entries(policy.fields)) {
    if (!Object.hasOwn(policy.groups, group)) fail(`fields.${fieldName}.group`, `no group "${group}"`);
    const owner = owners.get(attribute);
    if (owner)
      fail(`fields.${fieldName}.attribute`, `"${attribute}" already belongs to the field "${owner}"`);
    owners.set(attribute, fieldName);
    if ((kind === 'choice' || kind === 'multi-choice') && !constraints?.choices) {
      fail(`fields.${fieldName}.constraints`, `a ${kind} needs "choices"`);
    }
  }

  const ids = new Set<string>();
  policy.rules.forEach((rule, index) => {
    const at = `rules[${index}]`;
    if (ids.has(rule.id)) fail(`${at}.id`, `"${rule.id}" is used twice`);
    ids.add(rule.id);
    rule.actors.forEach((actorName, i) => {
      if (actorName !== self && !Object.hasOwn(policy.actors, actorName)) {
        fail(`${at}.actors[${i}]`, `no actor "${actorName}"`);
      }
    });
    rule.fields?.forEach((fieldName, i) => {
      if (fieldName !== '*' && !Object.hasOwn(policy.fields, fieldName)) {
        fail(`${at}.fields[${i}]`, `no field "${fieldName}"`);
      }
    });
  });
  return issues;
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

function deepFreeze<T>(value: T): DeepReadonly<T> {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value as DeepReadonly<T>;
}
