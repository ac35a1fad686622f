import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import { snapshotMap, type Restore } from '../snapshot.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** A login transaction: the app's request, and the browser that can finish it. */
export interface LoginTransaction {
  readonly state: string;
  readonly browser: string;
  readonly request: AuthorizationRequest;
  readonly expiresAt: number;
}

const transactionLifetime = 60 * 60 * 1000;

/** The user who is signing in. */
export class Logins {
  readonly #clock: Clock;
  #transactions = new Map<string, LoginTransaction>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  begin(request: AuthorizationRequest, browser: string): LoginTransaction {
    const expiresAt = this.#clock.now() + transactionLifetime;
    const transaction = { state: randomId(), browser, request, expiresAt };
    this.#transactions.set(transaction.state, transaction);
    return transaction;
  }

  /** Returns a transaction only to the browser that started it, which prevents login CSRF. */
  pending(state: string, browser: string | undefined): LoginTransaction | undefined {
    const transaction = this.#transactions.get(state);
    if (!transaction || transaction.browser !== browser) return undefined;
    return transaction.expiresAt > this.#clock.now() ? transaction : undefined;
  }

  /** Stores a decision made during the login. */
  amend(transaction: LoginTransaction, decided: Partial<AuthorizationRequest>): LoginTransaction {
    const amended = { ...transaction, request: { ...transaction.request, ...decided } };
    this.#transactions.set(amended.state, amended);
    return amended;
  }

  finish(state: string): void {
    this.#transactions.delete(state);
  }

  snapshot(): Restore {
    return snapshotMap(this.#transactions);
  }

  clear(): void {
    this.#transactions.clear();
  }
}
