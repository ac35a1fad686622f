/** Generated policies and questions. Every policy is valid by construction, and still goes through parsePolicy. */
import fc from 'fast-check';
import {
  metadataPatch,
  metadataPath,
  operations,
  parsePolicy,
  rootAttributes,
  type Attribute,
  type ConnectionFacts,
  type FieldKind,
  type FieldValue,
  type SessionContext,
  type Policy,
  type PolicyDocument,
  type EvaluationContext,
  type Target,
} from '../../src/policy/index.js';
import { connections } from './support.js';

/** Many for a nightly run, few for everyday: `PROPERTY_RUNS=10000 node --import tsx --test …`. */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 200);
/** `weight`: how much dearer one case is than most. */
export const runsOf = (weight = 1) => ({ numRuns: Math.max(4, Math.ceil(runs / weight)) });

type FieldInput = PolicyDocument['fields'][string];
export type RuleInput = PolicyDocument['rules'][number];
/** A policy's parts before parsing, so that a test can change one of them. */
export type Draft = Pick<PolicyDocument, 'fields' | 'rules'> &
  Required<Pick<PolicyDocument, 'safeguards'>> & {
    /** A value each field takes, and one it has now. */
    readonly samples: Readonly<Record<string, { readonly good: FieldValue; readonly stored: FieldValue }>>;
  };

export const actorNames = ['self', 'admin', 'help-desk'] as const;
/** Names every object has are names like any other. */
const fieldNames = ['name', 'constructor', 'toString', 'jobTitle', 'x', 'valueOf'];

/** Kind, constraints, a value that fits and another one: one line for every kind, several for text. */
const specimens: readonly [FieldKind, FieldInput['constraints'], good: FieldValue, stored: FieldValue][] = [
  ['text', undefined, 'Editor', 'Clerk'],
  ['text', { required: true, maxLength: 10 }, 'Editor', 'Clerk'],
  ['text', { minLength: 3, prohibited: '<>', singleScript: true }, 'Éditeur', 'Clerk'],
  ['text', { pattern: '[A-Z]{2}\\d{4}' }, 'AB1234', 'CD5678'],
  ['multiline', undefined, 'two\nlines', 'one'],
  ['email', undefined, 'new@acme.example', 'old@acme.example'],
  ['phone', undefined, '+351215550100', '+4989123456'],
  ['username', undefined, 'new_name', 'old_name'],
  ['url', undefined, 'https://new.example/', 'https://old.example/'],
  ['picture', undefined, 'https://new.example/a.png', 'https://old.example/a.png'],
  ['choice', { choices: ['R1', 'R2'] }, 'R1', 'R2'],
  ['multi-choice', { choices: ['R1', 'R2', 'R3'], required: true }, ['R1', 'R2'], ['R3']],
  ['list', { maxItems: 2, maxLength: 9 }, ['Lisbon', 'Porto'], ['Porto', 'Lisbon']],
  ['boolean', undefined, true, false],
  ['date', { min: '2020-01-01' }, '2026-02-28', '2024-02-29'],
  ['language', undefined, 'pt-BR', 'de'],
  ['time-zone', undefined, 'Europe/Lisbon', 'Asia/Tokyo'],
  ['number', { min: 0, max: 5 }, 3, 4],
];
const attributes: readonly Attribute[] = [
  ...rootAttributes,
  'user_metadata.a',
  'user_metadata.toString',
  'app_metadata.a',
  'app_metadata.b',
  'user_metadata.object.a',
  'user_metadata.object.valueOf',
];
/** A root attribute is text of its own kind, or plain; metadata is anything. */
const specimensOf = (attribute: Attribute) =>
  attribute.includes('_metadata.')
    ? specimens
    : specimens.filter(([kind]) => ['text', 'email', 'phone', 'username'].includes(kind));

