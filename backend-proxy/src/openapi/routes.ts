/**
 * The description of every route, from which the OpenAPI document is made. Requests are described by the schemas that
 * check them, responses by types of the contract. A test holds the table against the routes of the application.
 */
import type { z } from 'zod';
import type { ProblemCode } from '../../../src/contract/index.js';
import type { Operation } from '../../../src/policy/index.js';
import { activityExportQuery, activityQuery } from '../routes/activity.js';
import { bulkRunBody, bulkRunChangeBody, bulkRunQuery } from '../routes/bulk-runs.js';
import { invitationsBody, invitationsQuery } from '../routes/invitations.js';
import { levelBody } from '../routes/member-operations.js';
import { rolesBody } from '../routes/member-roles.js';
import { memberListQuery } from '../routes/members.js';
import { memberExportQuery, memberSelectionQuery } from '../routes/member-streams.js';
import { patchBody } from '../routes/profile.js';
import { reasonBody } from '../routes/request-parts.js';
import { revealBody } from '../routes/reveal.js';

export type RequestHeader =
  'Idempotency-Key' | 'If-Match' | 'If-None-Match' | 'Accept-Language' | 'Last-Event-ID';

/** The content of a response: JSON of a type of the contract, by its name, other media types, or `null` for none. */
export type Content = { readonly type?: string; readonly media?: readonly string[] } | null;

export interface RouteDescription {
  /** `operationId` in the document. Code generators make a function name of it, so it's stable. */
  readonly id: string;
  readonly tag:
    'Account' | 'Organization' | 'Members' | 'Invitations' | 'Bulk actions' | 'Activity' | 'Probes';
  readonly summary: string;
  /** What the policy has to allow the caller, if it's always the same. Fields have rules of their own. */
  readonly operation?: Operation;
  readonly headers?: readonly RequestHeader[];
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The same, if the body can be left out. */
  readonly optionalBody?: z.ZodType;
  /** By status. */
  readonly success: Readonly<Record<number, Content>>;
  /** Besides those of every route, and of every route with a body, a query, an operation, or an idempotency key. */
  readonly problems?: readonly ProblemCode[];
}

/** Problems of every route below `/v1`. `profile_not_found` also means that the caller is no longer a member. */
export const commonProblems: readonly ProblemCode[] = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_proof_invalid',
  'token_nonce_required',
  'token_without_organization',
  'token_not_a_person',
  'user_blocked',
  'profile_not_found',
  'rate_limited',
  'upstream_unavailable',
  'upstream_invalid',
  'upstream_refused',
  'upstream_timeout',
  'shutting_down',
  'internal',
];

/** Further problems, by what a route has. */
export const problemsOf = {
  operation: ['operation_locked', 'step_up_required'],
  query: ['query_invalid'],
  body: [
    'body_not_json',
    'body_invalid',
    'body_too_large',
    'body_unavailable',
    'media_type_unsupported',
    'content_encoding_unsupported',
  ],
  'Idempotency-Key': [
    'idempotency_key_required',
    'idempotency_key_reused',
    'request_in_progress',
    'outcome_unknown',
  ],
} as const satisfies Record<string, readonly ProblemCode[]>;

const patch = {
  headers: ['If-Match'],
  body: patchBody,
  success: { 200: { type: 'ProfileView' } },
  problems: [
    'if_match_required',
    'profile_changed',
    'field_unknown',
    'field_locked',
    'value_invalid',
    'value_in_use',
    'value_refused',
    'profile_too_large',
    'step_up_required',
  ],
} as const;

const email = {
  headers: ['Idempotency-Key'],
  optionalBody: reasonBody,
  success: { 202: { type: 'EmailReceipt' } },
  problems: ['feature_unavailable'],
} as const;

const emailToMember = { ...email, problems: ['feature_unavailable', 'reason_required'] } as const;

const memberOperation = {
  tag: 'Members',
  headers: ['Idempotency-Key'],
  optionalBody: reasonBody,
  success: { 200: { type: 'MemberReceipt' } },
  problems: ['reason_required', 'feature_unavailable'],
} as const;

