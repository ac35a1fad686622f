/** Formats the matrix for a terminal: one symbol per answer, with numbered notes. */
import type { Policy } from '../../../../src/policy/index.js';
import { wrapList, type Paint } from '../terminal.js';
import { describeActor, describeAnswer, describeWhen, isUnmentioned } from '../policy/describe-decision.js';
import type { ActorGrid, Cell, Line } from './grid.js';

const legend = '✓ allowed   ✗ denied   ~ depends, see its note   · no rule allows it';
const columnWidth = 16;

export function matrixText(policy: Policy, grids: readonly ActorGrid[], paint: Paint): string {
  return `${[legend, ...grids.map((grid) => actorText(policy, grid, paint))].join('\n\n')}\n`;
}

function actorText(policy: Policy, grid: ActorGrid, paint: Paint): string {
  const { actor, connections, fields, operations, unmentioned } = grid;
  const heads = [...fields.map(({ name }) => name), ...operations.map(({ subject }) => subject)];
  const width = Math.max(...heads.map((head) => head.length)) + 2;
  const notes = new Map<string, number>();
  const row = (head: string, cells: readonly string[]) =>
    `  ${head.padEnd(width)}${cells.join('')}`.trimEnd();
  const marks = ({ cells }: Line<string>, size: number) =>
    connections.map((name) => mark(cells[name], size, notes, paint));
  const half = columnWidth / 2;
  return [
    `${paint('bold', actor)}, ${describeActor(policy, actor)}`,
    paint(
      'bold',
      row(
        '',
        connections.map((name) => name.padEnd(columnWidth)),
      ),
    ),
    paint(
      'dim',
      row(
        '',
        connections.map(() => `${'read'.padEnd(half)}${'update'.padEnd(half)}`),
      ),
    ),
    ...fields.map(({ name, read, update }) => {
      const [reads, updates] = [marks(read, half), marks(update, half)];
      return row(
        name,
        reads.flatMap((cell, index) => [cell, updates[index] ?? '']),
      );
    }),
    ...operations.map((line) => row(line.subject, marks(line, columnWidth))),
    ...(unmentioned.length > 0 ? [paint('dim', `  no rule allows\n${wrapList(unmentioned, '    ')}`)] : []),
    ...[...notes].map(([note, number]) => `${String(number).padStart(4)}  ${note}`),
  ].join('\n');
}

/** Returns a symbol and the number of its note. Equal notes share a number. */
function mark(cell: Cell, size: number, notes: Map<string, number>, paint: Paint): string {
  const [symbol, look] = symbolOf(cell);
  const note = noteOf(cell);
  if (note === null) return paint(look, symbol.padEnd(size));
  const number = notes.get(note) ?? notes.size + 1;
  notes.set(note, number);
  return paint(look, `${symbol} ${number}`.padEnd(size));
}

function symbolOf(cell: Cell): readonly [symbol: string, look: 'green' | 'red' | 'yellow' | 'dim'] {
  if (cell.every(({ answer }) => answer.effect === 'allow')) return ['✓', 'green'];
  if (cell.every(({ answer }) => isUnmentioned(answer))) return ['·', 'dim'];
  return cell.every(({ answer }) => answer.effect === 'deny') ? ['✗', 'red'] : ['~', 'yellow'];
}

function noteOf(cell: Cell): string | null {
  const [first, second] = cell;
  if (second) {
    return cell
      .map(({ when, answer }) => `${describeWhen(when)}: ${describeAnswer(answer)}`)
      .join(`\n${' '.repeat(6)}`);
  }
  const isAllowed = first?.answer.effect === 'allow' && !first.answer.masked;
  const plain = !first || isAllowed || isUnmentioned(first.answer);
  return plain ? null : describeAnswer(first.answer);
}
