/** The yardstick: the same fifty rows in a plain Lit table, with nothing one could do to them. */
import { css, html, LitElement } from 'lit';
import type { MemberPage, MemberRow } from '../../../src/contract/index.js';
import { answer, totalOfPage } from './members.js';
import { watch } from './watch.js';

watch();

class BareTable extends LitElement {
  static override properties = { members: { state: true } };
  static override styles = css`
    table {
      width: 100%;
      border-collapse: collapse;
      font: 15px/1.5 system-ui;
    }
    td {
      padding: 8px;
      border-block-end: 1px solid #ddd;
    }
  `;
  declare members: readonly MemberRow[];

  constructor() {
    super();
    this.members = [];
    void answer('/orgdesk/v1/members', totalOfPage)
      .then((response) => response.json() as Promise<MemberPage>)
      .then(({ members }) => (this.members = members));
  }

  protected override render() {
    return html`<table>
      <tbody>
        ${this.members.map(
          ({ name, email, roles, connection, lastLogin, status }) =>
            html`<tr>
              <td>${name}<br /><small>${email}</small></td>
              <td>${roles?.map((role) => role.name).join(', ')}</td>
              <td>${connection?.label}</td>
              <td>${lastLogin}</td>
              <td>${status.join(', ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define('bare-table', BareTable);
document.body.append(document.createElement('bare-table'));
