import type { ParsedSeed } from '../seed.js';
import { connectionClass } from '../connection-class.js';

type Metadata = Record<string, unknown>;
type SeedUser = ParsedSeed['users'][number];

/** Attributes an upstream identity provider owns: Auth0 writes them at login when the connection syncs. */
export const upstreamAttributes = ['name', 'given_name', 'family_name', 'nickname', 'picture'] as const;
export type UpstreamProfile = { email?: string | undefined } & {
  [attribute in (typeof upstreamAttributes)[number]]?: string | undefined;
};

export interface Identity {
  connection: string;
  provider: string;
  user_id: string;
  isSocial: boolean;
  /** Of a linked account: what it brought along. */
  profileData?: UpstreamProfile &
    Pick<User, 'email_verified' | 'username' | 'phone_number' | 'phone_verified'>;
}

/** A user exactly as the Management API shows it. */
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
 * What is true of a human being outside the user profile. It survives the deletion of a federated user, because
 * the upstream identity provider still knows the person and would let them in again.
 */
export interface Person {
  readonly user_id: string;
  readonly connection: string;
  readonly upstream: UpstreamProfile;
  readonly note: string;
  /** One of many that were made up: signs in like everybody else, but is not offered as a persona. */
  readonly inCrowd: boolean;
  password: string;
  lockedOut: boolean;
  /** Failed logins since the last one that worked. */
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

/** Takes over what is in the seed, which must not be used again. */
export function seededUser(seed: SeedUser, strategy: string): User {
  const { connection, password, locked_out, upstream, note, authentication_methods, ...attributes } = seed;
  return {
    ...attributes,
    identities: [identity(seed.user_id, connection, strategy)],
    updated_at: seed.last_login ?? seed.created_at,
    ...(seed.last_login !== undefined && { last_ip: '127.0.0.1' }),
  };
}

/** A federated person the tenant does not know yet, or no longer, becomes a user by signing in. */
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
