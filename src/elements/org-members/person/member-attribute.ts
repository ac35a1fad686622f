import type { LazyModule } from '../../../state/lazy-module.js';
import type { MemberPanel } from './person.js';

/** The attribute and the page that is open say the same person: whichever changed last is followed. */
export class MemberAttribute {
  readonly #host: { member: string; tab: string };
  readonly #part: LazyModule<MemberPanel>;
  /** Whose page was asked for last, by whoever. */
  #asked = '';
  #isOpening = false;

  constructor(host: { member: string; tab: string }, part: LazyModule<MemberPanel>) {
    this.#host = host;
    this.#part = part;
  }

  follow(): void {
    const controller = this.#part.current?.controller;
    const { member } = this.#host;
    if (member !== this.#asked) {
      this.#asked = member;
      if (member === '') controller?.close();
      else void this.#open(member);
    } else if (controller && !controller.isLeaving && !this.#isOpening) {
      this.#asked = this.#host.member = controller.page?.userId ?? '';
    }
  }

  async #open(userId: string): Promise<void> {
    this.#host.tab = 'members';
    this.#isOpening = true;
    const part = await this.#part.load();
    this.#isOpening = false;
    // Another person was asked for while it was loading, or nobody any longer.
    if (this.#asked === userId) part?.controller.open(userId);
  }
}
