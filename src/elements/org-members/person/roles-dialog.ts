/** Renders the dialog in which a member's roles are changed. */
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { AssignableRole, AssignedRole, RoleName } from '../../../contract/member.js';
import type { RolesDialog } from '../../../state/member/member-roles-controller.js';
import { dialog } from '../../parts/dialog.js';
import { lockIcon } from '../../parts/icons.js';
import { joinNames } from '../../parts/join-items.js';
import { card } from './card.js';
import { nameOf, reasonText, type DialogContext } from './context.js';
import {
  buttons,
  checkForm,
  focusWhenRendered,
  reasonField,
  retryAction,
  submit,
  failureNotice,
  type DialogAction,
} from './dialog-form.js';

export function rolesDialog(context: DialogContext) {
  const { member, messages, dialogMessages: all } = context;
  const open = member.roles.dialog;
  if (!open) return nothing;
  const { person, phase } = open;
  const rolesMessages = context.dialogMessages.rolesDialog;
  const busy = phase === 'running';
  const action = actionOf(context, open);
  const status = phase === 'checking' ? all.checking : busy ? rolesMessages.running : '';
  return dialog(
    {
      id: 'member-roles',
      title: rolesMessages.title(nameOf(context, person)),
      close: () => member.roles.close(),
      busy,
    },
    (dismiss) =>
      html`${card(context, { ...person, roles: null }, '')}
        <p role="status" class=${busy ? 'visually-hidden' : nothing}>${status}</p>
        <form novalidate @submit=${submit(action)}>
          ${content(context, open)}
          ${buttons({ action, busy, dismiss, cancel: phase === 'done' ? messages.close : messages.cancel })}
        </form>`,
  );
}

function content(context: DialogContext, open: RolesDialog) {
  const { member } = context;
  const { phase, problem, source, locked } = open;
  if (phase === 'done') {
    return html`<p class="outcome" tabindex="-1" ${ref(focusWhenRendered)}>
        ${context.dialogMessages.rolesDialog.done}
      </p>
      ${comparison(context, open)}`;
  }
  const visibleProblem = problem?.code === 'roles_changed' && open.meanwhile ? null : problem;
  const asks = phase === 'choosing' || phase === 'running';
  if (asks && locked) {
    const why = locked === 'absent' ? context.dialogMessages.absent : reasonText(context, locked, source);
    return html`<p class="locked" part="lock">${lockIcon} <span>${why}</span></p>`;
  }
  return html`${asks ? choice(context, open) : nothing}
  ${asks ? reasonField(context, open, (reason) => member.roles.setReason(reason)) : nothing}
  ${failureNotice(context, visibleProblem, source)}`;
}

function choice(context: DialogContext, open: RolesDialog) {
  const { member, messages } = context;
  const rolesMessages = context.dialogMessages.rolesDialog;
  const { current, roles, own } = open;
  const inherited = current.filter(({ inheritedFrom }) => inheritedFrom !== undefined);
  const isInherited = (role: RoleName) => inherited.some(({ id }) => id === role.id);
  const others = roles.filter((role) => !isInherited(role));
  return html`${meanwhile(context, open)}
    <fieldset class="field roles">
      <legend>${rolesMessages.legend}</legend>
      ${others.map((role) => (role.assignable ? roleCheckbox(context, open, role) : unassignableRole(context, open, role)))}
      ${inherited.map((role) => lockedRole(role, messages.roles.inherited(role.inheritedFrom ?? ''), true))}
      ${roles.length === 0 ? html`<small>${rolesMessages.empty}</small>` : nothing}
    </fieldset>
    ${comparison(context, open)}
    ${
      own && member.roles.difference.removed.length > 0
        ? html`<p class="advice" role="alert" part="advice">${rolesMessages.ownLoss}</p>`
        : nothing
    }`;
}

