import type { OrgMembers } from '../../src/elements/org-members/org-members.js';
import { tokenColor } from './colors.js';
import { isRed } from './is-red.js';
import { settleUntil } from './until.js';

const roleOf = (input: Element) => input.parentElement?.querySelector('bdi');

/** Drives an `<org-members>` as a person does. The only place outside the element that knows its shadow tree. */
export class OrgMembersHarness {
  readonly element: OrgMembers;

  constructor(element: OrgMembers) {
    this.element = element;
  }

  // What can be seen

  get text(): string {
    return this.#text(this.#root.querySelector('.card'));
  }

  get heading(): string {
    return this.#text(this.#root.querySelector('h2'));
  }

  /** The number of members of the whole organization, in its tab or beside the title. */
  get headcount(): string {
    return this.#text(this.#root.querySelector('#tab-members small, h2 small'));
  }

  /** The names in the rows, from top to bottom. */
  get names(): string[] {
    return this.#rows.map((row) => this.#text(row.querySelector('[part="name"]')));
  }

  /** The attributes that number rows for screen readers. */
  get rowNumbering(): string[] {
    const numbered = [...this.#root.querySelectorAll('[aria-rowcount], [aria-rowindex]')];
    return numbered.map((element) => element.localName);
  }

  /** A row's cells, without the first and the last. */
  row(name: string): string[] {
    const cells = [...this.#row(name).children].slice(1, -1);
    return cells.map((cell) => this.#text(cell));
  }

  /** What a pointer on the time of the last sign-in shows. */
  exactTimeOf(name: string): string | undefined {
    const time = this.#row(name).querySelector('time');
    time?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    return time?.title;
  }

  /** The badges beside a name. */
  badgesOf(name: string): string[] {
    return [...this.#row(name).querySelectorAll('.badge')].map((badge) => this.#text(badge));
  }

  /** The names of a member's roles in their row. */
  rolesOf(name: string): string[] {
    return [...this.#row(name).querySelectorAll('.chip')].map((chip) => this.#text(chip));
  }

  /** The member whose page is open, as the list marks them. */
  get currentRow(): string | null {
    const row = this.#root.querySelector('tbody tr[aria-current="true"]');
    return row && this.#text(row.querySelector('[part="name"]'));
  }

  /** The filters that apply, as they can be removed. */
  get appliedFilters(): string[] {
    return [...this.#root.querySelectorAll('.applied .chip')].map((chip) => this.#text(chip));
  }

  /** Where the list begins, in pixels below the top of the window. */
  get listTop(): number {
    return this.#root.querySelector('.list')?.getBoundingClientRect().top ?? NaN;
  }

  get found(): string {
    return this.#text(this.#root.querySelector('.applied .found'));
  }

  get toasts(): string[] {
    return [...this.#root.querySelectorAll('.toast > span')].map((toast) => this.#text(toast));
  }

  /** The open checklist of roles, as role and whether it is ticked; `null` while it is closed. */
  get checklist(): Record<string, boolean> | null {
    const popover = this.#root.querySelector('.role-checklist:popover-open');
    const inputs = [...(popover?.querySelectorAll('input') ?? [])];
    return popover && Object.fromEntries(inputs.map((input) => [this.#text(roleOf(input)), input.checked]));
  }

  tickRole(role: string): void {
    const inputs = [...this.#root.querySelectorAll<HTMLInputElement>('.role-checklist input')];
    const input = inputs.find((one) => this.#text(roleOf(one)) === role);
    if (!input) throw new Error(`There is no role ${role}`);
    input.click();
  }

  /** Presses a key in the open checklist. */
  async pressInChecklist(key: string): Promise<void> {
    const target = this.#root.activeElement ?? this.#root.querySelector('.role-checklist');
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await this.settle();
  }

  get columns(): string[] {
    return [...this.#root.querySelectorAll('thead th')].slice(1, -1).map((cell) => this.#text(cell));
  }

  sortOf(column: string): string | null {
    return this.#heading(column).getAttribute('aria-sort');
  }

  /** The filters beside the search, from left to right. */
  get filters(): string[] {
    return [...this.#root.querySelectorAll('.filters select')].map((select) => this.#nameOf(select));
  }

  optionsOf(filter: string): string[] {
    return [...this.#filter(filter).options].map((option) => this.#text(option));
  }

  get tabs(): string[] {
    return [...this.#root.querySelectorAll('[role="tab"]')].map((tab) => this.#text(tab));
  }

  get buttons(): string[] {
    return [...this.#root.querySelectorAll('button')].map((button) => this.#nameOf(button));
  }

  get menu(): string[] {
    return [...this.#root.querySelectorAll('[role="menuitem"]')].map((entry) => this.#text(entry));
  }

  /** Labels of the menu items that are red. */
  get menuInRed(): string[] {
    const entries = [...this.#root.querySelectorAll('[role="menuitem"]')];
    return entries.filter((entry) => isRed(entry)).map((entry) => this.#text(entry));
  }

  get selection(): string {
    return this.#text(this.#root.querySelector('.selected b'));
  }

  get range(): string {
    return this.#text(this.#root.querySelector('.pager > small'));
  }

  get alerts(): string[] {
    return [...this.#root.querySelectorAll('[role="alert"]')].map((alert) => this.#text(alert));
  }

  get announcement(): string {
    return this.#text([...this.#root.querySelectorAll('.card > [role="status"]')].at(-1));
  }

  get countdown(): string {
    return this.#text(this.#root.querySelector('.countdown'));
  }

  /** Organizations that the user can switch to, including the current one. */
  get organizations(): string[] {
    return [...this.#root.querySelectorAll('.organizations option')].map((option) => this.#text(option));
  }

  get dialog(): string {
    return this.#text(this.#root.querySelector('dialog h2'));
  }

  get showsSkeleton(): boolean {
    return this.#root.querySelector('.skeleton') !== null;
  }

  get searchText(): string {
    return this.#search.value;
  }

  get accent(): string {
    return getComputedStyle(this.element).getPropertyValue('--accent');
  }

  /** Returns the color of a token, as red, green, and blue. */
  colorOf(token: string): string {
    return tokenColor(this.element, token).join();
  }

  /** The focused row, or the label of the focused control. */
  get focused(): string {
    const { activeElement } = this.#root;
    if (activeElement instanceof HTMLTableRowElement) {
      return `row of ${this.#text(activeElement.querySelector('[part="name"]'))}`;
    }
    return activeElement ? this.#nameOf(activeElement) : '';
  }

  /** The cells that hide a part of their content, as their class and text. */
  get cutOffCells(): string[] {
    return [...this.#root.querySelectorAll<HTMLElement>('.people :is(td, th)')]
      .filter((cell) => getComputedStyle(cell).overflow !== 'visible')
      .filter((cell) => cell.scrollWidth > cell.clientWidth || cell.scrollHeight > cell.clientHeight)
      .map((cell) => `${cell.className} ${this.#text(cell)}`);
  }

  /** Whether a button can be seen in its whole width. */
  reaches(button: string): boolean {
    const found = [...this.#root.querySelectorAll('button')].find((one) => this.#nameOf(one) === button);
    const cell = found?.parentElement?.getBoundingClientRect();
    const frame = this.element.getBoundingClientRect();
    return cell !== undefined && cell.left >= frame.left && cell.right <= frame.right;
  }

  // What a person does

  async type(text: string): Promise<void> {
    this.#search.value = text;
    this.#search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.settle();
  }

  async choose(filter: string, value: string): Promise<void> {
    const select = this.#filter(filter);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.answered();
  }

  async choosePageSize(size: number): Promise<void> {
    const select = this.#root.querySelector<HTMLSelectElement>('[part~="page-size"]');
    if (!select) throw new Error('The list has no page size');
    select.value = String(size);
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.answered();
  }

  async sortBy(column: string): Promise<void> {
    this.#heading(column).querySelector('button')?.click();
    await this.answered();
  }

  async press(button: string): Promise<void> {
    const found = [...this.#root.querySelectorAll('button')].find((one) => this.#nameOf(one) === button);
    if (!found) throw new Error(`There is no button ${button}`);
    found.focus();
    found.click();
    await this.answered();
  }

  /** Presses an item of the open menu. */
  chooseFromMenu(label: string): void {
    const entries = [...this.#root.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const entry = entries.find((one) => this.#text(one) === label);
    if (!entry) throw new Error(`The menu has no ${label}`);
    entry.click();
  }

  async tick(name: string): Promise<void> {
    this.#row(name).querySelector('input')?.click();
    await this.settle();
  }

  async tickAll(): Promise<void> {
    this.#root.querySelector<HTMLInputElement>('thead input')?.click();
    await this.settle();
  }

  focusSearch(): void {
    this.#search.focus();
  }

  async focusRow(name: string): Promise<void> {
    this.#row(name).focus();
    await this.settle();
  }

  async clickRow(name: string): Promise<void> {
    this.#row(name).click();
    await this.settle();
  }

  /** Waits until all changes are rendered. */
  async settle(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.element.updateComplete;
  }

  /** Waits until no request is in flight. */
  async answered(): Promise<void> {
    do await this.settle();
    while (this.element.matches(':state(loading)'));
    await this.settle();
  }

  /** Until something is there that comes by itself. */
  until(is: () => boolean): Promise<void> {
    return settleUntil(is, () => this.settle());
  }

  // The shadow tree

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The element has not been rendered');
    return this.element.shadowRoot;
  }

  get #search(): HTMLInputElement {
    const search = this.#root.querySelector<HTMLInputElement>('[type="search"]');
    if (!search) throw new Error('There is no search');
    return search;
  }

  #filter(name: string): HTMLSelectElement {
    const select = this.#root.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
    if (!select) throw new Error(`There is no filter ${name}`);
    return select;
  }

  get #rows(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('tbody tr')];
  }

  #row(name: string): HTMLElement {
    const found = this.#rows.find((row) => this.#text(row.querySelector('[part="name"]')) === name);
    if (!found) throw new Error(`There is no row of ${name}`);
    return found;
  }

  #heading(column: string): Element {
    const heading = [...this.#root.querySelectorAll('thead th')].find((one) =>
      this.#text(one).startsWith(column),
    );
    if (!heading) throw new Error(`There is no column ${column}`);
    return heading;
  }

  #nameOf(element: Element): string {
    return element.getAttribute('aria-label') ?? this.#text(element);
  }

  #text(node: Element | null | undefined): string {
    return node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }
}
