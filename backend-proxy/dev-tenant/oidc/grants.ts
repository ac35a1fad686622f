import type { Client } from '../clients.js';
import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import { snapshotMap, type Restore } from '../snapshot.js';

/** A user's grant to an app: the input for its tokens. */
export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  readonly organizationId: string | undefined;
  readonly audience: string | undefined;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly sessionId: string;
  readonly authTime: number;
  /** Thumbprint of the key that tokens are bound to; `undefined` for bearer tokens. */
  readonly jkt: string | undefined;
}

interface AuthorizationCode {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly expiresAt: number;
  /** Links the code to its refresh tokens. */
  readonly family: string;
  used: boolean;
}

export interface RefreshToken {
  /** ID in the Management API, shared by all tokens of a family. */
  readonly id: string;
  readonly grant: Grant;
  readonly family: string;
  /** Creation of the family's first token and of this one, in milliseconds since 1970. */
  readonly createdAt: number;
  readonly exchangedAt: number;
  readonly order: number;
  /** Milliseconds since 1970; `null` while unused. */
  usedAt: number | null;
}

/** Limit per user and application; the oldest is revoked: https://auth0.com/docs/secure/tokens/refresh-tokens */
const maxFamilies = 200;
const codeLifetime = 60 * 1000;

/** Authorization codes and refresh tokens. Both are single-use; reuse revokes the whole family. */
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
   * Consumes a code, even if the exchange fails later. A replayed code revokes the tokens issued for it:
   * https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2
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
   * Consumes a refresh token. Auth0 treats reuse as theft and revokes the family:
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
   * Idle and absolute expiry, in milliseconds since 1970. A family is as old as its first token:
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

  /** Returns the key whose proof a refresh token requires. */
  boundKey(token: string): string | undefined {
    return this.#refreshTokens.get(token)?.grant.jkt;
  }

  revokeRefreshToken(token: string, clientId: string): void {
    const found = this.#refreshTokens.get(token);
    if (found?.grant.clientId === clientId) this.revokeFamily(found.family);
  }

  /** One row per family in order of creation: its unused token, or the last used one. */
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
