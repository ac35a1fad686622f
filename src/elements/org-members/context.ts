import type { TemplateResult } from 'lit';
import type { ProxyProblem } from '../../client/problem.js';
import type { BulkOperation } from '../../contract/bulk.js';
import type { MemberRow, RoleName } from '../../contract/member.js';
import type { MembersMessages } from '../../messages/en/members.js';
import { formatNumber } from '../../messages/formats.js';
import type { Operation } from '../../policy/vocabulary.js';
import type { MemberPerson } from '../../state/member/member-operations.js';
import type { AddressFilters } from '../../state/activity/filter-names.js';
import type { MembersController } from '../../state/members/members-controller.js';
import type { MenuItem } from './list/menu-item.js';

/** A column that the host adds after the element's own. */
export interface MemberColumn {
  /** The column's cells have the part `column-<name>`. */
  readonly name: string;
  readonly label: string;
  /** Returns the content of a cell. A string is rendered as text, never as HTML. */
  readonly render: (member: MemberRow) => Node | string;
}

/** An action that the host adds to the menu of each row. */
export interface MemberAction {
  readonly name: string;
  readonly label: string;
  readonly run: (member: MemberRow) => void;
}

export type Density = 'comfortable' | 'compact';

/** The tabs of the panel. */
export const tabs = ['members', 'invitations', 'activity'] as const;
export type Tab = (typeof tabs)[number];

export function isTab(value: string): value is Tab {
  return tabs.some((tab) => tab === value);
}

/** The actions of the panel, for its templates. */
export interface PanelActions {
  /** Opens a member's page, beside the list. */
  open(member: Pick<MemberRow, 'userId'>): Promise<void>;
  openMenu(member: MemberRow, anchor: HTMLElement): void;
  /** Opens a menu of other items. */
  showMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void;
  /** Opens the dialog of a bulk action on all selected members. */
  openBulkDialog(operation: BulkOperation): void;
  openSelectionMenu(operations: readonly BulkOperation[], anchor: HTMLElement): void;
  /** Opens the checklist of a member's roles beside the control. */
  openRoles(person: MemberPerson, anchor: HTMLElement): void;
  invite(): void;
  /** Opens the menu of what is rarely done with the list. */
  openListMenu(anchor: HTMLElement): void;
  /** Has the person choose a file with the results of a bulk action, and selects the members in it. */
  selectFromFile(): Promise<void>;
  exportMembers(): Promise<void>;
  switchOrganization(id: string): Promise<void>;
}

/** The panel's state, for its templates. */
export interface PanelContext {
  readonly members: MembersController;
  showTab(tab: Tab): void;
  /** Runs an action, once the code for it is loaded. */
  perform(action: (actions: PanelActions) => unknown): void;
  readonly messages: MembersMessages;
  readonly lang: string;
  readonly density: Density;
  readonly hideBranding: boolean;
  readonly readOnly: boolean;
  /** Whether a list has been painted. What can't be seen at first is rendered after that. */
  readonly isPainted: boolean;
  readonly tab: Tab;
  /** The user ID of the member whose page is open; empty for none. */
  readonly openMember: string;
  /** Whether that page stands in the place of the list, and not beside it. */
  readonly asPage: boolean;
  showAsPage(asPage: boolean): void;
  /** Whether the browser's address leads to what is open. */
  readonly hasAddress: boolean;
  readonly activityFilters: AddressFilters;
  filterActivity(filters: AddressFilters): void;
  readonly columns: readonly MemberColumn[];
}

/** Values that the panel passes to its lazily loaded panels on every render. */
export interface SharedContext {
  readonly lang: string;
  readonly density: Density;
  readonly hideBranding: boolean;
  readonly readOnly: boolean;
  /** The name of the organization. */
  readonly organization: string;
  /** Whether the caller may do this in the organization. */
  readonly may: (operation: Operation) => boolean;
  /** Whether the policy allows copying invitation links. */
  readonly invitationLinks: boolean;
  /** Whether the policy requires a reason for changes to other people. */
  readonly requiresReason: boolean;
  /** Whether the element can have the person sign in again. */
  readonly canSignIn: boolean;
  /** Renders a problem the way the whole panel does. */
  readonly renderProblem: (problem: ProxyProblem) => TemplateResult;
  /** Returns the text for a problem code. */
  readonly problemText: (code: string) => string;
  /** The label of "Try again" buttons. */
  readonly retry: string;
  /** The labels of operations, wherever they are offered. */
  readonly operationLabels: MembersMessages['operations'];
  /** Marks a label as one that opens a dialog. */
  readonly opensDialog: MembersMessages['opensDialog'];
  /** Opens the dialog in which people are invited. */
  readonly invite: () => void;
  /** Opens the checklist of a member's roles beside the control. */
  readonly openRoles: (person: MemberPerson, anchor: HTMLElement) => void;
  /** Sorts roles as the organization lists them. */
  readonly inRoleOrder: <R extends RoleName>(roles: readonly R[]) => readonly R[];
  /** Opens a member's page, beside the list. */
  readonly openMember: (userId: string) => void;
  readonly showMenu: PanelActions['showMenu'];
  /** Returns the name of a browser; `null` if its user agent isn't recognized. */
  readonly browserName: (userAgent: string | null) => string | null;
}

export function nameOf({ messages }: Pick<PanelContext, 'messages'>, { name, email }: MemberRow): string {
  return name ?? email ?? messages.nameless;
}

/** Returns the number of members of the whole organization; `null` until it is known. */
export function headcountText({ members: { headcount }, messages, lang }: PanelContext): string | null {
  return headcount && messages.count(formatNumber(headcount.count, lang), headcount.exact);
}
