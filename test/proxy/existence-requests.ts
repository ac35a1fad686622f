/** Requests that must not show whether someone exists outside of the organization. */
import { people } from './support.js';

/** An account of another organization, and one that doesn't exist. */
export const foreign = people.uma[0];
export const madeUp = `${foreign.slice(0, -3)}999`;

/** Every kind of request about a member. */
export const requests: Record<string, (path: string) => [path: string, init: RequestInit]> = {
  'their page': (path) => [path, {}],
  'their security': (path) => [`${path}/security`, {}],
  'their sessions': (path) => [`${path}/sessions`, {}],
  'what removing them would do': (path) => [`${path}/deprovision`, {}],
  'a change of their profile': (path) => [path, json('PATCH', { fields: { jobTitle: 'Lead' } })],
  'a block': (path) => [`${path}/block`, json('POST', {})],
  'other roles': (path) => [`${path}/roles`, json('PUT', { roles: [], was: [] })],
  'a mail for their password': (path) => [`${path}/password-reset`, json('POST', {})],
};

function json(method: string, body: object): RequestInit {
  return {
    method,
    headers: {
      'content-type': 'application/json',
      'if-match': '"any"',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  };
}
