import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { dialog, listed, press, row, textOf, visitPeople, waitForList } from './people.js';
import { openStage, type Stage } from './support.js';

const cody = 'auth0|c30d00000000000000000002';
const cleo = 'auth0|c30d00000000000000000003';
const cara = 'auth0|c30d00000000000000000001';

// An admin of many: each part leaves behind what the next ones find.
let stage: Stage;
let page: Page;
let errors: string[];
before(async () => {
  stage = await openStage({ seed: 'crowd:120' });
  stage.demo.tenant.users.update(cody, { name: '=HYPERLINK("https://evil.example")' });
  ({ page, errors } = await visitPeople(stage, 'crowd', 'Cara Lindqvist'));
});
after(() => stage.close());

const blocked = (userId: string) => stage.demo.tenant.users.get(userId)?.blocked ?? false;
const select = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` }).check();

/** The text of a file that the page hands over. */
async function download(begin: () => Promise<void>): Promise<{ name: string; lines: string[] }> {
  const [file] = await Promise.all([page.waitForEvent('download'), begin()]);
  const content = await text(await file.createReadStream());
  return { name: file.suggestedFilename(), lines: content.trim().split('\r\n') };
}

describe('several people, on several pages', () => {
  it('are selected one by one, and stay so when the page is turned', async () => {
    await page.getByLabel('Rows per page').selectOption('10');
    await page.getByText('1–10 of 123').first().waitFor();
    await select('Cara Lindqvist');
    await select('Cleo Adeyemi');
    await press(page, 'Next');
    await page.getByText('11–20 of 123').first().waitFor();
    await select('Rahel Moreau');
    await page.getByRole('group', { name: '3 selected' }).waitFor();
    await press(page, 'Previous');
    await page.getByText('1–10 of 123').first().waitFor();
    assert.ok(await page.getByRole('checkbox', { name: 'Select Cleo Adeyemi' }).isChecked());
    assert.ok(!(await page.getByRole('checkbox', { name: 'Select Jonas Ghosh' }).isChecked()));
  });

  it('are blocked after a preview that says for whom it is allowed, and why not for the others', async () => {
    await press(page, 'Block…');
    const openDialog = dialog(page);
    await openDialog.getByText('Applies to 2 members.').waitFor();
    await openDialog.getByText('1 member will be skipped:').waitFor();
    assert.equal(
      await textOf(openDialog.getByRole('listitem').last()),
      'Cara Lindqvist This is you. Bulk actions don’t include you.',
    );
    assert.ok(!blocked(cleo), 'nothing is done by asking');

    await press(openDialog, 'Block 2 members');
    await openDialog.getByRole('heading', { name: '2 members blocked' }).waitFor();
    await openDialog.getByText('2 of 2 members done.').waitFor();
    assert.deepEqual([blocked(cleo), blocked(cara)], [true, false]);
    const results = await download(() => press(openDialog, 'Download results'));
    assert.match(results.name, /^member\.block-\d{4}-\d\d-\d\d\.csv$/);
    assert.equal(results.lines[1], `Cleo Adeyemi,cleo@crowd.example,${cleo},Done,`);
    await press(openDialog, 'Close');
    await row(page, 'Cleo Adeyemi').getByText('Blocked', { exact: true }).waitFor();
  });

  it('are given a role', async () => {
    await press(page, 'Clear selection');
    await select('Cleo Adeyemi');
    await select('Jonas Ghosh');
    await press(page, 'Actions for selected members');
    await page.getByRole('menuitem', { name: 'Change roles…' }).click();
    const openDialog = dialog(page);
    await openDialog.getByRole('group', { name: 'Add' }).getByLabel('Help desk').check();
    await press(openDialog, 'Next');
    await press(openDialog, 'Change roles');
    await openDialog.getByText('2 of 2 members done.').waitFor();
    await press(openDialog, 'Close');
    for (const name of ['Cleo Adeyemi', 'Jonas Ghosh']) {
      await row(page, name).getByText('Help desk').waitFor();
    }
  });
});

describe('a bulk action that takes a while', () => {
  let incomplete: readonly string[];

  it('is paused, hidden, found again after a reload, shown, resumed, and stopped', async () => {
    const slow = { method: 'PATCH', path: '/api/v2/users/*', latencyMs: 200, times: Infinity };
    stage.demo.tenant.faults.add(slow);
    for (const each of await page.getByRole('checkbox', { name: /^Select (?!all)/ }).all())
      await each.check();
    await press(page, 'Block…');
    const openDialog = dialog(page);
    await openDialog.getByText('Already blocked.').waitFor();
    await press(openDialog, 'Block 8 members');
    await openDialog.getByRole('heading', { name: 'Blocking 8 members…' }).waitFor();
    await press(openDialog, 'Pause');
    await openDialog.getByText(/^Paused\. \d of 8$/).waitFor();
    await press(openDialog, 'Close');
    await page.getByText('Blocking 8 members…').waitFor();
    await page.reload();
    await page.getByText('Blocking 8 members…').waitFor();
    await page.getByText(/^Paused\. \d of 8$/).waitFor();
    await press(page, 'Show progress');
    await press(openDialog, 'Resume');
    await press(openDialog, 'Stop');
    await openDialog.getByRole('heading', { name: /^\d of 8 members blocked$/ }).waitFor();
    const notStarted = await openDialog.getByText('Not started').count();
    assert.ok(notStarted > 0);
    await openDialog.getByRole('button', { name: `Retry ${notStarted} member` }).waitFor();
    const file = await download(() => press(openDialog, 'Download incomplete'));
    incomplete = file.lines;
    assert.equal(incomplete.length, notStarted + 1);
    await page.reload();
    await page.getByText(/^\d of 8 members blocked$/).waitFor();
    await press(page, 'Show results');
    await openDialog.getByText('Not started').first().waitFor();
    await press(openDialog, 'Close');
    await page.reload();
    await row(page, 'Cara Lindqvist').waitFor();
    assert.equal(await page.getByText(/^\d of 8 members blocked$/).count(), 0);
    stage.demo.tenant.faults.clear();
  });

  it('is done to the rest, chosen from the file', async () => {
    await press(page, 'More actions');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Select from file…' }).click(),
    ]);
    const buffer = Buffer.from(incomplete.join('\r\n'));
    await chooser.setFiles({ name: 'rest.csv', mimeType: 'text/csv', buffer });
    const count = incomplete.length - 1;
    await page.getByText(new RegExp(`^${count} members? selected from the file\\.$`)).waitFor();
    await press(page, 'Block…');
    const openDialog = dialog(page);
    await openDialog.getByRole('button', { name: `Block ${count} member` }).click();
    await openDialog.getByRole('heading', { name: /^\d members? blocked$/ }).waitFor();
    await press(openDialog, 'Close');
    const ids = incomplete.slice(1).map((line) => line.split(',')[2] ?? '');
    assert.ok(ids.every(blocked), ids.join());
    assert.equal(await page.getByRole('group', { name: /selected$/ }).count(), 0);
  });
});

describe('the list as a file', () => {
  it('has everybody, and no name in it is a formula', async () => {
    const { name, lines } = await download(() => press(page, 'Export CSV'));
    await page.getByText('Exported 123 members.').waitFor();
    assert.match(name, /^members-\d{4}-\d\d-\d\d\.csv$/);
    assert.equal(lines.length, 124);
    const line = lines.find((each) => each.includes('cody@crowd.example')) ?? '';
    assert.match(line, /^"'=HYPERLINK\(/);
    assert.match(line, /,Help desk,Crowd accounts,Blocked,/);
  });

  it('has only those who match, in the page that shows them', async () => {
    await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Blocked' });
    await page
      .getByText(/^1–\d+ of \d+$/)
      .first()
      .waitFor();
    await page.getByRole('searchbox').fill('rahel.moreau');
    await waitForList(page, ['Rahel Moreau']);
    const { lines } = await download(() => press(page, 'Export CSV'));
    assert.deepEqual(await listed(page), ['Rahel Moreau']);
    assert.deepEqual(
      lines.slice(1).map((line) => line.split(',')[0]),
      ['Rahel Moreau'],
    );
    assert.deepEqual(errors, []);
  });
});
