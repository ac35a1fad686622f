import type { MemberRow } from '../../contract/member.js';

/** Somebody as the list showed them when they were chosen. */
export type SelectedMember = Pick<MemberRow, 'userId' | 'name' | 'email'>;

/** Who is selected, over all pages that were looked at. It holds ids and names, and no page. */
export class Selection {
  readonly #people = new Map<string, SelectedMember>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get size(): number {
    return this.#people.size;
  }

  get people(): readonly SelectedMember[] {
    return [...this.#people.values()];
  }

  has(userId: string): boolean {
    return this.#people.has(userId);
  }

  toggle(people: readonly SelectedMember[], on: boolean): void {
    for (const { userId, name, email } of people) {
      if (on) this.#people.set(userId, { userId, name, email });
      else this.#people.delete(userId);
    }
    this.#changed();
  }

  clear(): void {
    this.#people.clear();
    this.#changed();
  }
}
