/** Public API. Importing it registers no element: import `orgdesk/define/…` for that. */
export { ProfileEditor } from './elements/profile-editor/profile-editor.js';
export {
  AccountDeletedEvent,
  AccountDeleteRequestEvent,
  ProfileSavedEvent,
} from './elements/profile-editor/events.js';
export { OrgMembers } from './elements/org-members/org-members.js';
export type { MemberAction, MemberColumn } from './elements/org-members/context.js';
export {
  BulkRunEndedEvent,
  InvitationRevokedEvent,
  MemberChangedEvent,
  MemberOpenRequestEvent,
  MemberOperationRequestEvent,
  MemberRemovedEvent,
  MembersExportRequestEvent,
  MembersInvitedEvent,
  MembersInviteRequestEvent,
  OrganizationSwitchRequestEvent,
  type AffectedPerson,
} from './elements/org-members/events.js';
export { RequestEvent, StateChangeEvent, type ElementState } from './elements/parts/events.js';
export type { MembersOverrides } from './elements/org-members/overrides.js';
export * from './client/index.js';
export type * from './contract/index.js';
export type { Violation } from './policy/check-value.js';
export type { Choice, Constraints, FieldView, GroupView, OperationView } from './policy/views/view.js';
export type { Consequence } from './policy/operations.js';
export type {
  AttributeSync,
  ConnectionClass,
  FieldKind,
  FieldValue,
  LocalizedText,
  LockReason,
} from './policy/vocabulary.js';
export type { MessageOverrides, OverridesOf } from './messages/messages.js';
export { addLocale } from './messages/catalog.js';
export type { Catalog, CatalogPart, Locale } from './messages/types.js';
