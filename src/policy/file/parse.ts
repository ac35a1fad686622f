/** Parses and validates a policy file. */
import type { z } from 'zod';
import { describeIssue, formatPath, type DocumentIssue } from './describe-issue.js';
import { checkPattern } from './pattern.js';
import { policySchema, self, type Policy } from './schema.js';
import { hint } from './suggest.js';

/** One error or warning about a policy file. */
export type PolicyIssue = DocumentIssue;

/** Thrown for an invalid policy. The message lists every issue. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly issues: readonly PolicyIssue[];
  constructor(issues: readonly PolicyIssue[]) {
    super(
      [
        'The policy is not valid:',
        ...issues.map(({ path, message }) => `  ${path || '(top)'}: ${message}`),
      ].join('\n'),
    );
    this.issues = issues;
  }
}

/**
 * Validates a policy document: first its shape, then its references. This is the only way to get a {@link Policy}. The
 * result is frozen, because every request is decided by it.
 * @param input - The document, for example from `JSON.parse`.
 * @throws {PolicyError} with every issue and its path.
 * @example const policy = parsePolicy(JSON.parse(await readFile('policy.json', 'utf8')));
 */
export function parsePolicy(input: unknown): Policy {
  const hidden = findPrototypeKeys(input, []);
  if (hidden.length > 0) throw new PolicyError(hidden);
  const parsed = policySchema.safeParse(input, { reportInput: true });
  if (!parsed.success)
    throw new PolicyError(parsed.error.issues.flatMap((issue) => describeIssue(issue, keywords)));
  const policy = parsed.data;
  const issues = [...checkFields(policy), ...checkRules(policy), ...checkSafeguards(policy)];
  if (issues.length > 0) throw new PolicyError(issues);
  return deepFreeze(policy);
}

/** Every key of the format, for suggestions. One list for all levels also finds a key that is one level off. */
const keywords = [
  'version',
  'actors',
  'groups',
  'fields',
  'rules',
  'safeguards',
  'permissions',
  'attribute',
  'kind',
  'group',
  'label',
  'help',
  'constraints',
  'autocomplete',
  'required',
  'minLength',
  'maxLength',
  'pattern',
  'prohibited',
  'singleScript',
  'choices',
  'maxItems',
  'min',
  'max',
  'id',
  'effect',
  'actions',
  'operations',
  'masked',
  'when',
  'reason',
  'connection',
  'provisioning',
  'attributeSync',
  'organization',
  'targetRole',
  'lastAdmin',
  'sharedUsers',
  'stepUp',
  'auditReason',
  'invitationLinks',
  'defaultRoles',
  'maxAge',
  'for',
  'value',
];

/** JSON.parse creates a key named `__proto__`, and zod's records drop it silently. */
function findPrototypeKeys(value: unknown, path: readonly PropertyKey[]): PolicyIssue[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return key === '__proto__'
      ? [{ path: formatPath(at), message: 'is not a name' }]
      : findPrototypeKeys(part, at);
  });
}

type Draft = z.output<typeof policySchema>;

/** Checks that zod can't express: unknown names, two fields for one attribute, patterns that could backtrack. */
function checkFields({ fields, groups }: Draft): PolicyIssue[] {
  const issues: PolicyIssue[] = [];
  const owners = new Map<string, string>();
  for (const [name, { attribute, group, kind, constraints }] of Object.entries(fields)) {
    const fail = (key: string, message: string) => issues.push({ path: `fields.${name}.${key}`, message });
    if (!Object.hasOwn(groups, group))
      fail('group', `no group "${group}"${hint(group, Object.keys(groups))}`);
    const owner = owners.get(attribute);
    if (owner) fail('attribute', `"${attribute}" already belongs to the field "${owner}"`);
    const outer = Object.entries(fields).find(([, other]) => attribute.startsWith(`${other.attribute}.`));
    if (outer)
      fail('attribute', `"${attribute}" is inside "${outer[1].attribute}" of the field "${outer[0]}"`);
    owners.set(attribute, name);
    if ((kind === 'choice' || kind === 'multi-choice') && !constraints?.choices) {
      fail('constraints', `a ${kind} needs "choices"`);
    }
    if (kind === 'list' && constraints?.choices) {
      fail('constraints.choices', 'a list takes any text; for choices, the kind is multi-choice');
    }
    if (kind !== 'list' && constraints?.maxItems !== undefined) {
      fail('constraints.maxItems', 'belongs to the kind list');
    }
    const pattern = constraints?.pattern === undefined ? null : checkPattern(constraints.pattern);
    if (pattern) fail('constraints.pattern', pattern);
  }
  return issues;
}

function checkRules({ actors, fields, rules }: Draft): PolicyIssue[] {
  const issues: PolicyIssue[] = [];
  const fail = (path: string, message: string) => issues.push({ path, message });
  const knownActors = [self, ...Object.keys(actors)];
  const knownFields = ['*', ...Object.keys(fields)];
  const ids = new Set<string>();
  if (Object.hasOwn(actors, self)) fail(`actors.${self}`, `"${self}" is built in and cannot be declared`);
  rules.forEach((rule, index) => {
    const at = `rules[${index}]`;
    if (ids.has(rule.id)) fail(`${at}.id`, `"${rule.id}" is used twice`);
    ids.add(rule.id);
    rule.actors.forEach((name, i) => {
      if (!knownActors.includes(name))
        fail(`${at}.actors[${i}]`, `no actor "${name}"${hint(name, knownActors)}`);
    });
    rule.fields?.forEach((name, i) => {
      if (!knownFields.includes(name))
        fail(`${at}.fields[${i}]`, `no field "${name}"${hint(name, knownFields)}`);
    });
  });
  return issues;
}

function checkSafeguards({ fields, safeguards }: Draft): PolicyIssue[] {
  const names = Object.keys(fields);
  return (safeguards.stepUp?.for ?? []).flatMap((word, i) => {
    const name = word.startsWith('field:') ? word.slice('field:'.length) : null;
    if (name === null || names.includes(name)) return [];
    return [{ path: `safeguards.stepUp.for[${i}]`, message: `no field "${name}"${hint(name, names)}` }];
  });
}

function deepFreeze(value: Draft): Policy {
  const freeze = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    Object.values(part).forEach(freeze);
    Object.freeze(part);
  };
  freeze(value);
  return value;
}
