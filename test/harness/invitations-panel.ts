import type { OrgMembers } from '../../src/elements/org-members/org-members.js';

/** Drives the invitations of an `<org-members>` as a person does: the list of them, and the dialog that makes some. */
export class InvitationsHarness {
  readonly element: OrgMembers;

  constructor(element: OrgMembers) {
    this.element = element;
  }

  // What can be seen

  /** By address, what is said of the state it is in. */
  get states(): Record<string, string> {
    const rows = [...this.#root.querySelectorAll('.invitations tbody tr')];
    return Object.fromEntries(
      rows.map((row) => [this.#text(row.querySelector('th')), this.#text(row.querySelector('.state'))]),
    );
  }

  /** By address, what speaks against it; nothing where nothing is known to. */
  get entered(): Record<string, string> {
    const chips = [...this.#root.querySelectorAll('[part="address"]')];
    return Object.fromEntries(
      chips.map((chip) => [this.#text(chip.querySelector('bdi')), this.#text(chip.querySelector('.error'))]),
    );
  }

  /** What came of it, beside what stands with each address. */
  get announcement(): string {
    return this.#text(this.#root.querySelector('dialog .status'));
  }

  /** What is wrong with the chosen file. */
  get fileError(): string {
    const input = this.#root.querySelector('dialog [type="file"]');
    return this.#text(input?.parentElement?.querySelector('.error'));
  }

  /** How the chosen file was understood. */
  get fileSummary(): string {
    const input = this.#root.querySelector('dialog [type="file"]');
    return this.#text(input?.parentElement?.querySelector('[role="status"]'));
  }

  get isOpen(): boolean {
    return this.#root.querySelector('#invite-address') !== null;
  }

  // What can be done

  /** Pastes, or types and goes on. */
  async enter(addresses: string): Promise<void> {
    const input = this.#root.querySelector<HTMLInputElement>('#invite-address');
    if (!input) throw new Error('Nobody is being invited');
    input.focus();
    input.value = `${addresses} `;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Chooses a file, as a person does in the browser's own dialog. */
  async chooseFile(file: File): Promise<void> {
    const input = this.#root.querySelector<HTMLInputElement>('dialog [type="file"]');
    if (!input) throw new Error('There is no file to choose');
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  // The shadow tree

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The element has not been rendered');
    return this.element.shadowRoot;
  }

  #text(node: Element | null | undefined): string {
    return node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }
}
