export type {
  DeletionPlan,
  DeletionReceipt,
  DeletionStep,
  MailReceipt,
  ProfileExport,
  SessionList,
  SessionView,
} from './account.js';
export type { ProfileView } from './profile.js';
export { problemStatus, type FieldProblem, type Problem, type ProblemCode } from './problem.js';
