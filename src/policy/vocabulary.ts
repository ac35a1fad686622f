/**
 * The closed sets of words a policy is written in. Plain constants, free of zod, so that the browser may load
 * them too.
 */
export { operations, type Operation } from './operations.js';

/** The four ways a person can sign in, as far as editing is concerned. Unknown providers count as enterprise. */
export const connectionClasses = ['database', 'passwordless', 'enterprise', 'social'] as const;
export type ConnectionClass = (typeof connectionClasses)[number];

/** When the upstream overwrites root attributes: Auth0's `set_user_root_attributes`, in the project's words. */
export const attributeSyncModes = ['each-login', 'first-login', 'never'] as const;
export type AttributeSync = (typeof attributeSyncModes)[number];

/** How people come into an organization. `invitation` is the stricter answer when in doubt. */
export const provisionings = ['invitation', 'open'] as const;
export type Provisioning = (typeof provisionings)[number];

export const fieldKinds = [
  'text',
  'multiline',
  'email',
  'phone',
  'username',
  'url',
  'picture',
  'choice',
  'multi-choice',
  'boolean',
  'date',
  'language',
  'time-zone',
  'number',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The root attributes a field may be kept in. Everything else at the root is Auth0's, or an operation. */
export const rootAttributes = [
  'name',
  'given_name',
  'family_name',
  'nickname',
  'picture',
  'email',
  'phone_number',
  'username',
] as const;
export type RootAttribute = (typeof rootAttributes)[number];
export type Attribute = RootAttribute | `user_metadata.${string}` | `app_metadata.${string}`;

export const actions = ['read', 'update'] as const;
export type Action = (typeof actions)[number];

/** Which of the three gates closed. */
export const gates = ['auth0', 'policy', 'safeguard'] as const;
export type Gate = (typeof gates)[number];

const statedReasons = [
  'managed-by-connection', // the upstream identity provider owns it
  'refreshed-at-login', // it could be written, but the next sign-in would overwrite it
  'directory-owned', // a directory writes it through SCIM, and would write it again
  'sign-in-identifier', // the address or number a passwordless person signs in with
  'external-database', // kept in the customer's own database, which Auth0 only asks
  'invited-address', // must stay the address that was invited
  'shared-user', // the person belongs to other organizations too, which it would reach
  'not-allowed', // no rule allows it
] as const;

/** Why a field is visible but not editable. Each has one message per locale. */
export const fieldReasons = [
  ...statedReasons,
  'masked', // it is shown in part only, and what somebody does not see they do not change
] as const;
export type FieldReason = (typeof fieldReasons)[number];

/** Who could change a locked field all the same. Each has one message per locale. */
export const changeOwners = [
  'person', // they themselves: here, or where the upstream keeps their account
  'admin', // somebody who manages the organization
  'inviter', // whoever may invite: an invitation to another address
  'it-team', // whoever runs the organization's own sign-in
  'operator', // whoever runs the database the account is kept in
  'nobody',
] as const;
export type ChangeOwner = (typeof changeOwners)[number];

/** The reasons a rule may state for its denial: those of fields, and what only operations meet. */
export const ruleReasons = [
  ...statedReasons,
  'recreated-at-login', // the upstream would create the account again at the next sign-in
] as const;

/** Every reason of a decision: beside those of fields, what only an operation meets, and what a view turns into something else. */
export const lockReasons = [
  ...ruleReasons,
  'masked', // it is shown in part only
  'blocked', // an administrator has blocked the person, which this would undo
  'role-above-own', // the role lets somebody do more than the caller may
  'last-admin', // nobody else could manage the organization afterwards
  'delegated-session', // somebody else acts with the person's session
  'no-such-attribute', // people of this connection do not have it: the field is absent
  'step-up-required', // allowed, after signing in again: the field is editable
] as const;
export type LockReason = (typeof lockReasons)[number];

/** Text in several languages, by BCP 47 tag: `{ "en": "Job title", "de": "Position" }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/** A field's value as it travels; `null` is "not set". */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** A metadata attribute's store and key: one step into one object, never a path. `null` for a root attribute. */
export function metadataKey(
  attribute: Attribute,
): { store: 'user_metadata' | 'app_metadata'; key: string } | null {
  const dot = attribute.indexOf('.');
  if (dot < 0) return null;
  return {
    store: attribute.slice(0, dot) as 'user_metadata' | 'app_metadata',
    key: attribute.slice(dot + 1),
  };
}
