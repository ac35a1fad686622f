/** CSV columns and lines of the activity export. */
import { csvMark, toCsvLine } from '../../../src/contract/csv.js';
import type { ActivityEntry, AuditValue } from '../../../src/contract/index.js';
import type { ProxyMessages } from '../messages/en.js';

const text = (value: AuditValue | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.join('; ') : String(value);
};

const columns = [
  'at',
  'actor',
  'actorId',
  'action',
  'target',
  'targetId',
  'invited',
  'outcome',
  'problem',
  'fields',
  'from',
  'to',
  'reason',
  'requestId',
] as const satisfies readonly (keyof ProxyMessages['activityColumns'])[];
type ActivityColumn = (typeof columns)[number];

const cells: Readonly<Record<ActivityColumn, (entry: ActivityEntry) => string>> = {
  at: ({ at }) => at,
  actor: ({ actor }) => text(actor.name),
  actorId: ({ actor }) => actor.userId,
  action: ({ action }) => action,
  target: ({ target }) => text(target?.name),
  targetId: ({ target }) => text(target?.userId),
  invited: ({ invitation }) => text(invitation?.email),
  outcome: ({ outcome }) => outcome,
  problem: ({ problem }) => [problem?.code, problem?.reason].filter(Boolean).join(': '),
  fields: ({ fields, roles }) => (roles ? 'roles' : text(fields)),
  from: ({ changes, roles }) => (roles ? text(roles.from) : text(changes?.map(({ from }) => text(from)))),
  to: ({ changes, roles }) => (roles ? text(roles.to) : text(changes?.map(({ to }) => text(to)))),
  reason: ({ reason }) => text(reason),
  requestId: ({ requestId }) => requestId,
};

export function activityHeading({ activityColumns }: ProxyMessages): string {
  return csvMark + toCsvLine(columns.map((column) => activityColumns[column]));
}

export function toActivityLine(entry: ActivityEntry): string {
  return toCsvLine(columns.map((column) => cells[column](entry)));
}
