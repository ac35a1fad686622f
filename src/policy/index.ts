export {
  auth0PermitsOperation,
  auth0PermitsRemoval,
  auth0PermitsUpdate,
  connectionHasAttribute,
} from './auth0-gate.js';
export { checkPatch, isApproved, type Change, type PatchVerdict, type Refusal } from './check-patch.js';
export { maskValue } from './mask.js';
export { checkValue, normalizeValue, sameValue, type ValueRules, type Violation } from './check-value.js';
export { administratorPermissions } from './administrators.js';
export { endsAdministration } from './safeguards.js';
export { accessOf, actorsOf, decide, type Decision } from './decide.js';
export { openForSomebody, seenOfEverybody } from './everybody.js';
export type { FieldQuestion, OperationQuestion, Question } from './question.js';
export type { Mention } from './mentions.js';
export { defaultPolicy } from './default-policy.js';
export {
  actorsIn,
  allCircumstances,
  allCoordinates,
  allPeople,
  toQuestion,
  type Circumstance,
  type Coordinates,
} from './questions.js';
export { resolveField, resolveFields, resolveGroups } from './resolve.js';
export { revealField, shownText, sightOf, type Sight } from './sight.js';
export type { Situation } from './situation.js';
export { resolveOperation, resolveOperations, type OperationSituation } from './resolve-operations.js';
export { explainRow, reasonTexts } from './explain.js';
export { lintPolicy } from './lint.js';
export { answerRow, diffPolicies, policyMatrix, type Difference, type MatrixRow } from './matrix.js';
export { parsePolicy, PolicyError, type PolicyIssue } from './parse.js';
export { policySchema, type Policy, type PolicyDocument } from './schema.js';
export { dependsOnDirectory, neededScopes, type NeededScope } from './scopes.js';
export type { AttributeValues, ConnectionFacts, Moment, Target, Verification } from './target.js';
export type {
  Choice,
  Consequence,
  Constraints,
  FieldConsequence,
  FieldView,
  GroupView,
  OperationView,
  UsernameForm,
} from './view.js';
export * from './vocabulary.js';
