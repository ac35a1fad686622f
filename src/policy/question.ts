/** What can be asked of a policy. */
import type { SessionContext, Target } from './target.js';
import type { Action, Operation } from './vocabulary.js';

interface QuestionBase {
  /** Every actor the caller is at once: allows add up, one deny wins. */
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
  /** Whether nobody else could manage the organization without this person. Counted at the moment of asking. */
  readonly lastAdmin: boolean;
}
/** No part is optional: a question that leaves something out would be answered for "some" field of "some" person. */
export type Question = FieldQuestion | OperationQuestion;
