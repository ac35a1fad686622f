import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import { snapshotMap, type Restore } from '../snapshot.js';

interface Nonce {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

/** How old a proof may be, and how far ahead a browser's clock; Auth0 tells no figures, its SDKs for APIs use these. */
export const proofAge = { past: 300, future: 30 };
/** In seconds; Auth0 does not tell its own. */
const nonceLifetime = 300;

/** What the tenant remembers about DPoP proofs: the nonces it gave out, and which proofs it has seen. */
export class Proofs {
  readonly #clock: Clock;
  #nonces: Nonce[] = [];
  #used = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** For the `DPoP-Nonce` header: a new one when the last is halfway through its life. */
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

  /** Notes a proof; false where it has been seen before. */
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
