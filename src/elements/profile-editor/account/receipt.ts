import { html, nothing } from 'lit';
import type { DeletionReceipt } from '../../../contract/account.js';
import type { AccountMessages } from '../../../messages/account-en.js';
import { button } from '../../parts/button.js';
import { saveFile } from '../../parts/save-file.js';
import { exactTime } from '../../parts/time.js';

/** What is left to see after an account is gone: what was done, and what was not. */
export function deletionReceipt(
  receipt: DeletionReceipt,
  { deletion, done }: AccountMessages,
  lang: string,
  leave: (() => void) | null,
) {
  const save = () =>
    saveFile(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `receipt-${receipt.id}.json`,
    );
  return html`<div class="state" part="receipt">
    <slot name="deleted">
      <h2 tabindex="-1" class="focus-first">${deletion.receiptTitle}</h2>
      <ul>
        ${receipt.done.map((step) => html`<li>${done[step]}</li>`)}
      </ul>
      <p>${deletion.notDone}</p>
      ${
        receipt.accessTokensUntil
          ? html`<p>${deletion.tokensUntil(exactTime(receipt.accessTokensUntil, lang))}</p>`
          : nothing
      }
      <p><small>${deletion.receiptId(receipt.id)}</small></p>
    </slot>
    <div class="buttons">
      ${button(deletion.saveReceipt, save, { part: 'save-receipt' })}
      ${leave ? button(deletion.leave, leave, { part: 'leave', primary: true }) : nothing}
    </div>
  </div>`;
}
