import type { LazyModule } from '../../../state/lazy-module.js';
import type { MemberPanel } from './person-panel.js';

/** Keeps the `member` attribute and the open page in sync: the one that changed last wins. */
export class MemberAttribute {
  readonly #host: { member: string; tab: string };
  readonly #panel: LazyModule<MemberPanel>;
  /** The user ID that both were last set to. */
  #userId = '';
  #isOpening = false;
  /** Whether the page couldn't be loaded. It opens once someone has tried again. */
  #hasFailed = false;

  constructor(host: { member: string; tab: string }, panel: LazyModule<MemberPanel>) {
    this.#host = host;
    this.#panel = panel;
  }

  sync(): void {
    const controller = this.#panel.current?.controller;
    const { member } = this.#host;
    if (member !== this.#userId) {
      this.#userId = member;
      if (member === '') controller?.close();
      else void this.#open(member);
    } else if (controller && this.#hasFailed) {
      this.#hasFailed = false;
      if (member) controller.open(member);
    } else if (controller && !controller.isLeaving && !this.#isOpening) {
      this.#userId = this.#host.member = controller.page?.userId ?? '';
    }
  }

  async #open(userId: string): Promise<void> {
    this.#host.tab = 'members';
    this.#isOpening = true;
    const panel = await this.#panel.load();
    this.#isOpening = false;
    // The attribute may have changed while the panel was loading.
    if (this.#userId !== userId) return;
    this.#hasFailed = panel === null;
    panel?.controller.open(userId);
  }
}
