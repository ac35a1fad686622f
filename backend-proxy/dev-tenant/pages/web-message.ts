import { html } from 'hono/html';

/**
 * Last page of a silent authentication: posts the response to the window that opened it and to no other origin. The
 * data is in attributes and the script in a file, because inline scripts aren't allowed.
 */
export function webMessagePage(answer: Record<string, string>, targetOrigin: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Signing in</title>
      </head>
      <body data-target-origin="${targetOrigin}" data-response="${JSON.stringify(answer)}">
        <script src="/u/web-message.js"></script>
      </body>
    </html>`;
}

export const webMessageScript = `const { targetOrigin, response } = document.body.dataset;
const receiver = window.opener ?? window.parent;
receiver.postMessage({ type: 'authorization_response', response: JSON.parse(response) }, targetOrigin);
`;
