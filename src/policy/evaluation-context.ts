import type { AttributeValues, SessionContext, Target, Verification } from './target.js';

/** Everything that the views of a profile depend on. */
export interface EvaluationContext {
  readonly actors: readonly string[];
  readonly target: Target;
  readonly moment: SessionContext;
  readonly values: AttributeValues;
  readonly verification: Verification;
}
