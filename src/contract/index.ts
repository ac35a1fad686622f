/** The types of all requests and responses between the elements and the proxy. */
export type {
  DeletionPlan,
  DeletionReceipt,
  DeletionStep,
  EmailReceipt,
  PendingDeletion,
  ProfileExport,
  SessionList,
  SessionView,
} from './account.js';
export type {
  ActivityEntry,
  ActivityPage,
  AuditAction,
  AuditChange,
  AuditOutcome,
  AuditProblem,
  AuditRoles,
  AuditValue,
} from './activity.js';
export { maxPreviewMembers, maxRunMembers } from './bulk.js';
export type {
  BulkCounts,
  BulkItem,
  BulkOperation,
  BulkRefusal,
  BulkRequest,
  BulkRun,
  BulkRunChange,
} from './bulk.js';
export {
  invitationRefusals,
  invitationStates,
  type InvitationLink,
  type InvitationOptions,
  type InvitationPage,
  type InvitationRefusal,
  type InvitationRequest,
  type InvitationResent,
  type InvitationResult,
  type InvitationResults,
  type InvitationState,
  type InvitationView,
} from './invitation.js';
export {
  inRoleOrder,
  memberFilters,
  memberOperationPaths,
  memberSorts,
  memberStatuses,
  type DeprovisionLevel,
  type AssignableRole,
  type AssignedRole,
  type RegainPath,
  type DeprovisionPlan,
  type DeprovisionStep,
  type MemberPage,
  type MemberReceipt,
  type MemberRoles,
  type MemberRow,
  type SelectionLine,
  type MemberSecurity,
  type MemberSort,
  type Membership,
  type MemberStatus,
  type ReceiptStep,
  type RevealedValue,
  type RoleList,
  type RoleName,
  type RolesChange,
  type DeprovisionLevelPlan,
} from './member.js';
export type { OrganizationInfo, OrganizationName, SessionInfo } from './session.js';
export type { ProfileView } from './profile.js';
export { problemStatus, type FieldProblem, type Problem, type ProblemCode } from './problem.js';
