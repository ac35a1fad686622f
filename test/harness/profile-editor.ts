import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { settleUntil } from './until.js';

/** Test driver of `<profile-editor>`. The only code outside the element that uses its shadow tree. */
export class ProfileEditorHarness {
  readonly element: ProfileEditor;

  constructor(element: ProfileEditor) {
    this.element = element;
  }

  // What a user sees

  get text(): string {
    return this.#text(this.#root.querySelector('.page'));
  }

  get heading(): string {
    return this.#text(this.#root.querySelector('.who h2, .state h2'));
  }

  /** The organization, and how the user signs in. */
  get membership(): string {
    return this.#text(this.#root.querySelector('.who small'));
  }

  /** Whose profile is edited. */
  get note(): string {
    return this.#text(this.#root.querySelector('.note'));
  }

  get announcement(): string {
    return this.#text(this.#root.querySelector('.visually-hidden[role="status"]'));
  }

  get isBusy(): boolean {
    return this.#root.querySelector('.page')?.getAttribute('aria-busy') === 'true';
  }

  get showsSkeleton(): boolean {
    return this.#root.querySelector('.skeleton') !== null;
  }

  /** Whether there is nothing to see yet but room, or the skeleton. */
  get isWaiting(): boolean {
    return this.showsSkeleton || this.#root.querySelector('.blank') !== null;
  }

  get groups(): string[] {
    return [...this.#root.querySelectorAll<HTMLElement & { group?: string }>('form section')].flatMap(
      ({ group }) => group ?? [],
    );
  }

