/** The yardstick: the same fifty rows in a plain Lit table, with a search, and a dialog that shows what is known of a member. */
import { css, html, LitElement } from 'lit';
import type { MemberPage, MemberRow, MemberSecurity, ProfileView } from '../../../src/contract/index.js';
import { memberDialog, type Opened } from './bare-dialog.js';
import { day, dayFormat } from './day.js';
import { answer, totalOfPage } from './members.js';
import { watch } from './watch.js';

watch();

/** As long as the element waits for the next key. */
const searchDebounceMs = 250;

class BareTable extends LitElement {
  static override properties = {
    members: { state: true },
    search: { state: true },
    opened: { state: true },
  };
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
  declare search: string;
  declare opened: Opened | null;
  #debounceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.members = [];
    this.search = '';
    this.opened = null;
    void this.#load();
    dayFormat();
  }

  async #load(): Promise<void> {
    const page = await read<MemberPage>(`/v1/members?search=${encodeURIComponent(this.search)}`);
    this.members = page.members;
  }

  #searchFor(text: string): void {
    this.search = text;
    clearTimeout(this.#debounceTimer);
    this.#debounceTimer = setTimeout(() => void this.#load(), searchDebounceMs);
  }

  async #open({ userId }: MemberRow): Promise<void> {
    const path = `/v1/members/${encodeURIComponent(userId)}`;
    const [profile, security] = await Promise.all([
      read<ProfileView>(path),
      read<MemberSecurity>(`${path}/security`),
    ]);
    this.opened = { profile, security };
  }

  protected override render() {
    return html`<input
        type="search"
        .value=${this.search}
        @input=${({ currentTarget }: Event) => this.#searchFor((currentTarget as HTMLInputElement).value)}
      />
      <table>
        <tbody>
          ${this.members.map((member) => this.#row(member))}
        </tbody>
      </table>
      ${this.opened && memberDialog(this.opened, () => (this.opened = null))}`;
  }

  #row(member: MemberRow) {
    const { name, email, roles, connection, lastLogin, status } = member;
    return html`<tr @click=${() => void this.#open(member)}>
      <td>${name}<br /><small>${email}</small></td>
      <td>${roles?.map((role) => role.name).join(', ')}</td>
      <td>${connection?.label}</td>
      <td>${day(lastLogin)}</td>
      <td>${status.join(', ')}</td>
    </tr>`;
  }
}

async function read<T>(path: string): Promise<T> {
  return (await answer(`/orgdesk${path}`, totalOfPage)).json() as Promise<T>;
}

customElements.define('bare-table', BareTable);
document.body.append(document.createElement('bare-table'));
