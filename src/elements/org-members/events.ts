import type { BulkRun } from '../../contract/bulk.js';
import type { InvitationView } from '../../contract/invitation.js';
import type { MemberReceipt, MemberRow } from '../../contract/member.js';
import type { OrganizationName } from '../../contract/session.js';
import type { Operation } from '../../policy/vocabulary.js';
import { RequestEvent } from '../parts/events.js';

/** A fact, told once it is one. */
class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Somebody an operation is about. */
export type AffectedPerson = Pick<MemberRow, 'userId' | 'name' | 'email'>;

/** Asks whether something may be done to these people: one, or all that were selected. */
export class MemberOperationRequestEvent extends RequestEvent {
  readonly operation: Operation;
  readonly people: readonly AffectedPerson[];

  constructor(operation: Operation, people: readonly AffectedPerson[]) {
    super('member-operation-request');
    this.operation = operation;
    this.people = people;
  }
}

/** Asks whether these addresses may be invited. */
export class MembersInviteRequestEvent extends RequestEvent {
  readonly emails: readonly string[];

  constructor(emails: readonly string[]) {
    super('members-invite-request');
    this.emails = emails;
  }
}

/** Asks whether the list may be exported, narrowed by these filters. */
export class MembersExportRequestEvent extends RequestEvent {
  readonly filters: URLSearchParams;

  constructor(filters: URLSearchParams) {
    super('members-export-request');
    this.filters = filters;
  }
}

/** Asks whether a person's page may be opened here; a host with a page of its own prevents it and goes there. */
export class MemberOpenRequestEvent extends RequestEvent {
  readonly userId: string;

  constructor(userId: string) {
    super('member-open-request');
    this.userId = userId;
  }
}

/**
 * Asks whether to go over to another organization. A tag that signs in by itself then signs in there; a host with a
 * session of its own does it in its own way.
 */
export class OrganizationSwitchRequestEvent extends RequestEvent {
  readonly organization: OrganizationName;

  constructor(organization: OrganizationName) {
    super('organization-switch-request');
    this.organization = organization;
  }
}

/** After invitations were sent to these addresses. */
export class MembersInvitedEvent extends FactEvent {
  readonly emails: readonly string[];

  constructor(emails: readonly string[]) {
    super('members-invited');
    this.emails = emails;
  }
}

/** After an invitation was taken back. */
export class InvitationRevokedEvent extends FactEvent {
  readonly invitation: InvitationView;

  constructor(invitation: InvitationView) {
    super('invitation-revoked');
    this.invitation = invitation;
  }
}

/** After something about a person was changed who still is a member. */
export class MemberChangedEvent extends FactEvent {
  readonly userId: string;
  /** An operation's name, or `profile.update`. */
  readonly operation: Operation | 'profile.update';
  /** Absent where an operation has none, as with a mail. */
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

/** After a person was removed from the organization, or their account deleted. */
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

/** After something was done to many, with what came of it for each. */
export class BulkRunEndedEvent extends FactEvent {
  readonly run: BulkRun;

  constructor(run: BulkRun) {
    super('bulk-run-ended');
    this.run = run;
  }
}

declare global {
  interface HTMLElementEventMap {
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
