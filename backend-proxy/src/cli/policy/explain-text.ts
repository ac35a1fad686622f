import {
  allSafeguardConditions,
  answerRow,
  explainRow,
  reasonTexts,
  type Coordinates,
  type MatrixRow,
  type Policy,
} from '../../../../src/policy/index.js';
import { toCases } from './group-answers.js';
import { twoColumns, type Paint } from '../terminal.js';
import { answerKey, describeAnswer, describeWhen } from './describe-decision.js';

/** Dimensions with a default value. */
export type Assumable = 'attributeSync' | 'provisioning' | 'shared';

/** Formats the answer, its parts, and how other assumptions or safeguards would change it. */
export function explainText(
  policy: Policy,
  at: Coordinates,
  assumed: readonly Assumable[],
  paint: Paint,
): string {
  const row = answerRow(policy, at);
  const others = otherAnswers(policy, at, assumed);
  return [
    `${paint(row.effect === 'allow' ? 'green' : 'red', explainRow(row))}\n`,
    twoColumns([
      ['gate', row.gate],
      ['rule', describeRule(policy, row)],
      ['reason', row.reason === null ? 'none' : `${row.reason}: ${reasonTexts[row.reason]}`],
    ]),
    `Assumed: ${assumptions(at, assumed)}.\n`,
    ...(others.length > 0 ? [`It would be different:\n${twoColumns(others)}`] : []),
  ].join('\n');
}

function describeRule({ rules }: Policy, { rule }: MatrixRow): string {
  return rule === null ? 'none' : `${rule} (rules[${rules.findIndex(({ id }) => id === rule)}])`;
}

function assumptions(at: Coordinates, assumed: readonly Assumable[]): string {
  const texts: Readonly<Record<Assumable, string>> = {
    attributeSync: `--attribute-sync ${at.attributeSync}`,
    provisioning: `--provisioning ${at.provisioning}`,
    shared: 'not --shared',
  };
  return [
    ...assumed.map((dimension) => texts[dimension]),
    'signed in just now as themselves',
    'not about the last admin',
  ].join(', ');
}

function otherAnswers(
  policy: Policy,
  question: Coordinates,
  assumed: readonly Assumable[],
): readonly (readonly [when: string, answer: string])[] {
  const described = (
    ['actor', 'connection', 'attributeSync', 'provisioning', 'shared', 'subject'] as const
  ).filter((key) => !(assumed as readonly string[]).includes(key));
  const points = [...allSafeguardConditions(policy)]
    .filter((at) => described.every((key) => JSON.stringify(at[key]) === JSON.stringify(question[key])))
    .map((at) => ({ at, answer: answerRow(policy, at) }));
  const answer = answerKey(answerRow(policy, question));
  return toCases(points, [...assumed, 'also', 'mention', 'besides', 'circumstance'], answerKey)
    .filter((other) => answerKey(other.answer) !== answer)
    .map((other) => [describeWhen(other.when), describeAnswer(other.answer)]);
}