const fieldsArbitrary = (maxLength: number) =>
  fc
    .uniqueArray(fc.constantFrom(...attributes), { minLength: 1, maxLength })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((attribute) =>
          fc.constantFrom(...specimensOf(attribute)).map((specimen) => ({ attribute, specimen })),
        ),
      ),
    );

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const whenArbitrary = fc.record(
  {
    connection: some(['database', 'enterprise', 'social', 'samlp', 'waad', 'acme-db', 'email']),
    provisioning: some(['open', 'invitation'] as const),
    attributeSync: some(['each-login', 'first-login', 'never'] as const),
    organization: some(['org_1', 'org_2', 'plan=gold', 'provisioning=open']),
    targetRole: some(['Owner', 'Member']),
  },
  { requiredKeys: [] },
);
/** Small sets of operations, so that rules meet. */
export const operationArbitrary = fc.constantFrom(
  ...operations.filter((name) => /^(?:member\.block|user\.delete|profile|password|membership)/.test(name)),
);
const subjectArbitrary = fc.oneof(
  fc.record({
    actions: some(['read', 'update'] as const),
    /** Numbers stand for the fields the policy turns out to have, no numbers for all of them. */
    slots: fc.oneof(
      fc.constant<number[]>([]),
      fc.array(fc.nat(fieldNames.length - 1), { minLength: 1, maxLength: 3 }),
    ),
  }),
  fc.record({ operations: fc.uniqueArray(operationArbitrary, { minLength: 1, maxLength: 4 }) }),
);
const bodyArbitrary = fc.record({
  effect: fc.constantFrom('allow' as const, 'allow' as const, 'allow' as const, 'deny' as const),
  actors: some(actorNames),
  subject: subjectArbitrary,
  when: fc.oneof(fc.constant(undefined), fc.constant(undefined), whenArbitrary),
  /** Of an allowance to read and to nothing else. */
  masked: fc.boolean(),
  reason: fc.constantFrom(undefined, undefined, 'invited-address' as const, 'external-database' as const),
});
export type RuleBody = typeof bodyArbitrary extends fc.Arbitrary<infer T> ? T : never;
export const ruleArbitrary: fc.Arbitrary<RuleBody> = bodyArbitrary;

export function toRule(body: RuleBody, id: string, fields: readonly string[]): RuleInput {
  const { subject, effect, actors, when, masked, reason } = body;
  const about =
    'operations' in subject
      ? { operations: subject.operations }
      : {
          actions: subject.actions,
          fields: slotNames(subject.slots, fields),
        };
  return {
    id,
    effect,
    actors,
    ...about,
    ...(masked && isAllowedReading(effect, about) && { masked: true as const }),
    ...(when && { when }),
    ...(effect === 'deny' && reason && { reason }),
  };
}

const isAllowedReading = (effect: RuleBody['effect'], about: { readonly actions?: readonly string[] }) =>
  effect === 'allow' && about.actions?.join() === 'read';

const slotNames = (slots: readonly number[], fields: readonly string[]) =>
  slots.length === 0 ? ['*'] : slots.map((slot) => fields[slot % fields.length] ?? '*');

const safeguardsArbitrary = fc.record(
  {
    lastAdmin: fc.boolean(),
    sharedUsers: fc.constantFrom('membership-only' as const, 'unrestricted' as const),
    stepUp: fc.record({
      maxAge: fc.constantFrom(0, 60, 300),
      for: some(['user.delete', 'profile.delete', 'member.block'] as const),
    }),
  },
  { requiredKeys: [] },
);

/** Half of the policies begin with it: from nothing but random rules, few forms would have a field to edit. */
export const openRule: RuleInput = {
  id: 'open',
  effect: 'allow',
  actors: actorNames,
  actions: ['read', 'update'],
  fields: ['*'],
};

