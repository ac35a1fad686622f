/** Arranges the matrix for each actor: a row per subject, a column per connection class. */
import {
  connectionClasses,
  operations,
  type ConnectionClass,
  type MatrixRow,
  type Operation,
  type Policy,
} from '../../../../src/policy/index.js';
import { groupBy, toCases, type Case } from '../policy/group-answers.js';
import { answerKey, isUnmentioned } from '../policy/describe-decision.js';

/** Answers to one question, by what they depend on. */
export type Cell = readonly Case<MatrixRow>[];

export interface Line<Subject> {
  readonly subject: Subject;
  readonly cells: Readonly<Record<ConnectionClass, Cell>>;
}

export interface FieldLines {
  readonly name: string;
  readonly read: Line<'read'>;
  readonly update: Line<'update'>;
}

export interface ActorGrid {
  readonly actor: string;
  readonly connections: readonly ConnectionClass[];
  readonly fields: readonly FieldLines[];
  /** Operations that are allowed somewhere, or denied by more than the default. */
  readonly operations: readonly Line<Operation>[];
  readonly unmentioned: readonly Operation[];
}

const dimensions = ['attributeSync', 'provisioning', 'shared', 'also', 'mention', 'besides'] as const;

/** Builds the grid from matrix rows. */
export function toGrids(policy: Policy, rows: readonly MatrixRow[]): readonly ActorGrid[] {
  return [...groupBy(rows, ({ actor }) => actor)].map(([actor, some]) => toGrid(policy, actor, some));
}

function toGrid(policy: Policy, actor: string, rows: readonly MatrixRow[]): ActorGrid {
  const bySubject = groupBy(rows, subjectOf);
  const connections = connectionClasses.filter((name) => rows.some(({ connection }) => connection === name));
  const toLine = <Subject extends string>(subject: Subject, key: string): Line<Subject> => {
    const some = groupBy(bySubject.get(key) ?? [], ({ connection }) => connection);
    const cells = connections.map((name) => [name, toCell(some.get(name) ?? [])] as const);
    return { subject, cells: Object.fromEntries(cells) as Line<Subject>['cells'] };
  };
  const all = operations.map((operation) => toLine(operation, operation));
  return {
    actor,
    connections,
    fields: Object.keys(policy.fields).map((name) => ({
      name,
      read: toLine('read', `${name} read`),
      update: toLine('update', `${name} update`),
    })),
    operations: all.filter((line) => !isLineUnmentioned(line)),
    unmentioned: all.filter(isLineUnmentioned).map(({ subject }) => subject),
  };
}

function toCell(rows: readonly MatrixRow[]): Cell {
  return toCases(
    rows.map((row) => ({ at: row, answer: row })),
    dimensions,
    answerKey,
  );
}

function subjectOf(row: MatrixRow): string {
  return 'operation' in row ? row.operation : `${row.field} ${row.action}`;
}

function isLineUnmentioned({ cells }: Line<string>): boolean {
  return Object.values(cells).every((cell) => cell.every(({ answer }) => isUnmentioned(answer)));
}

/** Returns a key that is equal for equal cells. */
export function cellKey(cell: Cell): string {
  return JSON.stringify(cell.map(({ when, answer }) => [when, answerKey(answer)]));
}

/** Returns a key that is equal for lines with equal cells. */
export function lineKey({ cells }: Line<string>): string {
  return Object.values(cells).map(cellKey).join();
}
