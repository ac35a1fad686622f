/**
 * What judging costs, in multiples of the cheapest way to know an answer: looking it up in a plain object. Run by
 * `node --import tsx test/bench/policy.bench.ts`. It asserts nothing: time is not the same on two machines, a ratio
 * of two figures from one run nearly is.
 */
import {
  allCoordinates,
  checkPatch,
  decide,
  defaultPolicy,
  parsePolicy,
  policyMatrix,
  resolveFields,
  toQuestion,
  type PolicyDocument,
  type EvaluationContext,
} from '../../src/policy/index.js';
import { connections, moment, target } from '../policy/support.js';

interface Subject {
  readonly name: string;
  /** How many answers one run gives: the lookup gives as many. */
  readonly answers: number;
  /** Returns something of every answer, so that none of the work can be left out. */
  readonly run: () => number;
}

const rounds = Number(process.argv[2] ?? 9);
const roundMs = 60;

const subjects: readonly Subject[] = [decideEverything(), matrix(), resolveForm(), checkForm()];

for (const { name, answers, run } of subjects) {
  const [judged, lookedUp] = measure([run, lookup(answers)], answers);
  const perSecond = Math.round(1e9 / judged).toLocaleString('en');
  console.log(
    `× ${(judged / lookedUp).toFixed(1)}  ${name} (${judged.toFixed(0)} ns, ${perSecond} a second, looked up ${lookedUp.toFixed(1)} ns)`,
  );
}

function decideEverything(): Subject {
  const questions = Array.from(allCoordinates(defaultPolicy), toQuestion);
  return {
    name: 'decide, the whole matrix of the default policy',
    answers: questions.length,
    run: () => questions.reduce((sum, question) => sum + decide(defaultPolicy, question).effect.length, 0),
  };
}

function matrix(): Subject {
  return {
    name: 'policyMatrix, the same with its questions and rows',
    answers: policyMatrix(defaultPolicy).length,
    run: () => policyMatrix(defaultPolicy).length,
  };
}

/** Forty fields of metadata, in eight rules. */
function fortyFields() {
  const names = Array.from({ length: 40 }, (_, i) => `field${i}`);
  const document: PolicyDocument = {
    version: 1,
    actors: { admin: { permissions: ['manage:members'] } },
    groups: { main: { label: { en: 'Main' } } },
    fields: Object.fromEntries(
      names.map((name, i) => [
        name,
        {
          attribute: `user_metadata.${name}`,
          kind: 'text',
          group: 'main',
          label: { en: name },
          constraints: i % 2 ? { maxLength: 80 } : { pattern: '[A-Za-z]+' },
        },
      ]),
    ),
    rules: [
      { id: 'read', effect: 'allow', actors: ['self', 'admin'], actions: ['read'], fields: ['*'] },
      ...Array.from({ length: 6 }, (_, i) => ({
        id: `write-${i}`,
        effect: 'allow' as const,
        actors: ['self'],
        actions: ['update' as const],
        fields: names.slice(i * 6, i * 6 + 7),
        when: { connection: ['database'], provisioning: ['open' as const] },
      })),
      {
        id: 'closed',
        effect: 'deny',
        actors: ['self'],
        actions: ['update'],
        fields: names.slice(30),
        when: { organization: ['plan=basic'] },
        reason: 'not-allowed',
      },
    ],
  };
  const policy = parsePolicy(document);
  const situation: EvaluationContext = {
    actors: ['self'],
    target: target(connections.database),
    moment,
    values: Object.fromEntries(names.map((name) => [`user_metadata.${name}`, 'stored'])),
    verification: { email: true, phoneNumber: false },
  };
  return { policy, situation, names };
}

function resolveForm(): Subject {
  const { policy, situation, names } = fortyFields();
  return {
    name: 'resolveFields, 40 fields',
    answers: names.length,
    run: () => resolveFields(policy, situation).length,
  };
}

function checkForm(): Subject {
  const { policy, situation, names } = fortyFields();
  const patch = Object.fromEntries(names.slice(0, 5).map((name) => [name, 'changed']));
  return {
    name: 'checkPatch, 5 fields of 40',
    answers: 5,
    run: () => {
      const verdict = checkPatch(policy, situation, patch);
      if (!verdict.ok) throw new Error('the patch of the benchmark should be accepted');
      return verdict.changes.length;
    },
  };
}

/** As many answers out of an object that has them all, under keys that are there already. */
function lookup(answers: number): () => number {
  const keys = Array.from({ length: answers }, (_, i) => `actor | connection | field ${i}`);
  const table = Object.fromEntries(keys.map((key, i) => [key, i % 2 ? 'allow' : 'deny']));
  return () => keys.reduce((sum, key) => sum + (table[key] ?? '').length, 0);
}

/** Nanoseconds of one answer, for each of two ways to get it: medians of several rounds, in turns. */
function measure(ways: readonly [() => number, () => number], answers: number): readonly [number, number] {
  // The first round is for the compiler.
  for (const run of ways) timeOf(run, answers);
  const times = Array.from({ length: rounds }, () => ways.map((run) => timeOf(run, answers)));
  const median = (way: 0 | 1) =>
    times.map((each) => each[way] ?? Number.NaN).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ??
    Number.NaN;
  return [median(0), median(1)];
}

/** Nanoseconds of one answer in one round, in which the clock is looked at seldom. */
function timeOf(run: () => number, answers: number): number {
  const batch = Math.ceil(2_000 / answers);
  const start = performance.now();
  let [runs, sum] = [0, 0];
  while (performance.now() - start < roundMs) {
    for (let i = 0; i < batch; i += 1) sum += run();
    runs += batch;
  }
  if (!(sum > 0)) throw new Error('the benchmark measured nothing');
  return ((performance.now() - start) * 1e6) / runs / answers;
}
