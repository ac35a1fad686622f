import type { MemberReceipt, ReceiptStep } from '../../../src/contract/index.js';
import { ProblemError } from '../http/problem-error.js';

/** What has become of each step: the receipt in the making. */
export class ReceiptBuilder {
  readonly done: ReceiptStep[] = [];
  readonly already: ReceiptStep[] = [];
  readonly notDone: MemberReceipt['notDone'][number][] = [];
  #firstProblem: ProblemError | null = null;

  /** Takes a step; that it failed is noted and not thrown, so that the others are taken too. */
  async attempt(step: ReceiptStep, task: () => Promise<'done' | 'already'>): Promise<void> {
    try {
      this[await task()].push(step);
    } catch (reason) {
      this.fail(step, reason);
    }
  }

  /** @throws what is no refusal, but a mistake of ours */
  fail(step: ReceiptStep, reason: unknown): void {
    if (!(reason instanceof ProblemError)) throw reason;
    this.#firstProblem ??= reason;
    this.notDone.push({ step, code: reason.code });
  }

  /** Whether something has been said of the step. */
  has(step: ReceiptStep): boolean {
    const failed = this.notDone.map((one) => one.step);
    return [...this.done, ...this.already, ...failed].includes(step);
  }

  /** Where nothing came of it at all, there is no receipt but a problem. @throws ProblemError */
  assertSomething(): void {
    const nothing = this.done.length === 0 && this.already.length === 0;
    if (nothing && this.#firstProblem) throw this.#firstProblem;
  }
}
