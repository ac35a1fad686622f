/** The yardstick: the same fields in a plain Lit form that checks and saves nothing. It offers few languages, by their names. */
import { css, html, LitElement } from 'lit';
import type { ProfileView } from '../../../src/contract/index.js';
import type { FieldView } from '../../../src/policy/views/view.js';
import { languageName } from './language-name.js';
import { profileAnswer } from './profile.js';
import { watch } from './watch.js';

watch();

const languages = ['de', 'en', 'es', 'fr', 'pt'];

class BareForm extends LitElement {
  static override properties = { profile: { state: true }, draft: { state: true } };
  static override styles = css`
    label {
      display: block;
      padding: 8px;
      font: 15px/1.5 system-ui;
    }
    :is(input, select) {
      display: block;
      width: 100%;
    }
  `;
  declare profile: ProfileView | null;
  /** What was typed, by the name of the field. */
  declare draft: Readonly<Record<string, string>>;

  constructor() {
    super();
    this.profile = null;
    this.draft = {};
    void profileAnswer('/orgdesk/v1/profile')
      .then((response) => response.json() as Promise<ProfileView>)
      .then((profile) => (this.profile = profile));
  }

  protected override render() {
    const { groups = [], fields = [] } = this.profile ?? {};
    return groups.map(
      (group) =>
        html`<h2>${group.label['en']}</h2>
          ${fields
            .filter((field) => field.group === group.name)
            .map((field) => html`<label>${field.label['en']} ${this.#control(field)}</label>`)}`,
    );
  }

  #control({ name, kind, value, editable }: FieldView) {
    if (kind === 'time-zone') return select(Intl.supportedValuesOf('timeZone'), value);
    if (kind === 'language') return select(languages, value, languageName);
    return html`<input
      .value=${this.draft[name] ?? String(value ?? '')}
      ?disabled=${!editable}
      @input=${({ currentTarget }: Event) =>
        (this.draft = { ...this.draft, [name]: (currentTarget as HTMLInputElement).value })}
    />`;
  }
}

function select(values: readonly string[], current: unknown, nameOf = (value: string): unknown => value) {
  return html`<select>
    ${values.map((value) => html`<option value=${value} ?selected=${value === current}>${nameOf(value)}</option>`)}
  </select>`;
}

customElements.define('bare-form', BareForm);
document.body.append(document.createElement('bare-form'));