/** By method and path, in the order of the README. */
export const routes: Readonly<Record<string, RouteDescription>> = {
  'GET /v1/profile': {
    id: 'getProfile',
    tag: 'Account',
    summary: 'Read your own profile',
    headers: ['If-None-Match'],
    success: { 200: { type: 'ProfileView' }, 304: null },
  },
  'PATCH /v1/profile': { id: 'updateProfile', tag: 'Account', summary: 'Change your own profile', ...patch },
  'POST /v1/profile/password-reset': {
    id: 'sendPasswordReset',
    tag: 'Account',
    summary: 'Send yourself an email with a link to choose a new password',
    operation: 'password.reset',
    ...email,
  },
  'POST /v1/profile/email-verification': {
    id: 'sendEmailVerification',
    tag: 'Account',
    summary: 'Send yourself a verification email',
    operation: 'email.verify',
    ...email,
  },
  'GET /v1/profile/sessions': {
    id: 'listSessions',
    tag: 'Account',
    summary: 'List your sessions',
    operation: 'sessions.read',
    success: { 200: { type: 'SessionList' } },
  },
  'DELETE /v1/profile/sessions': {
    id: 'endOtherSessions',
    tag: 'Account',
    summary: 'End all your sessions but the current one',
    operation: 'sessions.revoke',
    success: { 204: null },
    problems: ['feature_unavailable'],
  },
  'DELETE /v1/profile/sessions/:sessionId': {
    id: 'endSession',
    tag: 'Account',
    summary: 'End one of your sessions',
    operation: 'sessions.revoke',
    success: { 204: null },
    problems: ['feature_unavailable', 'session_not_found'],
  },
  'GET /v1/profile/export': {
    id: 'exportProfile',
    tag: 'Account',
    summary: 'Download your data, as JSON or with `Accept: text/html` as a web page',
    operation: 'profile.export',
    headers: ['Accept-Language'],
    success: { 200: { type: 'ProfileExport', media: ['text/html'] } },
  },
  'GET /v1/profile/deletion': {
    id: 'previewDeletion',
    tag: 'Account',
    summary: 'Preview the deletion of your account',
    operation: 'profile.delete',
    success: { 200: { type: 'DeletionPlan' } },
  },
  'DELETE /v1/profile': {
    id: 'deleteProfile',
    tag: 'Account',
    summary: 'Delete your account, now or after the delay of the policy',
    operation: 'profile.delete',
    success: { 200: { type: 'DeletionReceipt' }, 202: { type: 'PendingDeletion' } },
    problems: ['erasure_failed', 'feature_unavailable'],
  },
  'DELETE /v1/profile/deletion': {
    id: 'cancelDeletion',
    tag: 'Account',
    summary: 'Cancel the scheduled deletion of your account',
    success: { 204: null },
  },

  'GET /v1/session': {
    id: 'getSession',
    tag: 'Organization',
    summary: 'Read who you are, your organization, and what you can do there',
    success: { 200: { type: 'SessionInfo' } },
  },
  'GET /v1/roles': {
    id: 'listRoles',
    tag: 'Organization',
    summary: 'List the roles, with whether you can assign them',
    operation: 'member.list',
    success: { 200: { type: 'RoleList' } },
  },
  'GET /v1/members': {
    id: 'listMembers',
    tag: 'Organization',
    summary: 'List members, a page at a time',
    operation: 'member.list',
    query: memberListQuery,
    success: { 200: { type: 'MemberPage' } },
  },
  'GET /v1/members/export': {
    id: 'exportMembers',
    tag: 'Organization',
    summary: 'Download members as a CSV file',
    operation: 'members.export',
    headers: ['Accept-Language'],
    query: memberExportQuery,
    success: { 200: { media: ['text/csv'] } },
  },
  'GET /v1/members/selection': {
    id: 'selectMembers',
    tag: 'Bulk actions',
    summary: 'Read the IDs of all members who match, for a bulk action on them',
    operation: 'bulk.run',
    query: memberSelectionQuery,
    success: { 200: { media: ['application/jsonl'] } },
  },
  'GET /v1/activity': {
    id: 'listActivity',
    tag: 'Activity',
    summary: 'List what was done, tried, and refused, newest first',
    operation: 'activity.read',
    query: activityQuery,
    success: { 200: { type: 'ActivityPage' } },
  },
  'GET /v1/activity/export': {
    id: 'exportActivity',
    tag: 'Activity',
    summary: 'Download the activity log',
    operation: 'activity.read',
    headers: ['Accept-Language'],
    query: activityExportQuery,
    success: { 200: { media: ['text/csv', 'application/jsonl'] } },
  },
  'GET /v1/invitations': {
    id: 'listInvitations',
    tag: 'Invitations',
    summary: 'List pending and recently ended invitations',
    operation: 'invitation.read',
    query: invitationsQuery,
    success: { 200: { type: 'InvitationPage' } },
  },
  'POST /v1/invitations': {
    id: 'createInvitations',
    tag: 'Invitations',
    summary: 'Invite people, or with `dryRun` only check. A dry run needs no `Idempotency-Key`',
    operation: 'invitation.create',
    headers: ['Idempotency-Key'],
    body: invitationsBody,
    success: { 200: { type: 'InvitationResults' } },
    problems: ['invitation_refused'],
  },
  'GET /v1/invitations/options': {
    id: 'getInvitationOptions',
    tag: 'Invitations',
    summary: 'Read what an invitation can choose from',
    operation: 'invitation.create',
    success: { 200: { type: 'InvitationOptions' } },
  },
  'POST /v1/invitations/:invitationId/resend': {
    id: 'resendInvitation',
    tag: 'Invitations',
    summary: 'Replace an invitation with a new one',
    operation: 'invitation.resend',
    headers: ['Idempotency-Key'],
    success: { 200: { type: 'InvitationResent' } },
    problems: ['invitation_not_found', 'invitation_refused'],
  },
  'DELETE /v1/invitations/:invitationId': {
    id: 'revokeInvitation',
    tag: 'Invitations',
    summary: 'Revoke an invitation',
    operation: 'invitation.revoke',
    success: { 204: null },
    problems: ['invitation_not_found'],
  },
  'POST /v1/invitations/:invitationId/link': {
    id: 'getInvitationLink',
    tag: 'Invitations',
    summary: 'Read the link of an invitation',
    operation: 'invitation.create',
    success: { 200: { type: 'InvitationLink' } },
    problems: ['invitation_not_found'],
  },

  'GET /v1/members/:userId': {
    id: 'getMember',
    tag: 'Members',
    summary: "Read a member's profile and membership",
    operation: 'member.read',
    headers: ['If-None-Match'],
    success: { 200: { type: 'ProfileView' }, 304: null },
  },
  'PATCH /v1/members/:userId': {
    id: 'updateMember',
    tag: 'Members',
    summary: "Change a member's profile on their behalf",
    operation: 'member.read',
    ...patch,
    problems: [...patch.problems, 'reason_required'],
  },
  'POST /v1/members/:userId/reveal': {
    id: 'revealField',
    tag: 'Members',
    summary: 'Read the full value of a masked field',
    operation: 'member.read',
    body: revealBody,
    success: { 200: { type: 'RevealedValue' } },
    problems: ['field_unknown'],
  },
  'POST /v1/members/:userId/password-reset': {
    id: 'sendMemberPasswordReset',
    tag: 'Members',
    summary: 'Send a member an email with a link to choose a new password',
    operation: 'password.reset',
    ...emailToMember,
  },
  'POST /v1/members/:userId/email-verification': {
    id: 'sendMemberEmailVerification',
    tag: 'Members',
    summary: 'Send a member a verification email',
    operation: 'email.verify',
    ...emailToMember,
  },
  'GET /v1/members/:userId/sessions': {
    id: 'listMemberSessions',
    tag: 'Members',
    summary: "List a member's sessions",
    operation: 'sessions.read',
    success: { 200: { type: 'SessionList' } },
  },
  'DELETE /v1/members/:userId/sessions': {
    id: 'endMemberSessions',
    tag: 'Members',
    summary: "End all of a member's sessions",
    operation: 'sessions.revoke',
    success: { 204: null },
    problems: ['feature_unavailable'],
  },
  'DELETE /v1/members/:userId/sessions/:sessionId': {
    id: 'endMemberSession',
    tag: 'Members',
    summary: "End one of a member's sessions",
    operation: 'sessions.revoke',
    success: { 204: null },
    problems: ['feature_unavailable', 'session_not_found'],
  },
  'GET /v1/members/:userId/security': {
    id: 'getMemberSecurity',
    tag: 'Members',
    summary: "Read a member's lockouts, MFA methods, and passkeys",
    operation: 'member.read',
    success: { 200: { type: 'MemberSecurity' } },
  },
  'POST /v1/members/:userId/block': {
    id: 'blockMember',
    summary: 'Block a member',
    operation: 'member.block',
    ...memberOperation,
  },
  'POST /v1/members/:userId/unblock': {
    id: 'unblockMember',
    summary: 'Unblock a member',
    operation: 'member.unblock',
    ...memberOperation,
  },
  'POST /v1/members/:userId/clear-lockout': {
    id: 'clearMemberLockout',
    summary: 'Let a member who is locked out try again',
    operation: 'member.clear-lockout',
    ...memberOperation,
  },
  'POST /v1/members/:userId/mfa-reset': {
    id: 'resetMemberMfa',
    summary: "Remove a member's MFA methods and passkeys",
    operation: 'member.mfa-reset',
    ...memberOperation,
  },
  'POST /v1/members/:userId/revoke-access': {
    id: 'revokeMemberAccess',
    summary: 'Sign a member out of every browser and app',
    operation: 'member.revoke-access',
    ...memberOperation,
  },
  'PUT /v1/members/:userId/roles': {
    id: 'assignMemberRoles',
    tag: 'Members',
    summary: "Assign a member's roles, if they are still what you saw",
    operation: 'roles.assign',
    body: rolesBody,
    success: { 200: { type: 'MemberRoles' } },
    problems: ['roles_changed', 'reason_required', 'value_refused'],
  },
  'GET /v1/members/:userId/deprovision': {
    id: 'previewDeprovisioning',
    tag: 'Members',
    summary: 'Preview removing, signing out everywhere, blocking, and deleting a member',
    operation: 'member.read',
    success: { 200: { type: 'DeprovisionPlan' } },
  },
  'POST /v1/members/:userId/deprovision': {
    id: 'deprovisionMember',
    tag: 'Members',
    summary: 'Remove, sign out everywhere, block, or delete a member',
    operation: 'member.read',
    headers: ['Idempotency-Key'],
    body: levelBody,
    success: { 200: { type: 'MemberReceipt' } },
    problems: ['reason_required', 'feature_unavailable', 'erasure_failed'],
  },

  'POST /v1/bulk-runs': {
    id: 'createBulkRun',
    tag: 'Bulk actions',
    summary: 'Start a bulk action, or with `preview` only check. A preview needs no `Idempotency-Key`',
    operation: 'bulk.run',
    headers: ['Idempotency-Key'],
    body: bulkRunBody,
    success: { 200: { type: 'BulkRun' }, 202: { type: 'BulkRun' } },
    problems: ['reason_required'],
  },
  'GET /v1/bulk-runs/:runId': {
    id: 'getBulkRun',
    tag: 'Bulk actions',
    summary: 'Read the progress and the results of a bulk action',
    operation: 'bulk.run',
    query: bulkRunQuery,
    success: { 200: { type: 'BulkRun' } },
    problems: ['bulk_run_not_found'],
  },
  'GET /v1/bulk-runs/:runId/events': {
    id: 'followBulkRun',
    tag: 'Bulk actions',
    summary: 'Follow a bulk action as server-sent events, each with a `BulkRun`',
    operation: 'bulk.run',
    headers: ['Last-Event-ID'],
    success: { 200: { media: ['text/event-stream'] } },
    problems: ['bulk_run_not_found', 'query_invalid'],
  },
  'PATCH /v1/bulk-runs/:runId': {
    id: 'updateBulkRun',
    tag: 'Bulk actions',
    summary: 'Pause or resume a bulk action',
    operation: 'bulk.run',
    body: bulkRunChangeBody,
    success: { 200: { type: 'BulkRun' } },
    problems: ['bulk_run_not_found'],
  },
  'DELETE /v1/bulk-runs/:runId': {
    id: 'cancelBulkRun',
    tag: 'Bulk actions',
    summary: 'Cancel a bulk action',
    operation: 'bulk.run',
    success: { 204: null },
    problems: ['bulk_run_not_found'],
  },

  'GET /livez': {
    id: 'getLiveness',
    tag: 'Probes',
    summary: 'Ask whether the process answers',
    success: { 200: { media: ['application/json'] } },
  },
  'GET /readyz': {
    id: 'getReadiness',
    tag: 'Probes',
    summary: 'Ask whether requests can be served',
    success: { 200: { media: ['application/json'] }, 503: { media: ['application/json'] } },
  },
  'GET /openapi.json': {
    id: 'getOpenApi',
    tag: 'Probes',
    summary: 'Read this document',
    success: { 200: { media: ['application/json'] } },
  },
};
