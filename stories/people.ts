/** The people of the dev tenant that the stories are about. */

/** The admin of an organization whose people sign in with a password, and were invited. */
export const ada = { email: 'ada@acme.example', organization: 'acme' };
/** Its help desk. */
export const hal = { email: 'hal@acme.example', organization: 'acme' };
/** A member of it, who manages nobody. */
export const mia = { email: 'mia@acme.example', organization: 'acme' };
/** Signs in with a password, and signed up freely. */
export const uma = { email: 'uma@umbrella.example', organization: 'umbrella' };

/** By first name: those of acme. */
export const people = {
  ada: 'auth0|ac3e00000000000000000001',
  mia: 'auth0|ac3e00000000000000000003',
  lio: 'auth0|ac3e00000000000000000004',
  ben: 'auth0|ac3e00000000000000000005',
  sam: 'auth0|ac3e00000000000000000006',
} as const;
