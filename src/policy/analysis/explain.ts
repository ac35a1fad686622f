/** Explains decisions in sentences, for reviewers and operators. */
import type { MatrixRow } from './matrix.js';
import type { LockReason } from '../vocabulary.js';

/** Reasons in the texts of the command line. The elements have their own, per locale. */
export const reasonTexts: Readonly<Record<LockReason, string>> = {
  'managed-by-connection': 'the identity provider manages it',
  'refreshed-at-login': 'the connection overwrites it at each login, so Auth0 refuses to change it',
  'directory-owned': 'it is synced from a directory (SCIM)',
  'sign-in-identifier': 'the user signs in with it',
  'external-database': "it is stored in the customer's own database",
  'connection-not-enabled': "the organization doesn't have the connection of the user's primary identity",
  masked: 'it is masked',
  'unreadable-value': "the stored value doesn't fit the field's kind",
  'no-such-attribute': 'this connection has no such attribute',
  'invited-address': 'it must stay the address the user was invited with',
  'shared-user': 'the user belongs to other organizations, which the change would affect',
  'recreated-at-login': 'the identity provider would re-create the account at the next sign-in',
  blocked: 'an admin blocked the user, which it would undo',
  'role-above-own': "the role grants permissions the caller doesn't have",
  'last-admin': 'the organization would have no admin left',
  'delegated-session': 'the session is delegated (`act` claim)',
  'step-up-required': 'it requires a recent sign-in',
  'not-allowed': 'no rule allows it',
};

const gateTexts = { auth0: "Auth0's own rules", policy: 'the policy', safeguard: 'a safeguard' } as const;

/**
 * Returns a sentence with the deciding gate and rule.
 * @example explainRow(row) // 'self may not update "email" of a database user: denied by …'
 */
export function explainRow(row: MatrixRow): string {
  const what = 'operation' in row ? `do "${row.operation}" to` : `${row.action} "${row.field}" of`;
  const whom = `${article(row.connection)} ${row.connection} user${row.shared ? ' who belongs to other organizations too' : ''}`;
  if (row.effect === 'allow') {
    return `${row.actor} may ${what} ${whom}${row.masked ? ' in part' : ''}: allowed ${row.masked ? 'masked ' : ''}by the rule "${row.rule}".`;
  }
  const by = row.rule === null ? gateTexts[row.gate] : `the policy's rule "${row.rule}"`;
  const why =
    row.reason === 'not-allowed' && row.rule !== null
      ? ''
      : `, because ${reasonTexts[row.reason ?? 'not-allowed']}`;
  return `${row.actor} may not ${what} ${whom}: denied by ${by}${why}.`;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}