export function draftArbitrary({ maxRules = 6, maxFields = fieldNames.length } = {}): fc.Arbitrary<Draft> {
  return fc
    .tuple(
      fieldsArbitrary(maxFields),
      fc.array(bodyArbitrary, { maxLength: maxRules }),
      safeguardsArbitrary,
      fc.array(fc.nat(fieldNames.length - 1), { maxLength: 2 }),
      fc.boolean(),
    )
    .map(([chosen, bodies, safeguards, fresh, open]) => {
      const names = fieldNames.slice(0, chosen.length);
      const entries = chosen.map(({ attribute, specimen: [kind, constraints] }, i): [string, FieldInput] => [
        names[i] ?? '',
        { attribute, kind, group: 'main', label: { en: attribute }, ...(constraints && { constraints }) },
      ]);
      const samples = chosen.map(
        ({ specimen: [, , good, stored] }, i) => [names[i] ?? '', { good, stored }] as const,
      );
      const sensitiveFields = fresh.flatMap((slot) => (names[slot] ? [`field:${names[slot]}`] : []));
      const { stepUp } = safeguards;
      return {
        fields: Object.fromEntries<FieldInput>(entries),
        samples: Object.fromEntries<Draft['samples'][string]>(samples),
        rules: [...(open ? [openRule] : []), ...bodies.map((body, i) => toRule(body, `r${i}`, names))],
        safeguards: {
          ...safeguards,
          ...(stepUp && { stepUp: { ...stepUp, for: [...stepUp.for, ...sensitiveFields] } }),
        },
      };
    });
}

export function build({ fields, rules, safeguards }: Omit<Draft, 'samples'>): Policy {
  return parsePolicy({
    version: 1,
    actors: { admin: { permissions: ['manage:members'] }, 'help-desk': { permissions: ['support:members'] } },
    groups: { main: { label: { en: 'Main' } } },
    fields,
    rules,
    safeguards,
  });
}

const connectionArbitrary: fc.Arbitrary<ConnectionFacts> = fc
  .record({
    base: fc.constantFrom<ConnectionFacts>(...Object.values(connections), {
      ...connections.enterprise,
      strategy: 'waad',
    }),
    attributeSync: fc.constantFrom('each-login' as const, 'first-login' as const, 'never' as const),
    external: fc.boolean(),
    hasUsername: fc.boolean(),
    hasPhoneNumber: fc.boolean(),
    isEnabled: fc.boolean(),
    directoryOwned: fc.subarray([...rootAttributes]),
  })
  .map(({ base, external, ...facts }) => ({
    ...base,
    ...facts,
    hasUsername: facts.hasUsername && base.class === 'database',
    userStore: external && base.class === 'database' ? ('external' as const) : ('auth0' as const),
    directoryOwned: base.class === 'enterprise' ? facts.directoryOwned : [],
  }));

export const targetArbitrary: fc.Arbitrary<Target> = fc.record({
  connection: connectionArbitrary,
  provisioning: fc.constantFrom('open' as const, 'invitation' as const),
  organization: fc.record({
    id: fc.constantFrom('org_1', 'org_2', 'org_3'),
    metadata: fc.constantFrom<Record<string, string>>({}, { plan: 'gold' }, { provisioning: 'open' }),
  }),
  roles: fc.subarray(['Owner', 'Member', 'Guest']),
  shared: fc.boolean(),
});
export const momentArbitrary: fc.Arbitrary<SessionContext> = fc.record({
  signInAge: fc.constantFrom(null, 0, 60, 61, 300, 301),
  delegated: fc.boolean(),
});
export const actorsArbitrary = some(actorNames);

/** One situation of a draft's person: some of the fields are set, some are not. */
export function situationArbitrary({ fields, samples }: Draft): fc.Arbitrary<EvaluationContext> {
  return fc
    .record({
      actors: actorsArbitrary,
      target: targetArbitrary,
      moment: momentArbitrary,
      unset: fc.subarray(Object.keys(fields)),
    })
    .map(({ unset, ...situation }) => {
      const set = Object.entries(fields).filter(([name]) => !unset.includes(name));
      return {
        ...situation,
        values: valuesOf(
          set.map(([name, { attribute }]) => ({
            attribute: attribute as Attribute,
            value: samples[name]?.stored ?? null,
          })),
        ),
        verification: { email: true, phoneNumber: false },
      };
    });
}

/** A stored profile with these values, also inside of objects. */
export function valuesOf(
  stored: readonly { readonly attribute: Attribute; readonly value: FieldValue }[],
): EvaluationContext['values'] {
  const roots = stored.filter(({ attribute }) => !metadataPath(attribute));
  return Object.fromEntries([
    ...roots.map(({ attribute, value }) => [attribute, value] as const),
    ...Object.entries(metadataPatch(stored, {})).flatMap(([store, keys]) =>
      Object.entries(keys).map(([key, value]) => [`${store}.${key}`, value] as const),
    ),
  ]);
}