function roleCheckbox({ member }: DialogContext, { chosen, phase }: RolesDialog, role: AssignableRole) {
  const toggle = (event: Event) =>
    member.roles.toggle(role.id, (event.currentTarget as HTMLInputElement).checked);
  return html`<label class="check">
    <input
      type="checkbox"
      part="checkbox"
      value=${role.id}
      aria-disabled=${phase === 'running'}
      .checked=${chosen.includes(role.id)}
      @change=${toggle}
    />
    <span
      ><bdi translate="no">${role.name}</bdi>
      ${role.description ? html`<small><bdi>${role.description}</bdi></small>` : nothing}</span
    >
  </label>`;
}

function unassignableRole(context: DialogContext, { current, source }: RolesDialog, role: AssignableRole) {
  const has = current.some(({ id }) => id === role.id);
  return lockedRole(role, reasonText(context, role.reason, source), has);
}

/** Renders a role that can't be changed here, with the reason. */
function lockedRole({ name }: RoleName, why: string, has: boolean) {
  return html`<div class="check locked" part="lock">
    ${lockIcon}
    <span
      ><bdi translate="no">${name}</bdi>${has ? html` <span aria-hidden="true">✓</span>` : nothing}
      <small>${why}</small></span
    >
  </div>`;
}

/** Renders the roles now and after the change. */
function comparison(context: DialogContext, { current, phase, own }: RolesDialog) {
  const { member, lang, inRoleOrder } = context;
  const rolesMessages = context.dialogMessages.rolesDialog;
  const { added, removed } = member.roles.difference;
  const names = (roles: readonly RoleName[]) =>
    roles.length > 0
      ? joinNames(
          inRoleOrder(roles).map(({ name }) => name),
          lang,
        )
      : rolesMessages.none;
  if (phase === 'done') return html`<p>${names(current)}</p>`;
  const isChanged = added.length + removed.length > 0;
  const then: readonly (AssignedRole | RoleName)[] = [
    ...current.filter((role) => !removed.some(({ id }) => id === role.id)),
    ...added,
  ];
  return html`<dl class="compared">
      <dt>${rolesMessages.current}</dt>
      <dd>${names(current)}</dd>
      <dt>${rolesMessages.next}</dt>
      <dd aria-live="polite">${names(then)}</dd>
    </dl>
    <small id="member-roles-note"
      >${isChanged ? (own ? rolesMessages.effectOwn : rolesMessages.effect) : rolesMessages.unchanged}</small
    >`;
}

/** Renders what another person changed while the dialog was open. */
function meanwhile(
  { dialogMessages: { rolesDialog: rolesMessages }, lang }: DialogContext,
  { meanwhile: news }: RolesDialog,
) {
  if (!news) return nothing;
  const names = (roles: readonly RoleName[]) =>
    joinNames(
      roles.map(({ name }) => name),
      lang,
    );
  return html`<div class="notice warning" part="notice" role="alert">
    <p>${rolesMessages.changedByOthers}</p>
    ${news.added.length > 0 ? html`<p>${rolesMessages.added(names(news.added))}</p>` : nothing}
    ${news.removed.length > 0 ? html`<p>${rolesMessages.removed(names(news.removed))}</p>` : nothing}
  </div>`;
}

function actionOf(context: DialogContext, open: RolesDialog): DialogAction | null {
  const { member, dialogMessages, canSignIn } = context;
  const { phase, problem, locked } = open;
  const controller = member.roles;
  const waits = member.wait.left > 0;
  if (phase === 'unavailable') return retryAction(context, () => controller.retry());
  if (phase === 'done' || phase === 'checking' || locked) return null;
  if (problem?.code === 'step_up_required' && canSignIn) {
    return { label: dialogMessages.signIn, part: 'sign-in', run: () => controller.signInAndResume() };
  }
  const { added, removed } = controller.difference;
  return {
    label: phase === 'running' ? dialogMessages.rolesDialog.running : dialogMessages.rolesDialog.confirm,
    part: 'confirm',
    idle: phase === 'running' || waits || added.length + removed.length === 0,
    run: (form) => {
      if (checkForm(form, '')) void controller.confirm();
      else controller.markIncomplete();
    },
  };
}
