export {
  auth0PermitsOperation,
  auth0PermitsRemoval,
  auth0PermitsUpdate,
  connectionHasAttribute,
} from './auth0-gate.js';
export { checkPatch, type Change, type PatchVerdict, type Refusal } from './check-patch.js';
export { checkValue, normalizeValue, sameValue, type ValueRules, type Violation } from './check-value.js';
export { actorsOf, decide, type Decision, type Question } from './decide.js';
export { defaultPolicy } from './default-policy.js';
export { resolveField, resolveFields, resolveGroups, type Situation } from './resolve.js';
export { parsePolicy, PolicyError, type Policy, type PolicyDocument, type PolicyIssue } from './schema.js';
export type { AttributeValues, ConnectionFacts, Target, Verification } from './target.js';
export type { Choice, Constraints, FieldView, GroupView } from './view.js';
export * from './vocabulary.js';
