/** Prints what a tenant has and lacks. */
import type { Item, Status } from '../../tenant/index.js';
import type { Paint } from '../terminal.js';

const looks = {
  ok: 'green',
  missing: 'red',
  manual: 'red',
  advice: 'yellow',
  unknown: 'yellow',
} as const satisfies Record<Status, Parameters<Paint>[0]>;

const width = Math.max(...Object.keys(looks).map((status) => status.length));

/** Returns one line for an item and, unless it is fine, what to do. */
export function describeItem(item: Item, paint: Paint): string {
  const { status, what, why, found, remedy, dashboard } = item;
  const head = `${paint(looks[status], status.padEnd(width))}  ${what}\n`;
  if (status === 'ok') return head;
  const details = [why, found && `Now: ${found}`, remedy, dashboard].filter(Boolean);
  return `${head}${details.map((line) => `${' '.repeat(width + 2)}${line}\n`).join('')}`;
}

/** The items as JSON, without what only `apply` uses. */
export function toJson(items: readonly Item[]) {
  return items.map(({ target: _, patch: __, ...item }) => item);
}
