/** What an operation would do, before it is done. */
import { html, nothing } from 'lit';
import type { DeprovisionPlan, RungPlan } from '../../../contract/member.js';
import type { OperationDialog, OperationFacts } from '../../../controllers/member-operation-controller.js';
import { isLadder, ladder, operationOfRung } from '../../../controllers/member-operations.js';
import { nameOf, type MemberContext } from './context.js';
import { focusCancel } from './form.js';

export function consequences(context: MemberContext, open: OperationDialog, facts: OperationFacts) {
  const lines = facts.plan ? planned(context, open, facts.plan) : described(context, open, facts);
  return html`<ol class="steps">
      ${lines.map((line) => html`<li><span>${line}</span></li>`)}
    </ol>
    ${facts.plan ? advice(context, open, facts.plan) : nothing}`;
}

function rungOf({ operation }: OperationDialog, { rungs }: DeprovisionPlan): RungPlan | undefined {
  return isLadder(operation) ? rungs.find(({ rung }) => rung === ladder[operation]) : undefined;
}

function planned(
  { texts, organization }: MemberContext,
  open: OperationDialog,
  plan: DeprovisionPlan,
): readonly string[] {
  const { class: kind, label } = plan.connection;
  const federated = kind === 'enterprise' || kind === 'social';
  const steps = rungOf(open, plan)?.steps ?? [];
  return [
    ...steps.map((step) => texts.plan.steps[step](label, federated, organization)),
    texts.operations.tokens,
  ];
}

function described(
  { texts, lang }: MemberContext,
  { operation }: OperationDialog,
  { security }: OperationFacts,
) {
  const lines = texts.operations.words[operation].consequences;
  if (operation !== 'member.mfa-reset' || !security || security.methods.length === 0) return lines;
  const names = security.methods.map(({ type, name }) => name ?? texts.security.methods[type] ?? type);
  return [texts.operations.removed(new Intl.ListFormat(lang).format(names)), ...lines];
}

/** What would bring the person back, and what is better then. */
function advice(context: MemberContext, open: OperationDialog, plan: DeprovisionPlan) {
  const { texts } = context;
  const own = rungOf(open, plan);
  if (!own) return nothing;
  const why = (rung: RungPlan | undefined) =>
    (rung?.comesBack ?? []).map((each) => texts.plan.comesBack[each](plan.connection.label));
  const back = why(own);
  const best = plan.rungs.find(({ recommended, operation }) => recommended && operation.allowed);
  const [afterDeletion] = why(plan.rungs.find(({ rung }) => rung === 'delete'));
  if (own.recommended && back.length === 0) {
    if (!afterDeletion) return nothing;
    return html`<p class="advice" part="advice">${texts.operations.recommended(afterDeletion)}</p>`;
  }
  if (back.length === 0) return nothing;
  return html`<div class="advice" part="advice">
    <b>${texts.operations.comesBack}</b>
    <ul>
      ${back.map((line) => html`<li>${line}</li>`)}
    </ul>
    ${best && !own.recommended ? instead(context, open, best) : nothing}
  </div>`;
}

function instead(context: MemberContext, { person }: OperationDialog, { rung }: RungPlan) {
  const { member, texts } = context;
  const operation = operationOfRung(rung);
  const title = texts.operations.words[operation].title(nameOf(context, person));
  const press = (event: Event) => {
    // The button goes away with its question: the focus must not go with it.
    focusCancel((event.currentTarget as HTMLElement).closest('dialog'));
    member.ask(operation, person);
  };
  return html`<p>${texts.operations.better(title)}</p>
    <button type="button" part="button instead" @click=${press}>${texts.operations.instead}</button>`;
}
