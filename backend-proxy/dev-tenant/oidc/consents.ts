import { randomId } from '../random.js';
import type { Restore } from '../snapshot.js';
import { splitScope } from './split-scope.js';

/** A user's consent to one application. */
export interface Consent {
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  readonly audience: string | undefined;
  readonly scopes: readonly string[];
}

type About = Omit<Consent, 'id' | 'scopes'>;
type ConsentRequest = About & { readonly scope: string };

/** Users' consents to third-party applications. */
export class Consents {
  #consents: Consent[] = [];

  give({ scope, ...about }: ConsentRequest): void {
    const before = this.#find(about);
    const scopes = [...new Set([...(before?.scopes ?? []), ...splitScope(scope)])];
    const id = before?.id ?? `cgr_${randomId()}`;
    this.#consents = [...this.#consents.filter((each) => each !== before), { ...about, id, scopes }];
  }

  /** Returns whether the consent covers all requested scopes. */
  cover({ scope, ...about }: ConsentRequest): boolean {
    const given = this.#find(about)?.scopes ?? [];
    return splitScope(scope).every((each) => given.includes(each));
  }

  list(): readonly Consent[] {
    return this.#consents;
  }

  /** Withdraws matching consents. The application has to ask again. */
  withdrawWhere(condition: (consent: Consent) => boolean): void {
    this.#consents = this.#consents.filter((each) => !condition(each));
  }

  snapshot(): Restore {
    const kept = this.#consents;
    return () => {
      this.#consents = kept;
    };
  }

  clear(): void {
    this.#consents = [];
  }

  #find({ userId, clientId, audience }: About): Consent | undefined {
    return this.#consents.find(
      (each) => each.userId === userId && each.clientId === clientId && each.audience === audience,
    );
  }
}
