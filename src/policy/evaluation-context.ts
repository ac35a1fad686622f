import type { AttributeValues, Moment, Target, Verification } from './target.js';

/** Everything a view depends on. */
export interface Situation {
  readonly actors: readonly string[];
  readonly target: Target;
  readonly moment: Moment;
  readonly values: AttributeValues;
  readonly verification: Verification;
}
