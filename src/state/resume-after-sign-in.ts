import type { Parse } from './parse.js';
import { consumeIntent, discardIntent, saveIntent } from './pending-intent.js';

export interface ResumeAfterSignInOptions<Intent> {
  /** Names the intent, and the person it belongs to: no one else may resume it. */
  key(): string;
  readonly parse: Parse<Intent>;
  /** Has the person sign in. Leaves the page, or resolves when that was done in place. `maxAge` is in seconds. */
  signIn(maxAge?: number): Promise<void>;
}

/** Signs in again in the middle of a task, and resumes it when that left the page. */
export class ResumeAfterSignIn<Intent> {
  readonly #options: ResumeAfterSignInOptions<Intent>;

  constructor(options: ResumeAfterSignInOptions<Intent>) {
    this.#options = options;
  }

  /** Has the person sign in. Resolves only if that was done in place. */
  async signIn(intent: Intent, maxAge?: number): Promise<void> {
    const key = this.#options.key();
    saveIntent(key, intent);
    await this.#options.signIn(maxAge);
    discardIntent(key);
  }

  /** Returns what to resume, once; `null` if there is nothing. */
  consume(): Intent | null {
    return consumeIntent(this.#options.key(), this.#options.parse);
  }
}
