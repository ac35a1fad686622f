import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import { snapshotMap, type Restore } from '../snapshot.js';

interface Nonce {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

/**
 * Maximum age of a proof and tolerated clock skew, in seconds. Auth0 documents neither; its API SDKs use these
 * values.
 */
export const proofAge = { past: 300, future: 30 };
/** In seconds; Auth0 doesn't document its value. */
const nonceLifetime = 300;

/** State of DPoP proofs: issued nonces and used proofs. */
export class Proofs {
  readonly #clock: Clock;
  #nonces: Nonce[] = [];
  #used = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns the value for `DPoP-Nonce`. Rotates halfway through a nonce's lifetime. */
  nonce(): string {
    const now = this.#clock.now();
    const newest = this.#nonces.at(-1);
    if (newest && now - newest.issuedAt < (nonceLifetime / 2) * 1000) return newest.value;
    const value = randomId(24);
    this.#nonces = [
      ...this.#nonces.filter(({ issuedAt }) => this.#isRecent(issuedAt)),
      { value, issuedAt: now },
    ];
    return value;
  }

  isCurrent(nonce: unknown): boolean {
    return this.#nonces.some(({ value, issuedAt }) => value === nonce && this.#isRecent(issuedAt));
  }

  /** Records a proof. Returns `false` if it was used before. */
  spend(id: string): boolean {
    const now = this.#clock.now();
    for (const [usedId, forgottenAt] of this.#used) if (forgottenAt <= now) this.#used.delete(usedId);
    if (this.#used.has(id)) return false;
    this.#used.set(id, now + (proofAge.past + proofAge.future) * 1000);
    return true;
  }

  snapshot(): Restore {
    const nonces = this.#nonces;
    const restoreUsed = snapshotMap(this.#used);
    return () => {
      this.#nonces = nonces;
      restoreUsed();
    };
  }

  clear(): void {
    this.#nonces = [];
    this.#used.clear();
  }

  #isRecent(issuedAt: number): boolean {
    return this.#clock.now() - issuedAt < nonceLifetime * 1000;
  }
}
