/** The policy: decisions, views, and tools to analyze a policy file. Used by the proxy and the command line. */
export {
  canVerify,
  auth0PermitsOperation,
  auth0PermitsRemoval,
  auth0PermitsUpdate,
  connectionHasAttribute,
} from './auth0-gate.js';
export { checkPatch, isApproved, type Change, type Refusal } from './check-patch.js';
export { jsonBytes, oversizedFields } from './profile-size.js';
export { hasSameObjects, isMember, metadataPatch, metadataPath } from './metadata-path.js';
export { maskValue } from './views/mask.js';
export { addressProblem, normalizeAddress } from './address.js';
export { checkValue } from './check-value.js';
export { searchable } from './comparable.js';
export { normalizeValue, sameValue } from './normalize-value.js';
export { closestTag, isRightToLeft, textFor } from './localized-text.js';
export { isStored, listedPicture, listedText, readStored } from './stored-value.js';
export { administratorPermissions } from './administrators.js';
export { accessOf, actorsOf, decide, keepDecisions, type Decision } from './decide.js';
export { isSignInTooOld } from './safeguards.js';
export { isAllowedForAnyMember, isVisibleForAllMembers } from './views/any-member.js';
export {
  deprovisionLevels,
  factsOf,
  hasTrait,
  isCriticalStep,
  operationOfLevel,
  operationTable,
  operationsOn,
  operationsWith,
  type MemberState,
  type SteppedOperation,
} from './operations.js';
export type { OperationQuestion, Question } from './question.js';
export { defaultPolicy } from './file/default-policy.js';
export {
  actorsIn,
  allSafeguardConditions,
  allCoordinates,
  toQuestion,
  type Coordinates,
} from './analysis/questions.js';
export { resolveField, resolveFields, resolveGroups } from './views/resolve.js';
export { revealField, visibleText, visibilityOf } from './views/visibility.js';
export type { EvaluationContext } from './evaluation-context.js';
export { resolveOperation, resolveOperations, type OperationContext } from './views/resolve-operations.js';
export { explainRow, reasonTexts } from './analysis/explain.js';
export { lintPolicy } from './file/lint.js';
export { answerRow, diffPolicies, policyMatrix, type Difference, type MatrixRow } from './analysis/matrix.js';
export { describeIssue } from './file/describe-issue.js';
export { parsePolicy, PolicyError, type PolicyIssue } from './file/parse.js';
export { policySchema, type Policy, type PolicyDocument } from './file/schema.js';
export { dependsOnDirectory, neededScopes, type NeededScope } from './analysis/scopes.js';
export type { AttributeValues, ConnectionFacts, SessionContext, Target, Verification } from './target.js';
export type { Constraints, FieldView, OperationView, UsernameForm } from './views/view.js';
export * from './vocabulary.js';
