import type { ParsedSeed } from '../seed.js';
import { connectionClass } from '../connection-class.js';

type Metadata = Record<string, unknown>;
type SeedUser = ParsedSeed['users'][number];

/** Attributes that an upstream identity provider manages: Auth0 updates them at login if the connection syncs. */
export const upstreamAttributes = ['name', 'given_name', 'family_name', 'nickname', 'picture'] as const;
export type UpstreamProfile = { email?: string | undefined } & {
  [attribute in (typeof upstreamAttributes)[number]]?: string | undefined;
};

export interface Identity {
  connection: string;
  provider: string;
  user_id: string;
  isSocial: boolean;
  /** Original profile of a linked account. */
  profileData?: UpstreamProfile &
    Pick<User, 'email_verified' | 'username' | 'phone_number' | 'phone_verified'>;
}

/** A user as the Management API returns it. */
export interface User extends UpstreamProfile {
  user_id: string;
  email_verified?: boolean | undefined;
  username?: string | undefined;
  phone_number?: string | undefined;
  phone_verified?: boolean | undefined;
  identities: Identity[];
  user_metadata?: Metadata | undefined;
  app_metadata?: Metadata | undefined;
  blocked?: boolean | undefined;
  created_at: string;
  updated_at: string;
  last_login?: string | undefined;
  last_ip?: string | undefined;
  last_password_reset?: string | undefined;
  logins_count: number;
}

/**
 * Facts about a person outside their user profile. Survives the deletion of a federated user, because the identity
 * provider still knows the person and would let them in again.
 */
export interface Person {
  readonly user_id: string;
  readonly connection: string;
  readonly upstream: UpstreamProfile;
  readonly note: string;
  /** A generated person: signs in like everyone else, but isn't offered as a persona. */
  readonly inCrowd: boolean;
  password: string;
  lockedOut: boolean;
  /** Failed logins since the last successful one. */
  failedLogins: number;
  /** Second factors and passkeys. */
  methods: readonly AuthenticationMethod[];
}

export type AuthenticationMethod = SeedUser['authentication_methods'][number];

export function seededPerson(seed: SeedUser, inCrowd: boolean): Person {
  const { email, name, given_name, family_name, nickname, picture } = seed;
  return {
    user_id: seed.user_id,
    connection: seed.connection,
    upstream: seed.upstream ?? { email, name, given_name, family_name, nickname, picture },
    note: seed.note,
    inCrowd,
    password: seed.password,
    lockedOut: seed.locked_out,
    failedLogins: 0,
    methods: seed.authentication_methods,
  };
}

/** Takes ownership of the seed's object, which must not be reused. */
export function seededUser(seed: SeedUser, strategy: string): User {
  const { connection, password, locked_out, upstream, note, authentication_methods, ...attributes } = seed;
  return {
    ...attributes,
    identities: [identity(seed.user_id, connection, strategy)],
    updated_at: seed.last_login ?? seed.created_at,
    ...(seed.last_login !== undefined && { last_ip: '127.0.0.1' }),
  };
}

/** Creates the user of a federated person at login. */
export function userFromUpstream(person: Person, strategy: string, now: string): User {
  return {
    ...person.upstream,
    user_id: person.user_id,
    email_verified: true,
    identities: [identity(person.user_id, person.connection, strategy)],
    created_at: now,
    updated_at: now,
    logins_count: 0,
  };
}

function identity(userId: string, connection: string, strategy: string): Identity {
  const isSocial = connectionClass(strategy) === 'social';
  return { connection, provider: strategy, user_id: userId.slice(userId.indexOf('|') + 1), isSocial };
}
