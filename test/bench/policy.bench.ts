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

const rounds = 9;
const roundMs = 60;

const subjects: readonly Subject[] = [decideEverything(), matrix(), resolveForm(), checkForm()];

print(
  subjects.map((subject) => {
    const judged = measure(subject.run, subject.answers);
    const lookedUp = measure(lookup(subject.answers), subject.answers);
    const perSecond = Math.round(1e9 / judged);
    return [
      subject.name,
      String(subject.answers),
      `${judged.toFixed(0)} ns`,
      `${lookedUp.toFixed(1)} ns`,
      `× ${(judged / lookedUp).toFixed(0)}`,
      perSecond.toLocaleString('en'),
    ];
  }),
);

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

/** Nanoseconds of one answer: the median of several rounds, in which the clock is looked at seldom. */
function measure(run: () => number, answers: number): number {
  const batch = Math.ceil(2_000 / answers);
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const start = performance.now();
    let [runs, sum] = [0, 0];
    while (performance.now() - start < roundMs) {
      for (let i = 0; i < batch; i += 1) sum += run();
      runs += batch;
    }
    if (!(sum > 0)) throw new Error('the benchmark measured nothing');
    // The first round is for the compiler.
    if (round >= 0) times.push(((performance.now() - start) * 1e6) / runs / answers);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function print(rows: readonly (readonly string[])[]): void {
  const head = ['', 'answers', 'an answer', 'looked up', 'ratio', 'answers/s'];
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    );
    console.log(cells.join('  '));
  }
  console.log(`\nMedian of ${rounds} rounds, Node ${process.version}.`);
}
