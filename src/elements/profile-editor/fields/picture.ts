import { html, noChange } from 'lit';
import { avatarPicture } from '../../parts/avatar.js';
import { labelled, type FieldProps } from './field.js';
import { inputControl } from './inputs.js';

/** The address of a picture, and the picture. */
export function picture(field: FieldProps) {
  return labelled(
    field,
    html`<div class="with-preview">
      <span class="avatar preview" aria-hidden="true">${avatarPicture(previewAddress(field))}</span>
      ${inputControl(field, 'url', { verbatim: true })}
    </div>`,
  );
}

/** Not while it is typed: half an address would ask a stranger's server for a picture at every key. */
function previewAddress({ value, typing, error }: FieldProps): unknown {
  if (typing) return noChange;
  return typeof value === 'string' && /^https:/i.test(value) && !error ? value : null;
}
