import { html, nothing } from 'lit';
import type { InvitationOptions } from '../../../contract/invitation.js';
import type { InviteMessages } from '../../../messages/en/invite.js';
import type { InviteFormState } from '../../../state/invitations/invite-dialog-controller.js';
import type { InviteDialogContext } from './context.js';

const hour = 3600;
const day = 24 * hour;
/** The choices of how long an invitation works, up to what the proxy allows. */
const durations = [day, 3 * day, 7 * day, 14 * day, 30 * day];

/** Renders what applies to everyone in the invitation: roles, connection, expiry, language. */
export function choices(context: InviteDialogContext, open: InviteFormState) {
  const { messages } = context;
  const { options } = open;
  return html`${roles(context, open)}
    <div class="pair">
      ${connection(context, open)}
      ${select(context, {
        id: 'invite-expiry',
        label: messages.expiry,
        value: String(open.draft.expiresInSeconds),
        values: expiries(options, messages),
        choose: (value) => ({ expiresInSeconds: Number(value) }),
      })}
      ${
        options.languages.length > 0
          ? select(context, {
              id: 'invite-language',
              label: messages.language,
              value: open.draft.language ?? '',
              values: [['', messages.anyLanguage], ...languages(options, context.lang)],
              choose: (value) => ({ language: value || null }),
            })
          : nothing
      }
    </div>`;
}

function expiries({ expiry }: InvitationOptions, messages: InviteMessages): [string, string][] {
  const offered = new Set([...durations.filter((each) => each <= expiry.max), expiry.default]);
  return [...offered]
    .sort((a, b) => a - b)
    .map((seconds) => [
      String(seconds),
      seconds % day === 0 ? messages.days(seconds / day) : messages.hours(Math.round(seconds / hour)),
    ]);
}

function languages({ languages: tags }: InvitationOptions, lang: string): [string, string][] {
  const names = new Intl.DisplayNames(lang, { type: 'language' });
  return tags.map((tag) => [tag, names.of(tag) ?? tag]);
}

function roles({ inviteDialog, messages }: InviteDialogContext, { draft, roles: all }: InviteFormState) {
  const offered = all.filter(({ assignable }) => assignable);
  if (all.length === 0) return nothing;
  const toggle = (id: string, on: boolean) =>
    inviteDialog.choose({ roles: on ? [...draft.roles, id] : draft.roles.filter((each) => each !== id) });
  return html`<fieldset class="field" aria-describedby="invite-roles-help">
    <legend>${messages.roles}</legend>
    ${offered.map(
      ({ id, name, description }) =>
        html`<label class="check">
          <input
            type="checkbox"
            part="checkbox"
            .checked=${draft.roles.includes(id)}
            @change=${(event: Event) => toggle(id, (event.currentTarget as HTMLInputElement).checked)}
          />
          <span
            ><bdi translate="no">${name}</bdi
            >${description ? html` <small><bdi>${description}</bdi></small>` : nothing}</span
          >
        </label>`,
    )}
    <small id="invite-roles-help">
      ${messages.rolesHelp} ${offered.length < all.length ? messages.rolesAbove : nothing}
    </small>
  </fieldset>`;
}

function connection(context: InviteDialogContext, { draft, options }: InviteFormState) {
  const { messages } = context;
  const invitable = options.connections.filter((each) => each.invitable);
  const [only] = invitable;
  if (!only) return nothing;
  // A single connection isn't a choice, but still worth knowing.
  if (invitable.length === 1) {
    return html`<div class="field">
      <b>${messages.connection}</b>
      <span><bdi>${only.label}</bdi></span>
    </div>`;
  }
  return select(context, {
    id: 'invite-connection',
    label: messages.connection,
    value: draft.connectionId ?? '',
    values: [
      ['', messages.anyConnection],
      ...invitable.map(({ id, label }): [string, string] => [id, label]),
    ],
    choose: (value) => ({ connectionId: value || null }),
  });
}

interface Select {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly values: readonly (readonly [value: string, text: string])[];
  readonly choose: (value: string) => Parameters<InviteDialogContext['inviteDialog']['choose']>[0];
}

function select({ inviteDialog }: InviteDialogContext, { id, label, value, values, choose }: Select) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      part="input"
      @change=${(event: Event) => inviteDialog.choose(choose((event.currentTarget as HTMLSelectElement).value))}
    >
      ${values.map(([each, text]) => html`<option dir="auto" value=${each} ?selected=${each === value}>${text}</option>`)}
    </select>
  </div>`;
}
