import type { Clock } from './clock.js';
import { randomId } from './random.js';
import { snapshotAll, snapshotMap, type Restore } from './snapshot.js';

/** Code that Auth0 would run at a sign-in. */
export interface Action {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly runtime: string;
  readonly supported_triggers: readonly { readonly id: string; readonly version?: string | undefined }[];
  /** A draft is built before it can be deployed, some time after it was written. */
  readonly status: 'pending' | 'building' | 'built';
  readonly deployed?: { readonly id: string; readonly code: string; readonly number: number } | undefined;
  readonly created_at: string;
  readonly updated_at: string;
}

/** An Action in the flow of a trigger. */
export interface Binding {
  readonly id: string;
  readonly action_id: string;
  readonly display_name: string;
}

/** What an Action can say about a sign-in. */
export type SignInFact = 'auth_time' | 'session_id';

type Draft = Pick<Action, 'name' | 'code' | 'runtime' | 'supported_triggers'>;

/** Actions, and the order in which they run after a sign-in. */
export class Actions {
  readonly #clock: Clock;
  readonly #actions = new Map<string, Action>();
  readonly #bindings = new Map<string, Binding>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(draft: Draft): Action {
    const now = this.#clock.timestamp();
    return this.#set({
      ...draft,
      id: crypto.randomUUID(),
      status: 'pending',
      created_at: now,
      updated_at: now,
    });
  }

  change(action: Action, draft: Partial<Draft>): Action {
    const updated_at = this.#clock.timestamp();
    return this.#set({ ...action, ...draft, status: 'pending', updated_at });
  }

  list(): readonly Action[] {
    return [...this.#actions.values()];
  }

  /** Looks at an Action. Each look finds its build one step further, so that no test has to wait. */
  look(id: string): Action | undefined {
    const action = this.#actions.get(id);
    if (!action || action.status === 'built') return action;
    return this.#set({ ...action, status: action.status === 'pending' ? 'building' : 'built' });
  }

  /** Puts the built draft into effect. */
  deploy(action: Action): Action {
    const number = (action.deployed?.number ?? 0) + 1;
    return this.#set({ ...action, deployed: { id: crypto.randomUUID(), code: action.code, number } });
  }

  /** In the order in which they run. */
  bindings(): readonly Binding[] {
    return [...this.#bindings.values()];
  }

  bind(bindings: readonly Omit<Binding, 'id'>[]): readonly Binding[] {
    this.#bindings.clear();
    for (const binding of bindings) {
      const id = randomId(12);
      this.#bindings.set(id, { ...binding, id });
    }
    return this.bindings();
  }

  get(id: string): Action | undefined {
    return this.#actions.get(id);
  }

  /** Claims that the deployed Actions in the flow add to access tokens. */
  claims(): Readonly<Record<string, SignInFact>> {
    return Object.assign(
      {},
      ...this.bindings().map(({ action_id }) => claimsSetBy(this.get(action_id)?.deployed?.code ?? '')),
    ) as Record<string, SignInFact>;
  }

  snapshot(): Restore {
    return snapshotAll([
      { snapshot: () => snapshotMap(this.#actions) },
      { snapshot: () => snapshotMap(this.#bindings) },
    ]);
  }

  clear(): void {
    this.#actions.clear();
    this.#bindings.clear();
  }

  #set(action: Action): Action {
    this.#actions.set(action.id, action);
    return action;
  }
}

/**
 * Reads from an Action's code which claims it adds. The code isn't run, because anyone who reaches this tenant can write it. A value
 * that mentions the session is taken as its ID, any other as the time of the sign-in.
 */
function claimsSetBy(code: string): Record<string, SignInFact> {
  const calls = code.matchAll(/api\.accessToken\.setCustomClaim\(\s*(['"])(.+?)\1\s*,([^;]*)/g);
  return Object.fromEntries(
    [...calls].map(([, , name = '', value = '']) => [
      name,
      /\bsession\b/.test(value) ? 'session_id' : 'auth_time',
    ]),
  );
}
