import type { Client } from '../clients.js';
import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import { snapshotMap, type Restore } from '../snapshot.js';

/** What a person has granted an app: everything the tokens are made from. */
export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  readonly organizationId: string | undefined;
  readonly audience: string | undefined;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly sessionId: string;
  readonly authTime: number;
  /** Thumbprint of the key that the tokens are bound to; none for bearer tokens. */
  readonly jkt: string | undefined;
}

interface AuthorizationCode {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly expiresAt: number;
  /** Links the code to the refresh tokens that came out of it. */
  readonly family: string;
  used: boolean;
}

export interface RefreshToken {
  /** What the Management API calls it; every token of a family is the same one to it. */
  readonly id: string;
  readonly grant: Grant;
  readonly family: string;
  /** Milliseconds since 1970: of the first token of the family, and of this one. */
  readonly createdAt: number;
  readonly exchangedAt: number;
  readonly order: number;
  /** Milliseconds since 1970; null while it is still good. */
  usedAt: number | null;
}

/** For each user and application; the oldest makes room: https://auth0.com/docs/secure/tokens/refresh-tokens */
const maxFamilies = 200;
const codeLifetime = 60 * 1000;

/** Authorization codes and refresh tokens: single use, and a second use costs the whole family. */
export class Grants {
  readonly #clock: Clock;
  readonly #clients: ReadonlyMap<string, Client>;
  #codes = new Map<string, AuthorizationCode>();
  #refreshTokens = new Map<string, RefreshToken>();
  #order = 0;

  constructor(clock: Clock, clients: ReadonlyMap<string, Client>) {
    this.#clock = clock;
    this.#clients = clients;
  }

  issueCode(grant: Grant, redirectUri: string, challenge: string): string {
    const code = randomId();
    const expiresAt = this.#clock.now() + codeLifetime;
    this.#codes.set(code, { grant, redirectUri, challenge, expiresAt, family: randomId(), used: false });
    return code;
  }

  /**
   * Takes a code out of circulation, whether or not the exchange then succeeds. A replayed code revokes what it
   * was exchanged for: https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2
   */
  redeemCode(code: string): AuthorizationCode | undefined {
    const found = this.#codes.get(code);
    if (!found) return undefined;
    if (found.used) this.revokeFamily(found.family);
    if (found.used || found.expiresAt <= this.#clock.now()) return undefined;
    found.used = true;
    return found;
  }

  issueRefreshToken(grant: Grant, family: string): string {
    const token = `v1.${randomId()}`;
    const now = this.#clock.now();
    const first = this.list().find((each) => each.family === family);
    this.#order += 1;
    this.#refreshTokens.set(token, {
      id: first?.id ?? randomId(18),
      grant,
      family,
      createdAt: first?.createdAt ?? now,
      exchangedAt: now,
      order: first?.order ?? this.#order,
      usedAt: null,
    });
    if (!first) this.#makeRoom(grant);
    return token;
  }

  #makeRoom({ userId, clientId }: Grant): void {
    const own = this.list().filter(({ grant }) => grant.userId === userId && grant.clientId === clientId);
    for (const { family } of own.slice(0, -maxFamilies)) this.revokeFamily(family);
  }

  /**
   * Spends a refresh token. Auth0 takes a second use for theft and revokes every token of the family:
   * https://auth0.com/docs/secure/tokens/refresh-tokens/refresh-token-rotation
   */
  redeemRefreshToken(token: string, clientId: string): RefreshToken | undefined {
    const found = this.#refreshTokens.get(token);
    if (!found || found.grant.clientId !== clientId || !this.#isAlive(found)) return undefined;
    const now = this.#clock.now();
    const leeway = (this.#lifetimes(found)?.leeway ?? 0) * 1000;
    if (found.usedAt !== null && now - found.usedAt >= leeway) {
      this.revokeFamily(found.family);
      return undefined;
    }
    found.usedAt ??= now;
    return found;
  }

  /**
   * Milliseconds since 1970: unused, and at all. A family is as old as its first token:
   * https://auth0.com/docs/secure/tokens/refresh-tokens/configure-refresh-token-expiration
   */
  expiry(token: RefreshToken): { idle: number; absolute: number } {
    const { idle_token_lifetime = 0, token_lifetime = 0 } = this.#lifetimes(token) ?? {};
    return {
      idle: token.exchangedAt + idle_token_lifetime * 1000,
      absolute: token.createdAt + token_lifetime * 1000,
    };
  }

  #lifetimes({ grant }: RefreshToken): Client['refresh_token'] | undefined {
    return this.#clients.get(grant.clientId)?.refresh_token;
  }

  #isAlive(token: RefreshToken): boolean {
    const { idle, absolute } = this.expiry(token);
    return Math.min(idle, absolute) > this.#clock.now();
  }

  /** The key whose proof must come with a refresh token. */
  boundKey(token: string): string | undefined {
    return this.#refreshTokens.get(token)?.grant.jkt;
  }

  revokeRefreshToken(token: string, clientId: string): void {
    const found = this.#refreshTokens.get(token);
    if (found?.grant.clientId === clientId) this.revokeFamily(found.family);
  }

  /** One row a family, in the order they began: its token that is still good, or the last one spent. */
  list(): RefreshToken[] {
    const families = new Map<string, RefreshToken>();
    for (const each of this.#refreshTokens.values()) families.set(each.family, each);
    return [...families.values()].filter((each) => this.#isAlive(each)).sort((a, b) => a.order - b.order);
  }

  revokeWhere(condition: (token: RefreshToken) => boolean): void {
    for (const { family } of this.list().filter(condition)) this.revokeFamily(family);
  }

  revokeFamily(family: string): void {
    for (const [token, each] of this.#refreshTokens) {
      if (each.family === family) this.#refreshTokens.delete(token);
    }
  }

  snapshot(): Restore {
    const restores = [snapshotMap(this.#codes), snapshotMap(this.#refreshTokens)];
    return () => restores.forEach((restore) => restore());
  }

  clear(): void {
    this.#codes.clear();
    this.#refreshTokens.clear();
  }
}
