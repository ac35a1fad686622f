import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { parseCsv } from '../../src/state/csv.js';
import type { ActivityEntry } from '../../src/contract/index.js';
import { lio, mia, perform, press, row, visitPeople, waitForFocus } from './people.js';
import { openStage, type Stage } from './support.js';

// An auditor's question, from the log to the file. Each part starts where the one before ends.
let stage: Stage;
let page: Page;
let errors: string[];
before(async () => {
  stage = await openStage();
  stage.demo.tenant.setLag(0);
  ({ page, errors } = await visitPeople(stage, 'acme', 'Ada Keller'));
});
after(() => stage.close());

const activity = () => page.getByRole('tabpanel', { name: 'Activity' });
const entries = () => activity().getByRole('listitem');
const hash = () => Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));

/** Waits until exactly these entries are there, newest first. */
async function waitForEntries(...expected: readonly RegExp[]): Promise<void> {
  await entries().nth(expected.length).waitFor({ state: 'detached' });
  for (const [index, each] of expected.entries())
    await entries().nth(index).filter({ hasText: each }).waitFor();
}

async function exportAs(format: string): Promise<{ name: string; content: string }> {
  await press(activity(), 'Export');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), content: await text(await file.createReadStream()) };
}

describe('the activity of an organization', () => {
  it('says who changed whose roles, from what to what', async () => {
    await perform(page, 'Lio Brandt', ['Unlock sign-in', null], 'Lio Brandt can try to sign in again.');
    await press(row(page, 'Mia Okafor'), 'Change roles for Mia Okafor');
    await page.getByRole('checkbox', { name: /^Help desk/ }).check();
    await page.keyboard.press('Enter');
    await page.getByText('Roles updated for Mia Okafor: Help desk and Member.').waitFor();
    await page.getByRole('tab', { name: 'Activity' }).click();
    await waitForEntries(
      /Ada Keller changed Mia Okafor’s roles\s*Member\s*→\s*.*Help desk/,
      /Ada Keller unlocked sign-in for Lio Brandt/,
    );
  });

  it('is narrowed to one person by keyboard', async () => {
    await activity().getByRole('combobox', { name: 'Find a person' }).pressSequentially('lio');
    await page.getByRole('option', { name: /^Lio Brandt/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForEntries(/unlocked sign-in for Lio Brandt/);
    assert.deepEqual(hash(), { tab: 'activity', person: lio });
    await press(activity(), 'Remove filter Person: Lio Brandt');
    await waitForFocus(page, 'Find a person by name or email');
    await waitForEntries(/Mia Okafor/, /Lio Brandt/);
  });

  it('is narrowed to an action and to days, and the address keeps it', async () => {
    await activity().getByRole('combobox', { name: 'Action' }).selectOption({ label: 'Roles changed' });
    await waitForEntries(/changed Mia Okafor’s roles/);
    const today = await page.evaluate(() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
    });
    await press(activity(), 'Any date');
    await page.getByLabel('From').fill(today);
    await page.getByLabel('To', { exact: true }).fill(today);
    await page.keyboard.press('Enter');
    await activity()
      .getByRole('button', { name: /^Remove filter Dates: / })
      .waitFor();
    await waitForEntries(/changed Mia Okafor’s roles/);
    assert.deepEqual(hash(), { tab: 'activity', action: 'roles.assign', from: today, to: today });

    await page.reload();
    await waitForEntries(/changed Mia Okafor’s roles/);
    await activity().getByRole('button', { name: 'Remove filter Action: Roles changed' }).waitFor();
    assert.equal(hash()['from'], today);
  });

  it('is exported as the filters show it, for spreadsheets and for programs', async () => {
    const csv = await exportAs('CSV');
    assert.match(csv.name, /^activity-\d{4}-\d\d-\d\d\.csv$/);
    const [heading = [], ...lines] = parseCsv(csv.content);
    assert.deepEqual(
      lines.map((line) => ['Done by', 'Action', 'From', 'To'].map((name) => line[heading.indexOf(name)])),
      [['Ada Keller', 'roles.assign', 'Member', 'Help desk; Member']],
    );
    await activity().getByText('Exported 1 entry.').waitFor();

    const jsonl = await exportAs('JSON Lines');
    assert.match(jsonl.name, /\.jsonl$/);
    const exported = jsonl.content.trimEnd().split('\n');
    assert.deepEqual(
      exported
        .map((line) => JSON.parse(line) as ActivityEntry)
        .map(({ target, roles }) => [target, roles?.from]),
      [[{ userId: mia, name: 'Mia Okafor' }, ['Member']]],
    );
  });

  it('leads to the person, and back to the same entries', async () => {
    await entries().getByRole('link', { name: 'Mia Okafor' }).click();
    await page.getByRole('region', { name: 'Mia Okafor' }).waitFor();
    assert.equal(hash()['member'], mia);
    await page.goBack();
    await waitForEntries(/changed Mia Okafor’s roles/);
    assert.deepEqual(errors, []);
  });
});
