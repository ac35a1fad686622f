import type {
  Attribute,
  AttributeSync,
  ConnectionClass,
  MetadataStore,
  Provisioning,
  RootAttribute,
  SignInIdentifier,
} from './vocabulary.js';
import type { UsernameForm } from './views/view.js';

/** The connection of a person's primary identity, which holds the account, as far as gate 1 depends on it. */
export interface ConnectionFacts {
  readonly class: ConnectionClass;
  /** Auth0's strategy: `auth0`, `samlp`, `google-oauth2`, … */
  readonly strategy: string;
  readonly name: string;
  /** Whether people can sign in to the organization through it. If not, the strictest answers apply. */
  readonly isEnabled: boolean;
  readonly attributeSync: AttributeSync;
  /** Where a database connection keeps its users: in Auth0, or in the customer's own database without import. */
  readonly userStore: 'auth0' | 'external';
  /** Whether the person signs in with a password that Auth0 manages. */
  readonly hasPassword: boolean;
  /** Whether an email address belongs to one user at most. Auth0 sends no password reset otherwise. */
  readonly hasUniqueEmails: boolean;
  /** What people sign in with, if Auth0 checks it. */
  readonly identifiers: readonly SignInIdentifier[];
  readonly hasUsername: boolean;
  readonly hasPhoneNumber: boolean;
  /** Auth0's limits for a username on this connection. */
  readonly usernameLength: { readonly min: number; readonly max: number };
  /** Identifiers that a username is allowed to look like. By default none. */
  readonly usernameForms: readonly UsernameForm[];
  /** The identifiers that every user of the connection must have. */
  readonly requiredAttributes: readonly RootAttribute[];
  /** The attributes that a directory writes, through SCIM or Google Directory Sync. */
  readonly directoryOwned: readonly Attribute[];
}

/** The person that a question is about, reduced to the facts that a decision depends on. */
export interface Target {
  readonly connection: ConnectionFacts;
  readonly provisioning: Provisioning;
  /** The organization of the caller's token. */
  readonly organization: { readonly id: string; readonly metadata: Readonly<Record<string, string>> };
  /** The names of the person's roles in that organization. */
  readonly roles: readonly string[];
  /** Whether the person belongs to other organizations. Which ones is never disclosed. */
  readonly shared: boolean;
}

/** The caller's session. */
export interface SessionContext {
  /** Seconds since the last sign-in. `null` if the token doesn't say, which counts as too long. */
  readonly signInAge: number | null;
  /** Whether someone else acts with the session: the token has an `act` claim (RFC 8693 §4.1). */
  readonly delegated: boolean;
}

/**
 * Stored values by attribute, as Auth0 keeps them: any JSON. An attribute that isn't set is absent or `null`. An object in
 * metadata is one value, and its members have no entries: `valueAt` reads them. `user_metadata` itself has an entry only if
 * it isn't an object.
 */
export type AttributeValues = Readonly<Partial<Record<Attribute | MetadataStore, unknown>>>;

/** Whether Auth0 has verified the identifiers. */
export interface Verification {
  readonly email: boolean;
  readonly phoneNumber: boolean;
}
