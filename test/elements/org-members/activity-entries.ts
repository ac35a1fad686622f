import type { ActivityEntry } from '../../../src/contract/activity.js';

const at = (daysAgo: number, hours: number) => {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - daysAgo);
  day.setHours(hours);
  return day.toISOString();
};
const ada = { userId: 'auth0|0', name: 'Ada Keller' };
export const mia = { userId: 'auth0|1', name: 'Mia Okafor' };
const left = { userId: 'auth0|left', name: 'Lee Left' };
export const entry = (id: string, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id,
  at: at(0, 0),
  requestId: 'request',
  actor: { ...ada, delegated: false },
  target: mia,
  action: 'member.block',
  outcome: 'done',
  ...more,
});

/** Of today and yesterday: values, roles, a refusal, a reason, and someone who has left. */
export const activityEntries: readonly ActivityEntry[] = [
  entry('1', {
    action: 'profile.update',
    fields: ['jobTitle', 'email'],
    fieldLabels: { jobTitle: { en: 'Job title' }, email: { en: 'Email' } },
    changes: [{ field: 'jobTitle', label: { en: 'Job title' }, from: 'Engineer', to: 'Field engineer' }],
    reason: 'asked by phone',
  }),
  entry('2', { at: at(1, 16), action: 'roles.assign', roles: { from: ['Help desk'], to: [] } }),
  entry('3', {
    at: at(1, 15),
    actor: { ...mia, delegated: true },
    target: left,
    outcome: 'refused',
    problem: { code: 'operation_locked', reason: 'not-allowed' },
  }),
];
