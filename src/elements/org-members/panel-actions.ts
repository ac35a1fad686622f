/** The actions of the panel: what its buttons, rows and menus do. */
import type { LitElement } from 'lit';
import type { MembersController } from '../../state/members/members-controller.js';
import { toParams } from '../../state/members/member-query.js';
import type { Toasts } from '../../state/toasts.js';
import { copyText } from '../parts/copy-text.js';
import type { RequestEvent } from '../parts/events.js';
import { pickFile } from '../parts/pick-file.js';
import { nameOf, type MemberAction, type PanelActions, type PanelContext } from './context.js';
import {
  MemberOpenRequestEvent,
  MembersExportRequestEvent,
  OrganizationSwitchRequestEvent,
} from './events.js';
import type { LazyPanels } from './lazy-panels.js';
import { operationMenuItem, rowMenuItems, type Menu } from './list/menu.js';
import { fileIcon } from './operation-icons.js';

interface ActionsHost extends LitElement {
  member: string;
  readonly rowActions: readonly MemberAction[];
}

interface PanelActionsOptions {
  readonly members: MembersController;
  readonly panels: LazyPanels;
  readonly menu: Menu;
  readonly toasts: Toasts;
  panel(): PanelContext;
  /** Aborts when the session is replaced. */
  readonly signal: AbortSignal;
}

export function createPanelActions(
  host: ActionsHost,
  { members, panels, menu, toasts, panel, signal }: PanelActionsOptions,
): PanelActions {
  /** Asks the host. Also `false` if the session was replaced before it answered. */
  const confirm = async (request: RequestEvent) => (await request.confirmWith(host)) && !signal.aborted;

  const actions: PanelActions = {
    async open({ userId }) {
      if (!(await confirm(new MemberOpenRequestEvent(userId)))) return;
      panel().showTab('members');
      host.member = userId;
    },
    openMenu(member, anchor) {
      const current = panel();
      const items = rowMenuItems(current, member, host.rowActions, {
        open: () => void actions.open(member),
        copyEmail: (email) =>
          void copyText(toasts, email, {
            copied: current.messages.emailCopied,
            failed: current.messages.emailNotCopied,
          }),
        run: (operation) =>
          void panels.member.load().then((person) => person?.controller.openDialog(operation, member)),
      });
      void menu.open(anchor, current.messages.actionsFor(nameOf(current, member)), items);
    },
    showMenu(anchor, label, items) {
      void menu.open(anchor, label, items);
    },
    openBulkDialog(operation) {
      const { people } = members.selection;
      void panels.bulk.load().then((bulk) => bulk?.controller.open(operation, people));
    },
    openSelectionMenu(operations, anchor) {
      const current = panel();
      const items = operations.map((operation) =>
        operationMenuItem(current, operation, () => actions.openBulkDialog(operation)),
      );
      void menu.open(anchor, current.messages.actionsForSelected, items);
    },
    openRoles({ roles, ...person }, anchor) {
      if (!roles) return;
      void panels.roleChecklist.load().then((checklist) => checklist?.open({ ...person, roles }, anchor));
    },
    invite() {
      void panels.inviteDialog.load().then((dialog) => dialog?.controller.open());
    },
    openListMenu(anchor) {
      const { messages } = panel();
      const item = {
        name: 'select-from-file',
        label: messages.selectFromFile,
        icon: fileIcon,
        run: () => void actions.selectFromFile(),
      };
      void menu.open(anchor, messages.moreActions, [item]);
    },
    async selectFromFile() {
      const file = await pickFile('.csv,.tsv,.txt,text/csv,text/plain');
      await (await panels.bulk.load())?.selectFrom(file);
    },
    async exportMembers() {
      const filters = toParams(members.query);
      if (!(await confirm(new MembersExportRequestEvent(filters)))) return;
      await (await panels.export.load())?.start(filters);
    },
    async switchOrganization(id) {
      const organization = members.info?.organizations.find((each) => each.id === id);
      if (!organization || !(await confirm(new OrganizationSwitchRequestEvent(organization)))) return;
      await members.session?.switchOrganization?.(id);
    },
  };
  return actions;
}
