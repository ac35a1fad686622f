/** Renders the receipt of an operation: done, not done, not affected. */
import { html, nothing } from 'lit';
import type { MemberReceipt, ReceiptStep } from '../../../contract/member.js';
import { button } from '../../parts/button.js';
import { saveFile } from '../../parts/save-file.js';
import { clockTime } from '../../parts/time.js';
import { alertIcon } from '../absence-icons.js';
import { checkIcon, infoIcon } from '../outcome-icons.js';
import type { DialogContext } from './context.js';

export function memberReceipt(context: DialogContext, receipt: MemberReceipt) {
  const { problemText } = context;
  const messages = context.dialogMessages.receipt;
  const until = receipt.accessTokensUntil ? clockTime(receipt.accessTokensUntil, context.lang) : null;
  const save = () =>
    saveFile(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `receipt-${receipt.id}.json`,
    );
  return html`<div class="receipt" part="receipt">
    ${receiptPart(messages.done, 'done', countedSteps(context, receipt.done))}
    ${receiptPart(messages.already, 'already', countedSteps(context, receipt.already ?? []))}
    ${receiptPart(
      messages.notDone,
      'failed',
      receipt.notDone.map(({ step, code }) => messages.failed(messages.steps[step], problemText(code))),
    )}
    ${receipt.notDone.length > 0 ? html`<p>${messages.again}</p>` : nothing}
    ${receiptPart(
      messages.notCovered,
      'not-covered',
      receipt.notCovered.map((each) => messages.notCoveredItems[each](until)),
    )}
    <p><small>${messages.id(receipt.id)}</small></p>
    <p>${button(messages.save, save, { part: 'save-receipt' })}</p>
  </div>`;
}

const icons = { done: checkIcon, already: checkIcon, failed: alertIcon, 'not-covered': infoIcon };

function receiptPart(title: string, kind: keyof typeof icons, lines: readonly string[]) {
  if (lines.length === 0) return nothing;
  return html`<div>
    <h3>${title}</h3>
    <ul class="lines">
      ${lines.map((line) => html`<li class=${kind}>${icons[kind]} <span>${line}</span></li>`)}
    </ul>
  </div>`;
}

/** Counts steps that were taken several times, such as one for each authenticator. */
function countedSteps(
  { dialogMessages: { receipt: messages } }: DialogContext,
  steps: readonly ReceiptStep[],
): readonly string[] {
  return [...new Set(steps)].map((step) => {
    const count = steps.filter((each) => each === step).length;
    const text = messages.steps[step];
    return count > 1 ? messages.repeated(text, count) : text;
  });
}
