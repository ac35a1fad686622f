/** Section of one actor on the matrix page: fields and operations. */
import { html } from 'hono/html';
import type { ConnectionClass, LocalizedText, Operation, Policy } from '../../../../src/policy/index.js';
import { groupBy } from '../policy/group-answers.js';
import { describeActor } from '../policy/describe-decision.js';
import { cellKey, lineKey, type ActorGrid, type FieldLines, type Line } from './grid.js';
import { fieldAnswers, operationAnswer, type Html } from './page-cell.js';

/** Actor names consist of letters, digits, and dashes, so the ID needs no escaping. */
export function actorId(actor: string): string {
  return `actor-${actor}`;
}

export function actorSection(policy: Policy, grid: ActorGrid): Html {
  const { actor, operations, unmentioned } = grid;
  const id = actorId(actor);
  return html`<section id="${id}" class="actor" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${actor} <small>${describeActor(policy, actor)}</small></h2>
    ${grid.fields.length > 0 ? fieldTable(policy, grid) : ''}
    ${operations.length > 0 ? operationTable(grid) : ''}
    ${unmentioned.length > 0 ? unmentionedList(actor, unmentioned) : ''}
  </section>`;
}

/** Fields of a group with equal answers share a row. */
function fieldTable(policy: Policy, { actor, connections, fields }: ActorGrid): Html {
  const bodies = [...groupBy(fields, ({ name }) => policy.fields[name]?.group ?? '')].map(([group, some]) => {
    const rows = [...groupBy(some, ({ read, update }) => lineKey(read) + lineKey(update)).values()];
    return html`<tbody>
      <tr>
        <th class="group" scope="rowgroup" colspan="${connections.length + 1}">
          <span>${textOf(policy.groups[group]?.label)}</span>
        </th>
      </tr>
      ${rows.map((alike) => fieldRow(policy, connections, alike))}
    </tbody>`;
  });
  return table({ caption: `Fields, by connection: ${actor}`, head: 'Field', connections }, bodies);
}

function fieldRow(
  { fields }: Policy,
  connections: readonly ConnectionClass[],
  alike: readonly FieldLines[],
): Html {
  const names = alike.map(({ name }) => html`<li>${textOf(fields[name]?.label)} <code>${name}</code></li>`);
  const [first] = alike;
  if (!first) return html``;
  const { read, update } = first;
  return row(
    names,
    connections,
    (name) => cellKey(read.cells[name]) + cellKey(update.cells[name]),
    (name) => fieldAnswers(read.cells[name], update.cells[name]),
  );
}

/** Operations with equal answers share a row. */
function operationTable({ actor, connections, operations }: ActorGrid): Html {
  const rows = [...groupBy(operations, lineKey).values()].map((alike) => operationRow(connections, alike));
  const body = html`<tbody>
    ${rows}
  </tbody>`;
  return table({ caption: `Operations, by connection: ${actor}`, head: 'Operation', connections }, [body]);
}

function operationRow(connections: readonly ConnectionClass[], alike: readonly Line<Operation>[]): Html {
  const names = alike.map(({ subject }) => html`<li><code>${subject}</code></li>`);
  const [first] = alike;
  if (!first) return html``;
  const { cells } = first;
  return row(
    names,
    connections,
    (name) => cellKey(cells[name]),
    (name) => operationAnswer(cells[name]),
  );
}

/** Merges equal neighboring cells. */
function row(
  names: readonly Html[],
  connections: readonly ConnectionClass[],
  keyOf: (name: ConnectionClass) => string,
  answers: (name: ConnectionClass) => Html,
): Html {
  const starts = connections.filter((name, index) => {
    const before = connections[index - 1];
    return before === undefined || keyOf(before) !== keyOf(name);
  });
  const spans = starts.map((name, index) => {
    const next = starts[index + 1];
    return (next === undefined ? connections.length : connections.indexOf(next)) - connections.indexOf(name);
  });
  return html`<tr>
    <th scope="row">
      <ul>
        ${names}
      </ul>
    </th>
    ${starts.map((name, index) => html`<td colspan="${spans[index]}">${answers(name)}</td>`)}
  </tr>`;
}

interface Head {
  readonly caption: string;
  readonly head: string;
  readonly connections: readonly ConnectionClass[];
}

/** Wraps a table so that it scrolls on narrow pages, with the keyboard too. */
function table({ caption, head, connections }: Head, bodies: readonly Html[]): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${head}</th>
          ${connections.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      ${bodies}
    </table>
  </div>`;
}

function unmentionedList(actor: string, names: readonly Operation[]): Html {
  return html`<p class="unmentioned">
    <span class="mark" aria-hidden="true">·</span> No rule allows ${actor}:
    ${names.map((name, index) => html`${index > 0 ? ', ' : ''}<code>${name}</code>`)}.
  </p>`;
}

/** Returns the English text, or any other if there is none. */
function textOf(label: LocalizedText | undefined): string {
  return label?.['en'] ?? Object.values(label ?? {})[0] ?? '';
}
