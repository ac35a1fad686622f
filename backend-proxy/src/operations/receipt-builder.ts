import type { MemberReceipt, ReceiptStep } from '../../../src/contract/index.js';
import { ProblemError } from '../http/problem-error.js';

/** Collects step results into a receipt. */
export class ReceiptBuilder {
  readonly done: ReceiptStep[] = [];
  readonly already: ReceiptStep[] = [];
  readonly notDone: MemberReceipt['notDone'][number][] = [];
  #firstProblem: ProblemError | null = null;

  /** Runs a step. Records a failure instead of throwing, so that later steps still run. */
  async attempt(step: ReceiptStep, task: () => Promise<'done' | 'already'>): Promise<void> {
    try {
      this[await task()].push(step);
    } catch (reason) {
      this.fail(step, reason);
    }
  }

  /** Records a failed step. @throws errors that aren't problems, because they are bugs */
  fail(step: ReceiptStep, reason: unknown): void {
    if (!(reason instanceof ProblemError)) throw reason;
    this.#firstProblem ??= reason;
    this.notDone.push({ step, code: reason.code });
  }

  /** The first problem, if a step failed. */
  get firstProblem(): ProblemError | null {
    return this.#firstProblem;
  }

  /** Whether a step has a result. */
  has(step: ReceiptStep): boolean {
    const failed = this.notDone.map((one) => one.step);
    return [...this.done, ...this.already, ...failed].includes(step);
  }

  /** @throws {ProblemError} the first problem, if no step succeeded */
  assertSomething(): void {
    const nothing = this.done.length === 0 && this.already.length === 0;
    if (nothing && this.#firstProblem) throw this.#firstProblem;
  }
}
