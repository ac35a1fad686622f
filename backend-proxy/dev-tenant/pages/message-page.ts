import { html } from 'hono/html';

/** One thing to tell the person in front of the browser, where there is no application to tell. */
export function messagePage(title: string, message: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/u/login.css" />
      </head>
      <body>
        <main>
          <p class="tenant">Dev tenant</p>
          <h1>${title}</h1>
          <p>${message}</p>
        </main>
      </body>
    </html>`;
}
