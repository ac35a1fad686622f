/** Renders a profile export as an HTML page. */
import { html } from 'hono/html';
import type { ProfileExport } from '../../../src/contract/index.js';
import { isRightToLeft } from '../../../src/policy/index.js';
import { messagesIn, messagesTag } from '../messages/negotiate.js';

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  dt { font-weight: 600; } dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .25rem .5rem; border-bottom: 1px solid; overflow-wrap: anywhere; }
`;

/** Returns a self-contained page to keep or print. Every value is escaped. Nothing is loaded from elsewhere. */
export function exportPage(
  { organization, person, signIn, fields, ...rest }: ProfileExport,
  language: string,
) {
  const { exportedAt, otherOrganizations, sessions } = rest;
  const { exportPage: messages } = messagesIn(language);
  const title = messages.title(organization.displayName ?? organization.name);
  const direction = isRightToLeft(messagesTag(language)) ? 'rtl' : 'ltr';
  const shown = ({ value }: ProfileExport['fields'][number]) =>
    value === null ? messages.notSet : toText(value, language);
  const badge = ({ value, verified, verifiable }: ProfileExport['fields'][number]) => {
    if (value === null || !(verified || (verified === false && verifiable))) return '';
    return ` (${verified ? messages.verified : messages.unverified})`;
  };
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <p><time datetime="${exportedAt}">${messages.exported(toDate(exportedAt, language))}</time></p>
        <dl>
          <dt>${messages.userId}</dt>
          <dd><bdi>${person.userId}</bdi></dd>
          <dt>${messages.signIn}</dt>
          <dd><bdi>${signIn.connection}</bdi></dd>
          <dt>${messages.otherOrganizations}</dt>
          <dd>${otherOrganizations}</dd>
          ${fields.map(
            (field) =>
              html`<dt>${field.label}</dt>
                <dd><bdi>${shown(field)}</bdi>${badge(field)}</dd>`,
          )}
        </dl>
        ${
          sessions
            ? html`<h2>${messages.sessions}</h2>
                <table>
                  <tr>
                    <th scope="col">${messages.browser}</th>
                    <th scope="col">${messages.ipAddress}</th>
                    <th scope="col">${messages.lastActive}</th>
                  </tr>
                  ${sessions.map(
                    ({ userAgent, ip, lastUsedAt }) =>
                      html`<tr>
                        <td><bdi>${userAgent ?? '–'}</bdi></td>
                        <td><bdi>${ip ?? '–'}</bdi></td>
                        <td>${lastUsedAt === null ? '–' : toDate(lastUsedAt, language)}</td>
                      </tr>`,
                  )}
                </table>`
            : ''
        }
      </body>
    </html>`;
}

/** Date and time in UTC: the page is read anywhere. */
function toDate(time: string, language: string): string {
  return (
    new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(new Date(time)) + ' UTC'
  );
}

function toText(value: NonNullable<ProfileExport['fields'][number]['value']>, language: string): string {
  return Array.isArray(value) ? new Intl.ListFormat(language).format(value) : String(value);
}
