/** Explains decisions in sentences, for reviewers and operators. */
import type { MatrixRow } from './matrix.js';
import type { LockReason } from '../vocabulary.js';

/** Reasons in the texts of the command line. The elements have their own, per locale. */
export const reasonTexts: Readonly<Record<LockReason, string>> = {
  'managed-by-connection': 'the identity provider upstream owns it',
  'refreshed-at-login': 'the connection overwrites it at each login, so Auth0 refuses to change it',
  'directory-owned': 'a directory writes it through SCIM',
  'sign-in-identifier': 'it is what the person signs in with',
  'external-database': "it is kept in the customer's own database",
  masked: 'it is shown in part only',
  'no-such-attribute': 'people of this connection do not have it',
  'invited-address': 'it must stay the address that was invited',
  'shared-user': 'the person belongs to other organizations too, which it would reach',
  'recreated-at-login': 'the identity provider upstream would create the account again at the next sign-in',
  blocked: 'an administrator has blocked the person, which it would undo',
  'role-above-own': 'the role lets somebody do more than the caller may',
  'last-admin': 'nobody else could manage the organization afterwards',
  'delegated-session': "somebody else acts with the person's session",
  'step-up-required': 'it needs a fresh sign-in',
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
