import type { BulkOperation } from '../../contract/bulk.js';
import type { MemberRow } from '../../contract/member.js';
import type { MembersController } from '../../state/members/members-controller.js';
import type { MembersMessages } from '../../messages/en/members.js';

/** A column of the host's own, after ours. What it renders is put into the cell as it is: a text, or a node. */
export interface MemberColumn {
  /** Its cells have the part `column-<name>`. */
  readonly name: string;
  readonly label: string;
  readonly render: (member: MemberRow) => Node | string;
}

/** An action of the host's own in a row's menu, after ours. */
export interface MemberAction {
  readonly name: string;
  readonly label: string;
  readonly run: (member: MemberRow) => void;
}

/** The sections of the panel. */
export const tabs = ['members', 'invitations', 'activity'] as const;
export type Tab = (typeof tabs)[number];

export function isTab(word: string): word is Tab {
  return tabs.some((tab) => tab === word);
}

/** What somebody can ask of the element from its templates. */
export interface PanelActions {
  open(member: MemberRow): Promise<void>;
  openMenu(member: MemberRow, anchor: HTMLElement): void;
  /** About everybody who is selected. */
  openBulkDialog(operation: BulkOperation): void;
  openSelectionMenu(operations: readonly BulkOperation[], anchor: HTMLElement): void;
  invite(): void;
  exportMembers(): Promise<void>;
  switchOrganization(id: string): Promise<void>;
}

/** What the templates of the list are rendered from. */
export interface PanelContext {
  readonly members: MembersController;
  showTab(tab: Tab): void;
  /** Does what somebody asked for, once what it needs is there. */
  perform(what: (actions: PanelActions) => unknown): void;
  readonly messages: MembersMessages;
  readonly lang: string;
  readonly readOnly: boolean;
  readonly tab: Tab;
  readonly columns: readonly MemberColumn[];
}

export function nameOf({ messages }: Pick<PanelContext, 'messages'>, { name, email }: MemberRow): string {
  return name ?? email ?? messages.nameless;
}

export function number(count: number, lang: string): string {
  return new Intl.NumberFormat(lang).format(count);
}
