/** Renders the matrix as a self-contained HTML page: no script, no request, one style with a CSP hash. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { NamedPolicy } from '../policy-file.js';
import { count } from '../terminal.js';
import { pageStyle } from './page-style.js';
import type { ActorGrid } from './grid.js';
import { legend, safeguardSection } from './page-about.js';
import { actorId, actorSection } from './page-actor.js';

/** Returns the page. Deterministic: the same policy gives the same bytes. */
export async function matrixPage(
  { name, policy }: NamedPolicy,
  grids: readonly ActorGrid[],
): Promise<string> {
  const hash = createHash('sha256').update(pageStyle).digest('base64');
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Who may do what: ${name}</title>
        ${raw(`<style>${pageStyle}</style>`)}
      </head>
      <body>
        <header>
          <p class="kicker">Orgdesk policy</p>
          <h1>Who may do what</h1>
          <p class="lead">
            <strong>${name}</strong>: ${count(grids.length, 'actor')},
            ${count(Object.keys(policy.fields).length, 'field')}, ${count(policy.rules.length, 'rule')}.
            Answers are for someone who signed in just now, as themselves.
          </p>
          ${navigation(grids)}
        </header>
        <main>
          <div class="intro">${legend} ${safeguardSection(policy)}</div>
          ${grids.map((grid) => actorSection(policy, grid))}
        </main>
      </body>
    </html> `;
  return `${page.toString().trim()}\n`;
}

function navigation(grids: readonly ActorGrid[]) {
  return html`<nav aria-label="Actors">
    <ul>
      ${grids.map(({ actor }) => html`<li><a href="#${actorId(actor)}">${actor}</a></li>`)}
    </ul>
  </nav>`;
}