  /** Texts of the buttons, without those of toasts. */
  get buttons(): string[] {
    return [...this.#root.querySelectorAll('button:not(.toast *)')].map((button) => this.#text(button));
  }

  /** Texts of the alerts. */
  get alerts(): string[] {
    return [...this.#root.querySelectorAll('[role="alert"]')].map((alert) => this.#text(alert));
  }

  get countdown(): string {
    return this.#text(this.#root.querySelector('.countdown'));
  }

  /** Label or text of the focused element. */
  get focused(): string {
    const active = this.#root.activeElement;
    if (!active) return '';
    const label = active instanceof HTMLInputElement ? active.labels?.[0] : null;
    return active.getAttribute('aria-label') ?? this.#text(label ?? active);
  }

  get hasFocus(): boolean {
    return this.#root.activeElement !== null;
  }

  isEditable(name: string): boolean {
    return this.#controls(name).length > 0;
  }

  /** The value in the control, or the text of a locked field. */
  value(name: string): string {
    const [control, ...more] = this.#controls(name);
    if (!control) return this.#text(this.#row(name)?.querySelector('dd > :is(bdi, small)'));
    if (control.type !== 'checkbox') return control.value;
    const ticked = [control, ...more].filter((box) => box instanceof HTMLInputElement && box.checked);
    return ticked.map((box) => box.value).join(', ');
  }

  /** Text of the line that says why the field is locked. */
  lockReason(name: string): string {
    const id = this.#row(name)?.querySelector('dd')?.getAttribute('aria-describedby');
    return this.#text(id && this.#root.querySelector(`#${id} span > span`));
  }

  /** The lines of a section that say what is locked, and why. */
  locks(group: string): string[] {
    const sections = [...this.#root.querySelectorAll<HTMLElement & { group?: string }>('form section')];
    const section = sections.find((candidate) => candidate.group === group);
    return [...(section?.querySelectorAll('.lock') ?? [])].map((lock) => this.#text(lock));
  }

  badge(name: string): string {
    const [control] = this.#controls(name);
    const place = control?.closest('.field') ?? this.#row(name);
    return this.#text(place?.querySelector('.badge'));
  }

  label(name: string): string {
    const [control] = this.#controls(name);
    const legend = control?.closest('fieldset')?.querySelector('legend');
    return this.#text(legend ?? control?.labels?.[0]).replace(/ ?\(required\)$/, '');
  }

  help(name: string): string {
    return this.#described(name, 'help');
  }

  /** The error that describes the control; empty if there is none. */
  error(name: string): string {
    return this.#described(name, 'error');
  }

  isInvalid(name: string): boolean {
    return this.control(name).getAttribute('aria-invalid') === 'true';
  }

  options(name: string): string[] {
    return [...this.control(name).querySelectorAll('option')].map((option) => this.#text(option));
  }

  /** Text of the bar: "2 unsaved changes". */
  get unsaved(): string {
    return this.#text(this.#bar?.querySelector('b'));
  }

  /** Consequences of saving, in the bar. */
  get consequences(): string[] {
    return [...this.#root.querySelectorAll('.consequences li')].map((each) => this.#text(each));
  }

  /** Text that describes the Save button. */
  get saveDescription(): string {
    const ids = this.#submit?.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids
      .map((id) => this.#text(this.#root.getElementById(id)))
      .join(' ')
      .trim();
  }

  /** URL of the photo in the header; `null` while it shows initials. */
  get photo(): string | null {
    return this.#root.querySelector('.who > .avatar img')?.getAttribute('src') ?? null;
  }

  /** Text next to the photo: its buttons, its badge, its error. */
  get photoText(): string {
    return this.#text(this.#root.querySelector('.photo'));
  }

  /** State of the upload next to the photo, or below a picture's field. */
  get upload(): { running: boolean; done: number | null; error: string } {
    const progress = this.#root.querySelector<HTMLProgressElement>('.upload progress');
    return {
      running: progress !== null,
      done: progress?.hasAttribute('value') ? progress.value : null,
      error: this.#text(this.#root.querySelector('.upload .error')),
    };
  }

  get canSave(): boolean {
    const button = this.#submit;
    return button !== null && button.getAttribute('aria-disabled') !== 'true';
  }

  get saveLabel(): string {
    return this.#text(this.#submit);
  }

  /** Texts of the toasts. */
  get toasts(): string[] {
    return [...this.#root.querySelectorAll('.toast span')].map((toast) => this.#text(toast));
  }

  get showsSaved(): boolean {
    return this.toasts.includes('Changes saved.');
  }

  /** Both sides of a conflict. */
  conflict(name: string): { stored: string; mine: string } | null {
    const values = this.#conflict(name)?.querySelectorAll('dd');
    return values ? { stored: this.#text(values[0]), mine: this.#text(values[1]) } : null;
  }

  /** Text next to an address that isn't verified. */
  get verification(): string {
    return this.#text(this.#root.querySelector('.verify'));
  }

  /** The list of sections, with the current one in brackets. */
  get nav(): string[] {
    const links = [...this.#root.querySelectorAll('nav a')];
    return links.map((link) => (link.ariaCurrent ? `[${this.#text(link)}]` : this.#text(link)));
  }

  /** Headings of the account's sections. */
  get accountHeadings(): string[] {
    return [...this.#root.querySelectorAll('[id^="account-"]')].map((heading) => this.#text(heading));
  }

  /** Text of one of these sections. */
  accountText(heading: string): string {
    return this.#text(this.#accountSection(heading));
  }

  get dialog(): HTMLDialogElement | null {
    return this.#root.querySelector('dialog[open]');
  }

  get dialogText(): string {
    return this.#text(this.dialog);
  }

  // What a user does

  /** Waits until the account's sections are rendered. */
  async accountReady(): Promise<void> {
    await this.until(() => this.accountHeadings.length > 0);
    await this.settle();
  }

  /** Waits until a condition holds, such as a loaded module or a response. */
  until(isSo: () => boolean): Promise<void> {
    return settleUntil(isSo, () => this.settle());
  }

  async typePhrase(phrase: string): Promise<void> {
    const input = this.dialog?.querySelector('input');
    if (!input) throw new Error('The dialog has no input for a phrase');
    input.value = phrase;
    await this.settle();
  }

  /** Types the reason of the change. */
  async typeReason(reason: string, event: Event = new InputEvent('input')): Promise<void> {
    const input = this.#root.querySelector<HTMLInputElement>('.reason input');
    if (!input) throw new Error('There is no input for a reason');
    input.value = reason;
    input.dispatchEvent(event);
    await this.settle();
  }

  control(name: string): HTMLInputElement {
    const [control] = this.#controls(name);
    if (!control) throw new Error(`${name} cannot be edited`);
    return control as HTMLInputElement;
  }

  async type(name: string, value: string): Promise<void> {
    const control = this.control(name);
    control.focus();
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settle();
  }

  /** Chooses from a select, or toggles a checkbox. */
  async choose(name: string, value: string): Promise<void> {
    const controls = this.#controls(name);
    const box = controls.find((control) => control.type === 'checkbox' && control.value === value);
    if (box) box.click();
    else {
      this.control(name).value = value;
      this.control(name).dispatchEvent(new Event('change', { bubbles: true }));
    }
    await this.settle();
  }

  /** Chooses a file, as the file dialog does. */
  async chooseFile(file: File): Promise<void> {
    const input = this.#root.querySelector<HTMLInputElement>('.upload input');
    if (!input) throw new Error('There is nothing to upload with');
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settle();
  }

  async leave(name: string): Promise<void> {
    const control = this.control(name);
    control.dispatchEvent(new Event('change', { bubbles: true }));
    control.blur();
    await this.settle();
  }

  async fill(name: string, value: string): Promise<void> {
    await this.type(name, value);
    await this.leave(name);
  }

  /** Presses Save, and waits for the response. */
  async save(): Promise<void> {
    await this.startSave();
    await this.answered();
  }

  /** Presses Save, without waiting for the response. */
  async startSave(): Promise<void> {
    // The editing module, which renders the button, may still be loading.
    await this.until(() => this.#submit !== null);
    await this.#press(this.#submit);
  }

  discard(): Promise<void> {
    return this.#press(this.#bar?.querySelector('[part~="discard"]'));
  }

  keepMine(name: string): Promise<void> {
    return this.#press(this.#conflict(name)?.querySelectorAll('button')[0]);
  }

  useStored(name: string): Promise<void> {
    return this.#press(this.#conflict(name)?.querySelectorAll('button')[1]);
  }

  press(button: string): Promise<void> {
    const found = [...this.#root.querySelectorAll('button')].find((one) => this.#text(one) === button);
    return this.#press(found);
  }

  /** Waits until the element has rendered. */
  async settle(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.element.updateComplete;
  }

  /** Waits until no request is in flight. */
  async answered(): Promise<void> {
    do await this.settle();
    while (this.element.matches(':state(loading), :state(saving)'));
  }

  // The shadow tree

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The element has not been rendered');
    return this.element.shadowRoot;
  }

  #accountSection(heading: string): Element | null {
    const found = [...this.#root.querySelectorAll('[id^="account-"]')].find(
      (one) => this.#text(one) === heading,
    );
    return found?.closest('section') ?? null;
  }

  get #bar(): Element | null {
    return this.#root.querySelector('.bar');
  }

  get #submit(): Element | null {
    return this.#bar?.querySelector('[type="submit"]') ?? null;
  }

  #controls(name: string) {
    return [
      ...this.#root.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
        `[name="${name}"]`,
      ),
    ];
  }

  #row(name: string): Element | undefined {
    return [...this.#root.querySelectorAll<Element & { field: string }>('.row')].find(
      (row) => row.field === name,
    );
  }

  #conflict(name: string) {
    return this.control(name).closest('.field')?.querySelector('.conflict');
  }

  #described(name: string, part: string): string {
    const control = this.control(name);
    const described = control.closest('fieldset') ?? control;
    const ids = described.getAttribute('aria-describedby')?.split(' ') ?? [];
    const id = ids.find((candidate) => candidate.endsWith(part));
    return id ? this.#text(this.#root.getElementById(id)) : '';
  }

  async #press(button: Element | null | undefined): Promise<void> {
    if (!(button instanceof HTMLButtonElement)) throw new Error('There is no such button');
    button.focus();
    button.click();
    await this.settle();
  }

  #text(node: Element | '' | null | undefined): string {
    return (node || undefined)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }
}
