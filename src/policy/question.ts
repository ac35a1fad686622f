/** The questions that a policy decides. */
import type { SessionContext, Target } from './target.js';
import type { Action, Operation } from './vocabulary.js';

interface QuestionBase {
  /** All actors that the caller is. Allows add up, one deny wins. */
  readonly actors: readonly string[];
  readonly target: Target;
  readonly moment: SessionContext;
}
export interface FieldQuestion extends QuestionBase {
  readonly action: Action;
  readonly field: string;
}
export interface OperationQuestion extends QuestionBase {
  readonly operation: Operation;
  /** Whether the organization would have no admin without this person, counted just now. */
  readonly lastAdmin: boolean;
}
/** A question about one field or operation of one person. No part is optional, so that no answer is too general. */
export type Question = FieldQuestion | OperationQuestion;
