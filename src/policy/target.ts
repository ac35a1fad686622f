import type {
  Attribute,
  AttributeSync,
  ConnectionClass,
  FieldValue,
  Provisioning,
  RootAttribute,
} from './vocabulary.js';
import type { UsernameForm } from './views/view.js';

/** What gate 1 must know of the connection behind a person's primary identity. */
export interface ConnectionFacts {
  readonly class: ConnectionClass;
  /** Auth0's strategy: `auth0`, `samlp`, `google-oauth2`, … */
  readonly strategy: string;
  readonly name: string;
  readonly attributeSync: AttributeSync;
  /** Where a database connection keeps its users: Auth0's own store, or the customer's database without import. */
  readonly userStore: 'auth0' | 'external';
  /** Whether the person signs in with a password of Auth0's. */
  readonly hasPassword: boolean;
  readonly hasUsername: boolean;
  readonly hasPhoneNumber: boolean;
  /** Auth0's limits for a username on this connection. */
  readonly usernameLength: { readonly min: number; readonly max: number };
  /** What else a username may look like; by default neither an address nor a phone number. */
  readonly usernameForms: readonly UsernameForm[];
  /** The identifiers that nobody on this connection may be without. */
  readonly requiredAttributes: readonly RootAttribute[];
  /** The attributes a directory writes through SCIM. */
  readonly directoryOwned: readonly Attribute[];
}

/** The person a question is about, reduced to what a decision may depend on. */
export interface Target {
  readonly connection: ConnectionFacts;
  readonly provisioning: Provisioning;
  /** The organization in which the question is asked. */
  readonly organization: { readonly id: string; readonly metadata: Readonly<Record<string, string>> };
  /** The names of the roles the person has in that organization. */
  readonly roles: readonly string[];
  /** Whether the person belongs to other organizations too. Which ones is nobody's business here. */
  readonly shared: boolean;
}

/** What is true of the caller's session at this moment. */
export interface SessionContext {
  /** Seconds since the person last proved who they are; `null` when the token does not say, which counts as long ago. */
  readonly signInAge: number | null;
  /** Somebody acts with the person's session: the token has an `act` claim (RFC 8693 §4.1). */
  readonly delegated: boolean;
}

/** A person's stored values, by attribute. An attribute that is not set is absent or `null`. */
export type AttributeValues = Readonly<Partial<Record<Attribute, FieldValue>>>;

/** Which of the values Auth0 has verified. */
export interface Verification {
  readonly email: boolean;
  readonly phoneNumber: boolean;
}
