/** Cell of the matrix page: the answer, who decided it, and what it depends on. */
import { html } from 'hono/html';
import { reasonTexts, type MatrixRow } from '../../../../src/policy/index.js';
import { describeWhen, isUnmentioned } from '../policy/describe-decision.js';
import { cellKey, type Cell } from './grid.js';

export type Html = ReturnType<typeof html>;

/** Renders reading and updating a field, as one item if the answers are equal. */
export function fieldAnswers(read: Cell, update: Cell): Html {
  const same = cellKey(read) === cellKey(update);
  return html`<ul>
    ${same ? answer('read, update', read) : [answer('read', read), answer('update', update)]}
  </ul>`;
}

export function operationAnswer(cell: Cell): Html {
  return html`<ul>
    ${answer('', cell)}
  </ul>`;
}

/** Renders one item, or a list with an item per case. */
function answer(verb: string, cell: Cell): Html {
  const [first, second] = cell;
  if (!first) return html``;
  if (!second)
    return html`<li class="${lookOf(first.answer)}">
      ${verdict(first.answer, verb)} ${basis(first.answer)}
    </li>`;
  const mixed = new Set(cell.map(({ answer: { effect } }) => effect)).size > 1;
  return html`<li class="${mixed ? 'depends' : lookOf(first.answer)}">
    ${mixed ? signed('~', `${verb} depends`) : verdict(first.answer, verb)}
    <ul class="cases">
      ${cell.map(
        ({ when, answer: row }) =>
          html`<li class="${lookOf(row)}">${verdict(row, '')} ${describeWhen(when)} ${basis(row)}</li>`,
      )}
    </ul>
  </li>`;
}

function verdict(row: MatrixRow, verb: string): Html {
  if (row.effect === 'allow') return signed('✓', `${verb || 'allowed'}${row.masked ? ' masked' : ''}`);
  return signed(isUnmentioned(row) ? '·' : '✗', verb ? `no ${verb}` : 'denied');
}

/** The symbol is hidden from screen readers, which read the word. */
function signed(sign: string, word: string): Html {
  return html`<span class="mark" aria-hidden="true">${sign}</span> <b>${word}</b>`;
}

/** Renders the reason and who decided. */
function basis({ effect, gate, rule, reason }: MatrixRow): Html {
  const why = html`<span class="why">${reasonTexts[reason ?? 'not-allowed']}</span>`;
  return html`${effect === 'deny' ? why : ''}
    <span class="by"><span class="gate ${gate}">${gate}</span> ${rule ?? ''}</span>`;
}

function lookOf(row: MatrixRow): string {
  return isUnmentioned(row) ? 'unmentioned' : row.effect;
}
