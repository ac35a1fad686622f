/** Renders what an operation would do. */
import { html, nothing } from 'lit';
import type { DeprovisionPlan, DeprovisionLevelPlan } from '../../../contract/member.js';
import type { OperationDialog, OperationFacts } from '../../../state/member/member-operation-controller.js';
import { findOperationOfLevel, isLevel } from '../../../state/member/member-operations.js';
import { operationTable } from '../../../policy/operations.js';
import { joinNames } from '../../parts/join-items.js';
import { clockTime } from '../../parts/time.js';
import { operationIcons } from '../operation-icons.js';
import { clockIcon } from '../outcome-icons.js';
import type { DialogContext } from './context.js';
import { focusCancel } from './dialog-form.js';

export function consequences(context: DialogContext, open: OperationDialog, facts: OperationFacts) {
  const lines = facts.plan ? planned(context, open, facts.plan) : described(context, open, facts);
  const until = facts.plan && openAppsText(context, facts.plan);
  return html`<ul class="lines">
      ${lines.map((line) => html`<li>${operationIcons[open.operation]} <span>${line}</span></li>`)}
      ${until === null ? nothing : html`<li class="until">${clockIcon} <span>${until}</span></li>`}
    </ul>
    ${facts.plan ? advice(context, open, facts.plan) : nothing}`;
}

function levelPlanOf(
  { operation }: OperationDialog,
  { levels }: DeprovisionPlan,
): DeprovisionLevelPlan | undefined {
  if (!isLevel(operation)) return undefined;
  const { level: wanted } = operationTable[operation];
  return levels.find(({ level }) => level === wanted);
}

function planned(
  { dialogMessages, organization }: DialogContext,
  open: OperationDialog,
  plan: DeprovisionPlan,
): readonly string[] {
  const { class: kind, label } = plan.connection;
  const federated = kind === 'enterprise' || kind === 'social';
  const steps = levelPlanOf(open, plan)?.steps ?? [];
  return steps.map((step) => dialogMessages.plan.steps[step](label, federated, organization));
}

function openAppsText(
  { dialogMessages, lang }: DialogContext,
  { accessTokensUntil }: DeprovisionPlan,
): string {
  return dialogMessages.openApps(accessTokensUntil ? clockTime(accessTokensUntil, lang) : null);
}

function described(
  { messages, dialogMessages, lang }: DialogContext,
  { operation }: OperationDialog,
  { security }: OperationFacts,
) {
  const lines = dialogMessages.questions[operation].consequences;
  const methods = security?.methods ?? [];
  if (operation !== 'member.mfa-reset' || methods.length === 0) return lines;
  const names = methods.map(({ type, name }) => name ?? messages.security.methods[type] ?? type);
  return [dialogMessages.removed(joinNames(names, lang)), ...lines];
}

/** Renders how the member could regain access, and which operation prevents that. */
function advice(context: DialogContext, open: OperationDialog, plan: DeprovisionPlan) {
  const { dialogMessages } = context;
  const ownLevel = levelPlanOf(open, plan);
  if (!ownLevel) return nothing;
  const regainTexts = (level: DeprovisionLevelPlan | undefined) =>
    (level?.regainPaths ?? []).map((each) => dialogMessages.plan.regainPaths[each](plan.connection.label));
  const regain = regainTexts(ownLevel);
  const best = plan.levels.find(({ recommended, operation }) => recommended && operation.allowed);
  const [afterDeletion] = regainTexts(plan.levels.find(({ level }) => level === 'delete'));
  if (ownLevel.recommended && regain.length === 0) {
    if (!afterDeletion) return nothing;
    return html`<p class="advice" part="advice">${dialogMessages.recommended(afterDeletion)}</p>`;
  }
  if (regain.length === 0) return nothing;
  return html`<div class="advice" part="advice">
    <b>${dialogMessages.regainTitle}</b>
    <ul>
      ${regain.map((line) => html`<li>${line}</li>`)}
    </ul>
    ${best && !ownLevel.recommended ? instead(context, open, best) : nothing}
  </div>`;
}

function instead(context: DialogContext, { person }: OperationDialog, { level }: DeprovisionLevelPlan) {
  const { member, dialogMessages } = context;
  const operation = findOperationOfLevel(level);
  if (!operation) return nothing;
  const press = (event: Event) => {
    // The button is replaced with its dialog: the focus must stay in the dialog.
    focusCancel((event.currentTarget as HTMLElement).closest('dialog'));
    member.openDialog(operation, person);
  };
  return html`<p>${dialogMessages.recommendations[operation]}</p>
    <button type="button" part="button instead" @click=${press}>
      ${dialogMessages.instead[operation]}
    </button>`;
}
