/** An editor for themes: every token and part of the elements, with the CSS that results in what is shown. */
import { html, LitElement, nothing } from 'lit';
import { elements as described } from 'virtual:elements';
import '../src/define/org-members.js';
import '../src/define/profile-editor.js';
import type { SessionFetch } from '../src/index.js';
import quiet from '../src/themes/quiet.css?raw';
import square from '../src/themes/square.css?raw';
import type { Element } from '../tools/integrations/elements.js';
import { weakPairs } from '../test/harness/contrast.js';
import styles from './theme-editor.css?raw';

export const elements = described as readonly Element[];

const themes = { none: '', quiet, square };
const choices = {
  theme: ['none', 'quiet', 'square'],
  scheme: ['auto', 'light', 'dark'],
  density: ['comfortable', 'compact'],
} as const;
const labels = { theme: 'Theme', scheme: 'Colors', density: 'Density' };
type Choice = keyof typeof choices;

/** They are the same for all elements. */
const tokens = elements[0]?.customProperties ?? [];

export class ThemeEditor extends LitElement {
  static override properties = {
    fetch: { attribute: false },
    chosen: { state: true },
    values: { state: true },
    shownPart: { state: true },
    weak: { state: true },
  };

  declare fetch: SessionFetch | undefined;
  declare chosen: { readonly [Key in Choice]: string };
  /** What was typed, by the name of the token. */
  declare values: ReadonlyMap<string, string>;
  declare shownPart: string;
  declare weak: readonly string[];

  readonly #sheet = new CSSStyleSheet();

  constructor() {
    super();
    this.chosen = { theme: 'none', scheme: 'auto', density: 'comfortable' };
    this.values = new Map();
    this.shownPart = '';
    this.weak = [];
  }

  /** In the page itself, where parts can be reached, as in a page of a customer. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback?.();
    document.adoptedStyleSheets.push(this.#sheet);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback?.();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** The CSS of what is shown. */
  get css(): string {
    const set = [...this.values].map(([name, value]) => `  ${name}: ${value};\n`).join('');
    return set && `org-members,\nprofile-editor {\n${set}}\n`;
  }

  protected override updated(): void {
    const part = this.shownPart;
    const outline = `outline: 2px solid magenta; outline-offset: -2px`;
    const marked = part && `:is(org-members, profile-editor)::part(${part}) { ${outline} }`;
    this.#sheet.replaceSync(`${styles}${Object.values(themes).join('')}${this.css}${marked}`);
    const shown = this.querySelector('profile-editor');
    const weak = shown?.shadowRoot ? weakPairs(shown) : [];
    if (weak.join() !== this.weak.join()) this.weak = weak;
  }

  protected override render() {
    const { theme, scheme, density } = this.chosen;
    return html`<div class="theme-editor ${scheme}">
      <form @submit=${(event: Event) => event.preventDefault()}>
        <h1>Theming</h1>
        <fieldset>
          <legend>Look</legend>
          ${(Object.keys(choices) as Choice[]).map((each) => this.#choice(each))}
        </fieldset>
        <h2>CSS</h2>
        ${theme === 'none' ? nothing : html`<p>With the class <code>orgdesk-${theme}</code> of <code>orgdesk/themes/${theme}.css</code>.</p>`}
        <pre tabindex="0" aria-label="The CSS">${this.css || '/* Change a token below. */'}</pre>
        <p role="status">
          ${this.weak.length > 0 ? `Too little contrast: ${this.weak.join(', ')}.` : 'Every pair of colors has enough contrast.'}
        </p>
        <h2 id="tokens">Tokens</h2>
        ${tokens.map((token) => this.#token(token))}
        <h2>Parts</h2>
        ${elements.map((element) => this.#parts(element))}
      </form>
      <div class="shown ${theme === 'none' ? '' : `orgdesk-${theme}`}">
        <section aria-label="The panel">
          <org-members .theme=${scheme} .density=${density} .fetch=${this.fetch}></org-members>
        </section>
        <section aria-label="The profile">
          <profile-editor .theme=${scheme} .density=${density} .fetch=${this.fetch}></profile-editor>
        </section>
      </div>
    </div>`;
  }

  #choice(name: Choice) {
    const choose = ({ currentTarget }: Event) =>
      (this.chosen = { ...this.chosen, [name]: (currentTarget as HTMLSelectElement).value });
    return html`<label
      >${labels[name]}
      <select name=${name} @change=${choose}>
        ${choices[name].map((value) => html`<option ?selected=${value === this.chosen[name]}>${value}</option>`)}
      </select></label
    >`;
  }

  #token({ name, description, default: usual }: Element['customProperties'][number]) {
    const set = ({ currentTarget }: Event) => {
      const value = (currentTarget as HTMLInputElement).value.trim();
      const others = [...this.values].filter(([other]) => other !== name);
      this.values = new Map(isWhole(value) ? [...others, [name, value]] : others);
    };
    return html`<label class="token">
      <code>${name}</code>
      <span>${description}</span>
      <input name=${name} placeholder=${usual ?? ''} autocomplete="off" spellcheck="false" @input=${set} />
    </label>`;
  }

  #parts({ tag, parts }: Element) {
    return html`<details>
      <summary>${parts.length} of &lt;${tag}&gt;</summary>
      <ul>
        ${parts.map(
          ({ name, description }) =>
            html`<li>
              <button
                type="button"
                aria-pressed=${name === this.shownPart}
                @click=${() => (this.shownPart = name === this.shownPart ? '' : name)}
              >
                ${name}
              </button>
              ${description}
            </li>`,
        )}
      </ul>
    </details>`;
  }
}

/** Whether a value is one that the declarations after it survive: half of `rgb(0 0 0)` isn't. */
function isWhole(value: string): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`a { --value: ${value}; --after: 1 }`);
  const [rule, ...others] = sheet.cssRules;
  return (
    value !== '' &&
    others.length === 0 &&
    rule instanceof CSSStyleRule &&
    rule.style.getPropertyValue('--after') === '1'
  );
}

if (!customElements.get('theme-editor')) customElements.define('theme-editor', ThemeEditor);
