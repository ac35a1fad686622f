import {
  actorsIn,
  connectionClasses,
  policyMatrix,
  type MatrixRow,
  type Policy,
} from '../../../../src/policy/index.js';
import { chooseIfGiven } from './parse-choice.js';
import { defineCommand, policyOperand, type ValuesOf } from '../command.js';
import { exitStatus, UsageError } from '../exit.js';
import type { Io } from '../io.js';
import { toGrids } from '../matrix/grid.js';
import { matrixPage } from '../matrix/page.js';
import { matrixText } from '../matrix/text.js';
import { readPolicy, writeText, type NamedPolicy } from '../policy-file.js';
import { painter } from '../terminal.js';

const options = {
  actor: { value: 'NAME', help: 'Only what this actor may do' },
  connection: { value: 'CLASS', help: 'Only what may be done to people of this connection class' },
  json: { help: 'Print an array with one row for every question' },
  html: { help: 'Print one self-contained page' },
  out: { value: 'FILE', help: 'Write to this file instead of the standard output' },
} as const;
type Values = ValuesOf<typeof options>;

export const matrix = defineCommand({
  name: 'policy matrix',
  summary: 'Show who may read, update and do what, for every kind of connection',
  operands: [policyOperand],
  options,
  notes: ['Answers are for someone who signed in just now, as themselves, and is not the last admin.'],
  async run({ operands: [path], values }, io) {
    if (values.json && values.html) throw new UsageError('--json and --html cannot be had at once');
    const named = await readPolicy(io, path);
    const rows = selectRows(named.policy, values);
    const text = await render(named, rows, values, io);
    if (values.out === undefined) io.stdout(text);
    else await writeText(io, values.out, text);
    return exitStatus.ok;
  },
});

function selectRows(policy: Policy, values: Values): readonly MatrixRow[] {
  const actor = chooseIfGiven('actor', values.actor, actorsIn([policy]));
  const connection = chooseIfGiven('connection', values.connection, connectionClasses);
  return policyMatrix(policy).filter(
    (row) =>
      (actor === undefined || row.actor === actor) &&
      (connection === undefined || row.connection === connection),
  );
}

async function render(
  named: NamedPolicy,
  rows: readonly MatrixRow[],
  { json, html, out }: Values,
  io: Io,
): Promise<string> {
  if (json) return toJson(rows);
  const grids = toGrids(named.policy, rows);
  if (html) return matrixPage(named, grids);
  return matrixText(named.policy, grids, out === undefined ? painter(io) : (_look, text) => text);
}

/** Prints one row per line, so that two outputs can be compared by line. */
function toJson(rows: readonly MatrixRow[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}
