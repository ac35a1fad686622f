/** Renders a profile export as an HTML page. */
import { html } from 'hono/html';
import type { ProfileExport } from '../../../src/contract/index.js';

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  dt { font-weight: 600; } dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .25rem .5rem; border-bottom: 1px solid; overflow-wrap: anywhere; }
`;

/** Returns a self-contained page to keep or print. Every value is escaped. Nothing is loaded from elsewhere. */
export function exportPage({ organization, person, signIn, fields, ...rest }: ProfileExport) {
  const { exportedAt, otherOrganizations, sessions } = rest;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Your profile at ${organization.displayName ?? organization.name}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>Your profile at ${organization.displayName ?? organization.name}</h1>
        <p>Exported <time datetime="${exportedAt}">${exportedAt}</time>.</p>
        <dl>
          <dt>Account</dt>
          <dd>${person.userId}</dd>
          <dt>Sign-in</dt>
          <dd>${signIn.connection}</dd>
          <dt>Other organizations</dt>
          <dd>${otherOrganizations}</dd>
          ${fields.map(
            ({ label, value, verified }) =>
              html`<dt>${label}</dt>
                <dd>
                  ${toText(value)}${verified === undefined ? '' : verified ? ' (verified)' : ' (not verified)'}
                </dd>`,
          )}
        </dl>
        ${
          sessions
            ? html`<h2>Sessions</h2>
                <table>
                  <tr>
                    <th scope="col">Browser</th>
                    <th scope="col">Address</th>
                    <th scope="col">Last used</th>
                  </tr>
                  ${sessions.map(
                    ({ userAgent, ip, lastUsedAt }) =>
                      html`<tr>
                        <td>${userAgent ?? '–'}</td>
                        <td>${ip ?? '–'}</td>
                        <td>${lastUsedAt ?? '–'}</td>
                      </tr>`,
                  )}
                </table>`
            : ''
        }
      </body>
    </html>`;
}

function toText(value: ProfileExport['fields'][number]['value']): string {
  if (value === null) return '–';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
