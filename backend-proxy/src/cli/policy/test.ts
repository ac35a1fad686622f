import { z } from 'zod';
import {
  answerRow,
  describeIssue,
  lockReasons,
  type MatrixRow,
  type Policy,
} from '../../../../src/policy/index.js';
import { defineCommand, policyOperand } from '../command.js';
import { exitStatus, UsageError } from '../exit.js';
import { InvalidPolicyError } from '../policy-errors.js';
import { readPolicy, readText } from '../policy-file.js';
import { readPolicyText } from '../policy-text.js';
import { count } from '../terminal.js';
import { describeAnswer } from './describe-decision.js';
import { readQuestion } from './question.js';

const expectation = z.strictObject({
  /** Why it matters. Printed with a failure. */
  name: z.string().min(1).optional(),
  actor: z.string(),
  connection: z.string(),
  field: z.string().optional(),
  action: z.string().optional(),
  operation: z.string().optional(),
  attributeSync: z.string().optional(),
  provisioning: z.string().optional(),
  shared: z.boolean().optional(),
  expect: z.enum(['allow', 'deny', 'masked']),
  reason: z.enum(lockReasons).optional(),
});
type Expectation = z.output<typeof expectation>;

const answersSchema = z.array(expectation).min(1);
const keywords = Object.keys(expectation.shape);

export const test = defineCommand({
  name: 'policy test',
  summary: 'Compare the answers of a policy with those you expect, for your CI',
  operands: [policyOperand],
  options: {
    answers: { value: 'FILE', help: 'The expected answers; default: policy.answers.json' },
  },
  notes: [
    'The file is a list of questions, as policy explain takes them, with the answer:\n\n' +
      '  [{ "actor": "help-desk", "connection": "database", "operation": "member.block", "expect": "deny" }]\n\n' +
      'An answer is allow, deny, or masked. "reason" names why, "name" is printed with a failure.',
  ],
  async run({ operands: [path], values: { answers: answersPath = 'policy.answers.json' } }, io) {
    const { policy } = await readPolicy(io, path);
    const expected = readAnswers(answersPath, await readText(io, answersPath));
    const failures = expected.flatMap((each, index) => failureOf(policy, each, index));
    for (const failure of failures) io.stdout(failure);
    const right = expected.length - failures.length;
    io.stdout(`${right} of ${count(expected.length, 'answer')} as expected\n`);
    return failures.length === 0 ? exitStatus.ok : exitStatus.refused;
  },
});

/** @throws {InvalidPolicyError} */
function readAnswers(path: string, text: string): readonly Expectation[] {
  const { value, issues, place } = readPolicyText(text);
  if (value === undefined || issues.length > 0) throw new InvalidPolicyError(path, issues);
  const parsed = answersSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.flatMap((issue) => describeIssue(issue, keywords));
  throw new InvalidPolicyError(path, found.map(place));
}

/** @throws {UsageError} if the policy doesn't have a word of the question. */
function failureOf(policy: Policy, expected: Expectation, index: number): string[] {
  const row = answerRow(policy, questionOf(policy, expected, index));
  const isRight =
    effectOf(row) === expected.expect && (expected.reason === undefined || row.reason === expected.reason);
  if (isRight) return [];
  const wanted = expected.reason ? `${expected.expect}, ${expected.reason}` : expected.expect;
  return [`[${index}] ${titleOf(expected)}: expected ${wanted}, but it is ${describeAnswer(row)}\n`];
}

function questionOf(policy: Policy, { attributeSync, ...words }: Expectation, index: number) {
  try {
    return readQuestion(policy, { ...words, 'attribute-sync': attributeSync });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`[${index}]: ${error.message}`);
  }
}

const effectOf = ({ effect, masked }: MatrixRow): Expectation['expect'] => (masked ? 'masked' : effect);

function titleOf({ name, actor, connection, field, action, operation }: Expectation): string {
  const what = operation ?? `${action} ${field}`;
  return `${name === undefined ? '' : `${name} — `}${actor}, ${what}, ${connection}`;
}
