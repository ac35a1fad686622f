import { randomId } from '../random.js';
import type { Restore } from '../snapshot.js';
import { splitScope } from './split-scope.js';

/** What somebody has let an application do in their name. */
export interface Consent {
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  readonly audience: string | undefined;
  readonly scopes: readonly string[];
}

type About = Omit<Consent, 'id' | 'scopes'>;
type ConsentRequest = About & { readonly scope: string };

/** The consents people have given to applications that are not the tenant's own. */
export class Consents {
  #consents: Consent[] = [];

  give({ scope, ...about }: ConsentRequest): void {
    const before = this.#find(about);
    const scopes = [...new Set([...(before?.scopes ?? []), ...splitScope(scope)])];
    const id = before?.id ?? `cgr_${randomId()}`;
    this.#consents = [...this.#consents.filter((each) => each !== before), { ...about, id, scopes }];
  }

  /** Whether they cover everything that is asked for now. */
  cover({ scope, ...about }: ConsentRequest): boolean {
    const given = this.#find(about)?.scopes ?? [];
    return splitScope(scope).every((each) => given.includes(each));
  }

  list(): readonly Consent[] {
    return this.#consents;
  }

  /** Whoever it was asks again. */
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
