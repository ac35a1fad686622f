import type { BulkRun } from '../../contract/bulk.js';
import type { InvitationView } from '../../contract/invitation.js';
import type { MemberReceipt, MemberRow } from '../../contract/member.js';
import type { OrganizationName } from '../../contract/session.js';
import type { Operation } from '../../policy/vocabulary.js';
import { RequestEvent } from '../parts/events.js';

/** An event after something happened. It bubbles and crosses shadow roots. */
class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** A person that an operation affects. */
export type AffectedPerson = Pick<MemberRow, 'userId' | 'name' | 'email'>;

/**
 * Fired before an operation on one member, or on all selected members. Cancelable.
 * @example
 * panel.addEventListener('member-operation-request', (event) => {
 *   if (event.operation === 'user.delete') event.waitFor(askSecondAdmin(event.people));
 * });
 */
export class MemberOperationRequestEvent extends RequestEvent {
  readonly operation: Operation;
  readonly people: readonly AffectedPerson[];

  constructor(operation: Operation, people: readonly AffectedPerson[]) {
    super('member-operation-request');
    this.operation = operation;
    this.people = people;
  }
}

/** Fired before people are invited. Cancelable. */
export class MembersInviteRequestEvent extends RequestEvent {
  readonly emails: readonly string[];

  constructor(emails: readonly string[]) {
    super('members-invite-request');
    this.emails = emails;
  }
}

/** Fired before the list is exported with these filters. Cancelable. */
export class MembersExportRequestEvent extends RequestEvent {
  readonly filters: URLSearchParams;

  constructor(filters: URLSearchParams) {
    super('members-export-request');
    this.filters = filters;
  }
}

/** Fired before a member's page opens. A host with a page of its own cancels it and navigates there. */
export class MemberOpenRequestEvent extends RequestEvent {
  readonly userId: string;

  constructor(userId: string) {
    super('member-open-request');
    this.userId = userId;
  }
}

/**
 * Fired before the person switches to another organization. An element that signs in by itself then signs in there; a host
 * with its own session handles the event.
 */
export class OrganizationSwitchRequestEvent extends RequestEvent {
  readonly organization: OrganizationName;

  constructor(organization: OrganizationName) {
    super('organization-switch-request');
    this.organization = organization;
  }
}

/** Fired after invitations were sent to these addresses. */
export class MembersInvitedEvent extends FactEvent {
  readonly emails: readonly string[];

  constructor(emails: readonly string[]) {
    super('members-invited');
    this.emails = emails;
  }
}

/** Fired after an invitation was revoked. */
export class InvitationRevokedEvent extends FactEvent {
  readonly invitation: InvitationView;

  constructor(invitation: InvitationView) {
    super('invitation-revoked');
    this.invitation = invitation;
  }
}

/** Fired after a member was changed. */
export class MemberChangedEvent extends FactEvent {
  readonly userId: string;
  /** The operation, or `profile.update`. */
  readonly operation: Operation | 'profile.update';
  /** `null` for operations without one, such as sending an email. */
  readonly receipt: MemberReceipt | null;

  constructor(
    userId: string,
    operation: MemberChangedEvent['operation'],
    receipt: MemberReceipt | null = null,
  ) {
    super('member-changed');
    this.userId = userId;
    this.operation = operation;
    this.receipt = receipt;
  }
}

/** Fired after a person was removed from the organization, or their account was deleted. */
export class MemberRemovedEvent extends FactEvent {
  readonly userId: string;
  readonly operation: 'membership.remove' | 'user.delete';
  readonly receipt: MemberReceipt | null;

  constructor(
    userId: string,
    operation: MemberRemovedEvent['operation'],
    receipt: MemberReceipt | null = null,
  ) {
    super('member-removed');
    this.userId = userId;
    this.operation = operation;
    this.receipt = receipt;
  }
}

/** Fired after a bulk action ended. `run` has the result for each member. */
export class BulkRunEndedEvent extends FactEvent {
  readonly run: BulkRun;

  constructor(run: BulkRun) {
    super('bulk-run-ended');
    this.run = run;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'member-operation-request': MemberOperationRequestEvent;
    'members-invite-request': MembersInviteRequestEvent;
    'members-export-request': MembersExportRequestEvent;
    'member-open-request': MemberOpenRequestEvent;
    'organization-switch-request': OrganizationSwitchRequestEvent;
    'members-invited': MembersInvitedEvent;
    'invitation-revoked': InvitationRevokedEvent;
    'member-changed': MemberChangedEvent;
    'member-removed': MemberRemovedEvent;
    'bulk-run-ended': BulkRunEndedEvent;
  }
}
