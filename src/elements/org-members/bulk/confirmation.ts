/** Steps before a run: the choice of roles, and the confirmation with the preview. */
import { html, nothing } from 'lit';
import type { BulkItem } from '../../../contract/bulk.js';
import { hasTrait } from '../../../policy/operations.js';
import { button } from '../../parts/button.js';
import { clockTime } from '../../parts/time.js';
import { operationIcons } from '../operation-icons.js';
import { clockIcon } from '../outcome-icons.js';
import type { BulkContext } from './context.js';
import { itemList } from './run.js';

export function roleChoice(context: BulkContext, dismiss: (event: Event) => void) {
  const { bulk, dialog, messages, renderProblem } = context;
  const { choice, roles, problem } = dialog;
  const offered = roles.filter(({ assignable }) => assignable);
  const isChosen = choice.add.length + choice.remove.length > 0;
  const group = (name: 'add' | 'remove', legend: string) => {
    const other = name === 'add' ? 'remove' : 'add';
    const toggle = (id: string, on: boolean) =>
      bulk.choose({
        ...choice,
        [name]: on ? [...choice[name], id] : choice[name].filter((each) => each !== id),
        // Adding and removing the same role would do nothing.
        [other]: choice[other].filter((each) => each !== id),
      });
    return html`<fieldset class="field">
      <legend>${legend}</legend>
      ${offered.map(
        (role) =>
          html`<label class="check">
            <input
              type="checkbox"
              part="checkbox"
              name=${name}
              value=${role.id}
              .checked=${choice[name].includes(role.id)}
              @change=${(event: Event) => toggle(role.id, (event.currentTarget as HTMLInputElement).checked)}
            />
            <bdi translate="no">${role.name}</bdi>
          </label>`,
      )}
    </fieldset>`;
  };
  return html`${problem ? renderProblem(problem) : nothing}
    <div class="pair">${group('add', messages.add)} ${group('remove', messages.remove)}</div>
    ${offered.length < roles.length ? html`<p><small>${messages.rolesAbove}</small></p>` : nothing}
    <p role="status"><small>${isChosen ? nothing : messages.chooseOne}</small></p>
    <div class="buttons">
      <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
        ${messages.cancel}
      </button>
      ${button(messages.next, () => bulk.preview(), { part: 'next-step', primary: true, idle: !isChosen })}
    </div>`;
}

export function confirmation(context: BulkContext, dismiss: (event: Event) => void) {
  const { bulk, dialog, messages, renderProblem, requiresReason, canSignIn } = context;
  const { operation, problem, phase, run } = dialog;
  const people = bulk.allowed;
  const refused = run?.items.filter((item) => !bulk.isAllowed(item)) ?? [];
  const stepUp = problem?.code === 'step_up_required';
  const busy = phase === 'starting';
  const isReasonMissing = requiresReason && dialog.reason.trim() === '';
  const idle = busy || isReasonMissing || people.length === 0 || bulk.wait.left > 0;
  const needsPhrase = hasTrait(operation, 'irreversible');
  const submit = (event: Event) => {
    event.preventDefault();
    if (idle) return;
    const input = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#bulk-phrase');
    if (input && input.value.trim().toLowerCase() !== messages.word.toLowerCase()) {
      bulk.markPhraseMissing();
      input.focus();
    } else void bulk.start();
  };
  return html`<p role="status">
      ${run ? (people.length > 0 ? messages.allowed(people.length) : messages.noneApply) : nothing}
    </p>
    ${people.length > 0 ? consequences(context) : nothing} ${refusedItems(context, refused)}
    <form novalidate @submit=${submit}>
      ${requiresReason && people.length > 0 ? reasonField(context) : nothing}
      ${needsPhrase && people.length > 0 ? phraseField(context) : nothing}
      ${stepUp ? html`<p role="alert">${messages.signInText}</p>` : problem ? renderProblem(problem) : nothing}
      ${bulk.wait.left > 0 ? html`<small aria-hidden="true">${messages.wait(bulk.wait.left)}</small>` : nothing}
      <div class="buttons">
        <button
          type="button"
          class="focus-first"
          part="button cancel"
          aria-disabled=${busy}
          @click=${dismiss}
        >
          ${run && people.length === 0 ? messages.close : messages.cancel}
        </button>
        ${stepUp && canSignIn ? button(messages.signIn, () => bulk.signInAndResume(), { part: 'sign-in', primary: true }) : confirmButton(context, people.length, idle)}
      </div>
    </form>`;
}

function confirmButton({ dialog, messages }: BulkContext, count: number, idle: boolean) {
  if (count === 0) return nothing;
  const { operation } = dialog;
  const destructive = hasTrait(operation, 'destructive');
  const tone = destructive ? 'destructive' : 'primary';
  return html`<button type="submit" class=${tone} part="button confirm" aria-disabled=${idle}>
    ${destructive ? operationIcons[operation] : nothing}
    <span>${messages.operations[operation].confirm(count)}</span>
  </button>`;
}

function consequences({ dialog, messages, lang }: BulkContext) {
  const { operation, run } = dialog;
  const { consequences: texts, openApps } = messages.operations[operation];
  const until = run?.accessTokensUntil;
  return html`<ul class="lines">
    ${texts.map((each) => html`<li>${operationIcons[operation]} <span>${each}</span></li>`)}
    ${openApps ? html`<li class="until">${clockIcon} <span>${openApps(until ? clockTime(until, lang) : null)}</span></li>` : nothing}
  </ul>`;
}

function refusedItems(context: BulkContext, refused: readonly BulkItem[]) {
  if (refused.length === 0) return nothing;
  return html`<div>
    <p>${context.messages.skipped(refused.length)}</p>
    ${itemList(context, refused)}
  </div>`;
}

function reasonField({ bulk, dialog, messages }: BulkContext) {
  const take = (event: Event) => bulk.setReason((event.currentTarget as HTMLInputElement).value);
  return html`<div class="field">
    <label for="bulk-reason">${messages.reason}</label>
    <input
      id="bulk-reason"
      part="input"
      dir="auto"
      autocomplete="off"
      maxlength="500"
      aria-describedby="bulk-reason-help"
      required
      .value=${dialog.reason}
      @input=${take}
      @change=${take}
    />
    <small id="bulk-reason-help">${messages.reasonHelp}</small>
  </div>`;
}

function phraseField({ dialog, messages }: BulkContext) {
  return html`<div class="field">
    <label for="bulk-phrase">${messages.phrase(messages.word)}</label>
    <input
      id="bulk-phrase"
      part="input"
      dir="auto"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${!dialog.phraseFits}
      aria-describedby="bulk-phrase-error"
    />
    <small class="error" id="bulk-phrase-error">
      ${dialog.phraseFits ? nothing : messages.mismatch(messages.word)}
    </small>
  </div>`;
}
