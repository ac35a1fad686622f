/** People of the dev tenant. */

/** Admin of an organization whose members sign in with a password and were invited. */
export const ada = { email: 'ada@acme.example', organization: 'acme' };
/** Help desk of the same organization. */
export const hal = { email: 'hal@acme.example', organization: 'acme' };
/** Member of the same organization. */
export const mia = { email: 'mia@acme.example', organization: 'acme' };
/** Signs in with a password, and signed up without an invitation. */
export const uma = { email: 'uma@umbrella.example', organization: 'umbrella' };

/** User IDs of acme's members, by first name. */
export const people = {
  ada: 'auth0|ac3e00000000000000000001',
  mia: 'auth0|ac3e00000000000000000003',
  lio: 'auth0|ac3e00000000000000000004',
  ben: 'auth0|ac3e00000000000000000005',
  sam: 'auth0|ac3e00000000000000000006',
} as const;
