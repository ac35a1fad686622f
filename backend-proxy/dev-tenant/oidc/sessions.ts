import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** Somebody signed in at the tenant, in one browser. */
export interface Session {
  /** The `sid` of ID tokens. */
  readonly id: string;
  /** The cookie's value. Not the `sid`, which every app gets to see. */
  readonly secret: string;
  readonly userId: string;
  /** Seconds since 1970; becomes `auth_time`. */
  readonly authTime: number;
}

/** A login under way: what the app asked for, and the browser that may finish it. */
export interface LoginTransaction {
  readonly state: string;
  readonly browser: string;
  readonly request: AuthorizationRequest;
  readonly expiresAt: number;
}

const transactionLifetime = 60 * 60 * 1000;

/** Who is signed in, and who is about to be. */
export class Sessions {
  readonly #clock: Clock;
  #sessions = new Map<string, Session>();
  #transactions = new Map<string, LoginTransaction>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start(userId: string): Session {
    const session = { id: randomId(16), secret: randomId(), userId, authTime: this.#clock.seconds() };
    this.#sessions.set(session.secret, session);
    return session;
  }

  get(secret: string | undefined): Session | undefined {
    return secret === undefined ? undefined : this.#sessions.get(secret);
  }

  end(secret: string | undefined): void {
    if (secret !== undefined) this.#sessions.delete(secret);
  }

  endById(id: string): void {
    this.#endWhere((session) => session.id === id);
  }

  endAllOf(userId: string): void {
    this.#endWhere((session) => session.userId === userId);
  }

  begin(request: AuthorizationRequest, browser: string): LoginTransaction {
    const expiresAt = this.#clock.now() + transactionLifetime;
    const transaction = { state: randomId(), browser, request, expiresAt };
    this.#transactions.set(transaction.state, transaction);
    return transaction;
  }

  /** Only the browser that began a login can see it, which is what stops login CSRF. */
  pending(state: string, browser: string | undefined): LoginTransaction | undefined {
    const transaction = this.#transactions.get(state);
    if (!transaction || transaction.browser !== browser) return undefined;
    return transaction.expiresAt > this.#clock.now() ? transaction : undefined;
  }

  finish(transaction: LoginTransaction): void {
    this.#transactions.delete(transaction.state);
  }

  clear(): void {
    this.#sessions.clear();
    this.#transactions.clear();
  }

  #endWhere(condition: (session: Session) => boolean): void {
    for (const session of this.#sessions.values()) {
      if (condition(session)) this.#sessions.delete(session.secret);
    }
  }
}
