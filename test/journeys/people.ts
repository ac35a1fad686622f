/** What the journeys through the people's page have in common: the ways to a person, and to what is done about one. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { visit, waitMs, type Stage, type Visit } from './support.js';

export const acme = 'org_acme000000000000';
export const mia = 'auth0|ac3e00000000000000000003';
export const lio = 'auth0|ac3e00000000000000000004';
export const sam = 'auth0|ac3e00000000000000000006';
export const admin = 'rol_admin00000000000';

/** Someone in front of an organization's people, signed in by their persona's button. */
export async function visitPeople(
  stage: Stage,
  organization: string,
  name: string,
  width = 1140,
): Promise<Visit> {
  const visited = await visit(stage, `${organization}/people`, width);
  await enter(visited.page, name);
  await row(visited.page, name).waitFor();
  return visited;
}

/** Through the login page, whatever comes of it. */
export async function enter(page: Page, name: string): Promise<void> {
  await press(page, 'Sign in');
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

export const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).click();

export const row = (page: Page, name: string) =>
  page.getByRole('row', { name: new RegExp(`Select ${name}|^${name}`) });

export const dialog = (page: Page) => page.getByRole('dialog');

/** The names in the list, from top to bottom. */
export const listed = (page: Page) => page.locator('org-members tbody [part=name]').allInnerTexts();

/** A row's menu, and what is chosen in it. */
export async function choose(page: Page, name: string, action: string): Promise<void> {
  await press(page, `Actions for ${name}`);
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Through a row's menu and its question, if there is one, to the toast that says what was done. */
export async function perform(
  page: Page,
  name: string,
  [action, confirm]: readonly [action: string, confirm: string | null],
  done: string,
): Promise<void> {
  await choose(page, name, action);
  if (confirm !== null) await press(dialog(page), confirm);
  await toast(page).getByText(done, { exact: true }).waitFor();
  await dialog(page).waitFor({ state: 'detached' });
}

export const toast = (page: Page) => page.locator('[part=toast]');

/** The page about one person, with what it is made of. */
export async function openMember(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click();
  const visible = page.getByRole('region', { name, exact: true });
  await visible.getByRole('heading', { name: 'Organizations' }).waitFor();
  return visible;
}

/** Waits until the focus is where this says: on a control by its name, or on a row or a region, which say what they are. */
export async function waitForFocus(page: Page, wanted: string): Promise<void> {
  for (const deadline = Date.now() + waitMs; Date.now() < deadline;) {
    if ((await focused(page)) === wanted) return;
  }
  assert.equal(await focused(page), wanted);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const kind = { tr: 'row: ', section: 'region: ' }[at?.localName ?? ''] ?? '';
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : null;
    const named = label ?? (kind === '' ? at : at?.querySelector('h2, [part=name]'));
    const text = named instanceof HTMLElement ? named.innerText.split('\n')[0] : '';
    const name = at?.getAttribute('aria-label') ?? text ?? '';
    return kind + name.replaceAll(/\s+/g, ' ').trim();
  });
}

/** As it is read: in single spaces, without the marks that keep names apart from what is written the other way. */
export async function textOf(where: Locator): Promise<string> {
  const text = await where.innerText();
  return text
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export async function waitForList(page: Page, names: readonly string[]): Promise<void> {
  await page.waitForFunction((wanted) => {
    const rows = document.querySelector('org-members')?.shadowRoot?.querySelectorAll('tbody [part=name]');
    return JSON.stringify([...(rows ?? [])].map(({ textContent }) => textContent?.trim())) === wanted;
  }, JSON.stringify(names));
}
