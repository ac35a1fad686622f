/** The closed sets of values that policies and views use. Free of zod, because the browser loads them. */
export { operations, type Operation } from './operations.js';

/** The kinds of connection that matter for editing. Unknown providers count as `enterprise`, the strictest. */
export const connectionClasses = ['database', 'passwordless', 'enterprise', 'social'] as const;
export type ConnectionClass = (typeof connectionClasses)[number];

/** When the upstream overwrites root attributes. Auth0 calls it `set_user_root_attributes`. */
export const attributeSyncModes = ['each-login', 'first-login', 'never'] as const;
export type AttributeSync = (typeof attributeSyncModes)[number];

/** How members join an organization. If unsure, use `invitation`, which is stricter. */
export const provisionings = ['invitation', 'open'] as const;
export type Provisioning = (typeof provisionings)[number];

/** Which control edits a field, and which values it takes. */
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
  'list',
  'boolean',
  'date',
  'language',
  'time-zone',
  'number',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The root attributes of an Auth0 user that a field can use. */
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
/** The root attributes that people can sign in with, where Auth0 checks the sign-in. */
export const signInIdentifiers = ['email', 'phone_number', 'username'] as const;
export type SignInIdentifier = (typeof signInIdentifiers)[number];
/** What Auth0 keeps of a user besides the root attributes. */
export type MetadataStore = 'user_metadata' | 'app_metadata';
/** Where Auth0 keeps a field's value. In metadata, a dot leads into an object: `user_metadata.address.city`. */
export type Attribute = RootAttribute | `${MetadataStore}.${string}`;

/** What a rule can allow or deny for a field. */
export const actions = ['read', 'update'] as const;
export type Action = (typeof actions)[number];

/** The gates of a decision, in order. */
export const gates = ['auth0', 'policy', 'safeguard'] as const;
export type Gate = (typeof gates)[number];

const statedReasons = [
  'managed-by-connection', // the upstream identity provider owns it
  'refreshed-at-login', // the next sign-in would overwrite it
  'directory-owned', // a directory writes it through SCIM, and would overwrite it
  'sign-in-identifier', // the address or number that a passwordless user signs in with
  'external-database', // stored in the customer's own database, which Auth0 only reads
  'invited-address', // must stay the address that was invited
  'shared-user', // the person belongs to other organizations, which it would affect
  'not-allowed', // no rule allows it
] as const;

/** Why a field is visible but not editable. Each has one message per locale. */
export const fieldReasons = [
  ...statedReasons,
  'connection-not-enabled', // the account's own sign-in method isn't one of the organization
  'masked', // the actor sees only a part of it
  'unreadable-value', // the stored value doesn't fit the field's kind
] as const;
export type FieldReason = (typeof fieldReasons)[number];

/** Who can change a locked field. Each has one message per locale. */
export const changeOwners = [
  'person', // the person, here or at their social provider
  'admin', // an admin of the organization
  'inviter', // a member who can invite the person under another address
  'it-team', // the people who run the organization's SSO
  'operator', // the people who run the database with the account
  'nobody',
] as const;
export type ChangeOwner = (typeof changeOwners)[number];

/** The reasons that a deny rule can state. */
export const ruleReasons = [
  ...statedReasons,
  'recreated-at-login', // the upstream would re-create the account at the next sign-in
] as const;

/** Every reason of a denied decision. Views show some of them in another form: as an absent or an editable field. */
export const lockReasons = [
  ...ruleReasons,
  'connection-not-enabled', // the account's own sign-in method isn't one of the organization
  'masked', // the actor sees only a part of it
  'unreadable-value', // the stored value doesn't fit the field's kind
  'blocked', // an admin blocked the person, and this would unblock them
  'role-above-own', // the role has permissions that the caller doesn't have
  'last-admin', // the organization would be left without an admin
  'delegated-session', // someone else acts with the caller's session
  'no-such-attribute', // users of this connection don't have it: the field is absent
  'step-up-required', // allowed, after signing in again: the field is editable
] as const;
export type LockReason = (typeof lockReasons)[number];

/** Text in several languages, by BCP 47 tag: `{ "en": "Job title", "de": "Position" }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/** A field's value in JSON. `null` means that it isn't set. */
export type FieldValue = string | number | boolean | readonly string[] | null;
