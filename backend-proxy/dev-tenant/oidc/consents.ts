import type { Restore } from '../snapshot.js';
import { words } from './words.js';

/** What somebody has let an application do in their name. */
export interface Consent {
  readonly userId: string;
  readonly clientId: string;
  readonly audience: string | undefined;
  readonly scopes: readonly string[];
}

type Asked = Omit<Consent, 'scopes'> & { readonly scope: string };

/** The consents people have given to applications that are not the tenant's own. */
export class Consents {
  #consents: Consent[] = [];

  give({ scope, ...about }: Asked): void {
    const before = this.#find(about);
    const scopes = [...new Set([...(before?.scopes ?? []), ...words(scope)])];
    this.#consents = [...this.#consents.filter((each) => each !== before), { ...about, scopes }];
  }

  /** Whether they cover everything that is asked for now. */
  cover({ scope, ...about }: Asked): boolean {
    const given = this.#find(about)?.scopes ?? [];
    return words(scope).every((each) => given.includes(each));
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

  #find({ userId, clientId, audience }: Omit<Consent, 'scopes'>): Consent | undefined {
    return this.#consents.find(
      (each) => each.userId === userId && each.clientId === clientId && each.audience === audience,
    );
  }
}
