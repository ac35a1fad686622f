import type { LitElement } from 'lit';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import type { MemberHost } from '../elements/org-members/member-host.js';
import { isRed } from './is-red.js';
import { ProfileEditorHarness } from './profile-editor.js';
import { settleUntil } from './until.js';

/** Drives the member page and its dialogs as a user does, in any element. No other test code knows their shadow tree. */
export class MemberHarness<Host extends LitElement = MemberHost> {
  readonly element: Host;

  constructor(element: Host) {
    this.element = element;
  }

  // What can be seen

  get isOpen(): boolean {
    return this.#page !== null;
  }

  get text(): string {
    return this.#text(this.#page);
  }

  get heading(): string {
    return this.#text(this.#page?.querySelector('h2'));
  }

  get badges(): string[] {
    return [...(this.#page?.querySelectorAll('.person .badge') ?? [])].map((badge) => this.#text(badge));
  }

  get sections(): string[] {
    return [...(this.#page?.querySelectorAll('h3') ?? [])].map((heading) => this.#text(heading));
  }

  /** The roles of the member, with where those come from that are inherited. */
  get roles(): string {
    return this.#text(this.#page?.querySelector('.role-line'));
  }

  section(title: string): string {
    return this.#text(this.#section(title));
  }

  /** Labels of the buttons that open an operation's dialog. */
  get offered(): string[] {
    return [...(this.#page?.querySelectorAll('[part~="ask"]') ?? [])].map((one) => this.#text(one));
  }

  /** Labels of those buttons that are red. */
  get offeredInRed(): string[] {
    const buttons = [...(this.#page?.querySelectorAll('[part~="ask"]') ?? [])];
    return buttons.filter((one) => isRed(one)).map((one) => this.#text(one));
  }

  /** Whether the button that confirms a dialog is red. */
  get confirmsInRed(): boolean {
    const button = this.dialog?.querySelector('[part~="confirm"]');
    if (!button) throw new Error('The dialog has nothing to confirm');
    return isRed(button);
  }

  /** Locked operations with their reasons. */
  get locked(): Record<string, string> {
    const selector = '[part~="operations-locked"], [part="operation"]:has(.locked)';
    const rows = [...(this.#page?.querySelectorAll(selector) ?? [])];
    return Object.fromEntries(
      rows.map((row) => {
        const name = this.#text(row.querySelector('b'));
        const reason = this.#text(row.querySelector('.locked') ?? row).replace(name, '');
        return [name.replace(/:$/, ''), reason.trim()];
      }),
    );
  }

  get dialog(): HTMLDialogElement | null {
    return this.#root.querySelector('dialog[open]');
  }

  get dialogTitle(): string {
    return this.#text(this.dialog?.querySelector('h2'));
  }

  get dialogText(): string {
    return this.#text(this.dialog);
  }

  /** The person the dialog is about. */
  get card(): string {
    return this.#text(this.dialog?.querySelector('.person'));
  }

  get steps(): string[] {
    return [...(this.dialog?.querySelectorAll('.lines:not(.receipt *) li') ?? [])].map((step) =>
      this.#text(step),
    );
  }

  get advice(): string {
    return this.#text(this.dialog?.querySelector('.advice'));
  }

  get outcome(): string {
    return this.#text(this.dialog?.querySelector('.outcome'));
  }

  get receipt(): string {
    return this.#text(this.dialog?.querySelector('.receipt'));
  }

  get toasts(): string[] {
    return [...this.#root.querySelectorAll('.toast span')].map((toast) => this.#text(toast));
  }

  get alerts(): string[] {
    return [...this.#root.querySelectorAll('[role="alert"]')].map((alert) => this.#text(alert));
  }

  get statuses(): string[] {
    const announcement = [...this.#root.querySelectorAll('[role="status"]')].map((status) =>
      this.#text(status),
    );
    return announcement.filter(Boolean);
  }

  get countdown(): string {
    return this.#text(this.dialog?.querySelector('.countdown'));
  }

  /** Checkboxes of the roles dialog, and whether each is ticked. */
  get boxes(): Record<string, boolean> {
    const boxes = [...(this.dialog?.querySelectorAll<HTMLInputElement>('[type="checkbox"]') ?? [])];
    const nameOf = ({ labels }: HTMLInputElement) => this.#text(labels?.[0]?.querySelector('bdi'));
    return Object.fromEntries(boxes.map((box) => [nameOf(box), box.checked]));
  }

  get lockedRoles(): string[] {
    return [...(this.dialog?.querySelectorAll('.locked') ?? [])].map((one) => this.#text(one));
  }

  /** The member's roles before and after the change. */
  get compared(): string[] {
    return [...(this.dialog?.querySelectorAll('dd') ?? [])].map((one) => this.#text(one));
  }

  get dialogButtons(): string[] {
    return [...(this.dialog?.querySelectorAll('.buttons button') ?? [])].map((one) => this.#text(one));
  }

  isIdle(label: string): boolean {
    return this.#button(label).getAttribute('aria-disabled') === 'true';
  }

  isShown(label: string): boolean {
    return this.#button(label).checkVisibility();
  }

  /** Label of the focused control. */
  get focused(): string {
    const active = this.#root.activeElement;
    if (!active) return '';
    const label = active instanceof HTMLInputElement ? active.labels?.[0] : null;
    const heading = active.getAttribute('aria-labelledby');
    return active.ariaLabel ?? this.#text(label ?? (heading ? this.#root.getElementById(heading) : active));
  }

  /** Where the member is in the list, as it is shown. */
  get position(): string {
    const position = this.#page?.querySelector<HTMLElement>('.position')?.cloneNode(true) as HTMLElement;
    position.querySelector('.visually-hidden')?.remove();
    return this.#text(position);
  }

  /** Titles of the sections in the list beside a page; the current one in brackets. */
  get nav(): string[] {
    return [...(this.#page?.querySelectorAll<HTMLElement>('nav a') ?? [])]
      .filter((link) => link.checkVisibility())
      .map((link) => (link.ariaCurrent ? `[${this.#text(link)}]` : this.#text(link)));
  }

  get animations(): Animation[] {
    return this.#root.getAnimations();
  }

  get showsList(): boolean {
    return this.#root.querySelector('.list')?.checkVisibility() ?? false;
  }

  /** The rendered label, which depends on the width. */
  get backLabel(): string {
    return this.#back.ariaLabel ?? this.#text(this.#back);
  }

  get editor(): ProfileEditorHarness {
    const editor = this.#page?.querySelector<ProfileEditor>('profile-editor');
    if (!editor) throw new Error('There is no editor');
    return new ProfileEditorHarness(editor);
  }

  // What can be done

  async open(this: MemberHarness, userId: string): Promise<void> {
    this.element.member.controller.open(userId);
    await this.loaded();
  }

  /** Opens the page from the member's row. */
  async openRow(name: string): Promise<void> {
    await this.press(name);
    await this.loaded();
  }

  /** Waits for the responses to the page and to the editor in it. */
  async loaded(): Promise<void> {
    // The page that was open before is gone after this.
    await this.settle();
    await this.until(() => this.#page?.querySelector('profile-editor') != null);
    await this.editor.answered();
    // The editor has requested this module already.
    await import('../../src/elements/profile-editor/editing.js');
    await this.settle();
  }

  until(holds: () => boolean): Promise<void> {
    return settleUntil(holds, () => this.settle());
  }

  focusOn(label: string): void {
    this.#button(label).focus();
  }

  /** Focuses a link in the list of sections. */
  focusOnNav(title: string): void {
    const links = [...(this.#page?.querySelectorAll<HTMLElement>('nav a') ?? [])];
    const link = links.find((one) => this.#text(one) === title);
    if (!link) throw new Error(`There is no section ${title}`);
    link.focus();
  }

  async press(label: string): Promise<void> {
    const button = this.#button(label);
    button.focus();
    button.click();
    await this.settle();
  }

  /** Presses the button of an operation, and waits until its dialog has loaded. */
  async openDialog(label: string): Promise<void> {
    await this.press(label);
    await this.dialogReady();
  }

  async dialogReady(): Promise<void> {
    await this.until(() => this.dialog !== null && !this.dialogText.includes('Checking'));
  }

  /** Shows the profile with fields to edit. */
  async edit(): Promise<void> {
    await this.press('Edit');
    await this.editor.answered();
  }

  /** Closes the page. The label of its button depends on the width. */
  async close(): Promise<void> {
    this.#back.focus();
    this.#back.click();
    await this.settle();
  }

  async tick(role: string): Promise<void> {
    const boxes = [...(this.dialog?.querySelectorAll<HTMLInputElement>('[type="checkbox"]') ?? [])];
    const box = boxes.find((one) => this.#text(one.closest('label')).startsWith(role));
    if (!box) throw new Error(`There is no role ${role} to choose`);
    box.focus();
    box.click();
    await this.settle();
  }

  giveReason(reason: string): Promise<void> {
    return this.#type('#member-reason', reason);
  }

  typePhrase(phrase: string): Promise<void> {
    return this.#type('#member-phrase', phrase);
  }

  /** Waits until all changes are rendered. */
  async settle(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.element.updateComplete;
  }

  // The shadow tree

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The element has not been rendered');
    return this.element.shadowRoot;
  }

  get #page(): Element | null {
    return this.#root.querySelector('.member-page');
  }

  /** The button that closes the page, which depends on the width. */
  get #back(): HTMLElement {
    const buttons = this.#page?.querySelectorAll<HTMLElement>('[part~="back"], [part~="close-member"]') ?? [];
    const shown = [...buttons].find((button) => button.checkVisibility());
    if (!shown) throw new Error('The page has no way back');
    return shown;
  }

  #section(title: string): Element | null {
    const headings = [...(this.#page?.querySelectorAll('h3, h4') ?? [])];
    return headings.find((heading) => this.#text(heading) === title)?.closest('section') ?? null;
  }

  /** Finds a button, inside the dialog if one is open. */
  #button(label: string): HTMLButtonElement {
    const buttons = [...(this.dialog ?? this.#root).querySelectorAll('button')];
    const found = buttons.find(
      (one) => (one.ariaLabel ?? this.#text(one)) === label || this.#text(one).startsWith(`${label} (`),
    );
    if (!found) throw new Error(`There is no button ${label}`);
    return found;
  }

  async #type(selector: string, value: string): Promise<void> {
    const input = this.dialog?.querySelector<HTMLInputElement>(selector);
    if (!input) throw new Error(`The dialog has no ${selector}`);
    input.focus();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.settle();
  }

  #text(node: Node | null | undefined): string {
    return node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }
}
