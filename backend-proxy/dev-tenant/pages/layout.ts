import { html } from 'hono/html';
import type { Organization } from '../directory.js';

type Html = ReturnType<typeof html>;

/** Layout of all pages. Works without scripts; `html` escapes all input. */
export function layout(title: string, content: Html, organization?: Organization): Html {
  const brand = organization && `/u/brand/${encodeURIComponent(organization.id)}.css`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/u/login.css" />
        ${brand === undefined ? '' : html`<link rel="stylesheet" href="${brand}" />`}
      </head>
      <body>
        <main>
          <p class="tenant">Dev tenant${organization ? ` · ${organization.display_name}` : ''}</p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

export function errorNote(error: string | undefined): Html | '' {
  return error === undefined ? '' : html`<p class="error" id="error" role="alert">${error}</p>`;
}

/** Attributes for an invalid input. */
export function describedByError(error: string | undefined): Html | '' {
  return error === undefined ? '' : html`aria-describedby="error" aria-invalid="true"`;
}
