import type { MemberRow } from '../../contract/member.js';

/** A selected member, as the list showed them. */
export type SelectedMember = Pick<MemberRow, 'userId' | 'name' | 'email'>;

/** The selected members, across pages and filters. */
export class Selection {
  readonly #people = new Map<string, SelectedMember>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
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
    this.#onChange();
  }

  remove(userIds: readonly string[]): void {
    for (const userId of userIds) this.#people.delete(userId);
    this.#onChange();
  }

  clear(): void {
    this.#people.clear();
    this.#onChange();
  }
}
