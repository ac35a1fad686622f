/** Introduction of the matrix page: legend and safeguards. */
import { html } from 'hono/html';
import type { Policy } from '../../../../src/policy/index.js';
import type { Html } from './page-cell.js';

export const legend: Html = html`<section aria-labelledby="legend-title" class="about">
  <h2 id="legend-title">How to read it</h2>
  <ul class="legend">
    <li class="allow">
      <span class="mark" aria-hidden="true">✓</span> <b>allowed</b>, and the rule that says so
    </li>
    <li class="deny"><span class="mark" aria-hidden="true">✗</span> <b>denied</b>, and why</li>
    <li class="depends"><span class="mark" aria-hidden="true">~</span> <b>depends</b>, and on what</li>
    <li class="unmentioned">
      <span class="mark" aria-hidden="true">·</span> <b>no rule</b> allows it, so it is denied
    </li>
  </ul>
  <p>Three gates decide, and each can only narrow:</p>
  <dl>
    <dt><span class="gate auth0">auth0</span></dt>
    <dd>what Auth0 itself permits for such a connection, whatever a policy says;</dd>
    <dt><span class="gate policy">policy</span></dt>
    <dd>the rules of this policy, of which one denial outweighs every allowance;</dd>
    <dt><span class="gate safeguard">safeguard</span></dt>
    <dd>the circumstances of the moment.</dd>
  </dl>
</section>`;

/** Lists the safeguards, which the tables leave out. */
export function safeguardSection({ safeguards }: Policy): Html {
  const { lastAdmin, sharedUsers, stepUp } = safeguards;
  return html`<section aria-labelledby="safeguards-title" class="about">
    <h2 id="safeguards-title">Safeguards</h2>
    <dl>
      <dt>Last admin ${state(lastAdmin)}</dt>
      <dd>
        ${
          lastAdmin
            ? 'The last person who can manage members can’t be removed.'
            : 'An organization can lose the last person who can manage members.'
        }
      </dd>
      <dt>Shared people ${state(sharedUsers === 'membership-only')}</dt>
      <dd>
        ${
          sharedUsers === 'membership-only'
            ? 'Admins can only end the membership of people who also belong to other organizations.'
            : 'People who also belong to other organizations are treated like all others.'
        }
      </dd>
      <dt>Recent sign-in ${state(stepUp !== undefined)}</dt>
      <dd>
        ${
          stepUp
            ? html`After ${stepUp.maxAge} seconds a new sign-in is required before
              ${stepUp.for.map((name, index) => html`${index > 0 ? ', ' : ''}<code>${name}</code>`)}.`
            : 'Nothing requires a recent sign-in.'
        }
      </dd>
    </dl>
  </section>`;
}

function state(on: boolean): Html {
  return on
    ? html`<span class="state on"><span aria-hidden="true">✓</span> on</span>`
    : html`<span class="state off"><span aria-hidden="true">✗</span> off</span>`;
}
