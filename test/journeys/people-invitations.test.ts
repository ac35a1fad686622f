import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { acme, dialog, press, row, visitPeople } from './people.js';
import { openStage, visit, type Stage, type Visit } from './support.js';

// From the invitation to the new member: each part leaves behind what the next ones find.
let stage: Stage;
let page: Page;
let errors: string[];
before(async () => {
  stage = await openStage();
  // Whoever has just come in is to be found at once.
  stage.demo.tenant.setLag(0);
  ({ page, errors } = await visitPeople(stage, 'acme', 'Ada Keller'));
});
after(() => stage.close());

const hour = 60 * 60 * 1000;
const outbox = () => stage.demo.tenant.outbox.list();
const invitations = () => page.getByRole('tabpanel', { name: 'Invitations' });
const invitation = (email: string) => invitations().getByRole('row').filter({ hasText: email });

/** Someone who follows the link they were sent, in a browser of their own. */
async function openMail(to: string): Promise<Visit> {
  const mail = outbox().find((each) => each.to === to);
  const visited = await visit(stage, 'acme');
  await visited.page.goto(mail?.url ?? '');
  return visited;
}

describe('invitations', () => {
  it('go to many addresses at once; those that cannot be invited stay, each with its reason', async () => {
    await press(page, 'Invite people');
    const openDialog = dialog(page);
    const addresses = openDialog.getByLabel('Email addresses', { exact: true });
    await addresses.fill('vera@acme.example, wim@acme.example xara@acme.example nope mia@acme.example ');
    await openDialog.getByText('Not a valid email address.').waitFor();
    await openDialog.getByRole('checkbox', { name: /^Member/ }).check();

    await press(openDialog, 'Check without sending');
    await openDialog.getByText('3 addresses ready to invite.').waitFor();
    await openDialog.getByText('Already a member.').waitFor();
    assert.deepEqual(outbox(), [], 'nothing is sent by a check');

    // What was made a moment ago is shown, whatever became of it: they were sent an hour ago.
    stage.demo.tenant.clock.advance(-hour);
    await press(openDialog, 'Invite 3 people');
    await openDialog
      .getByText('3 invitations sent. 2 addresses couldn’t be invited. See the reasons above.')
      .waitFor();
    assert.deepEqual(await openDialog.getByRole('listitem').locator('bdi').allInnerTexts(), [
      'nope',
      'mia@acme.example',
    ]);
    // Several are sent at a time, so their order is open.
    assert.deepEqual(
      outbox()
        .map(({ to, organization }) => [to, organization?.id])
        .sort(),
      [
        ['vera@acme.example', acme],
        ['wim@acme.example', acme],
        ['xara@acme.example', acme],
      ],
    );
    stage.demo.tenant.clock.advance(hour);
    await press(openDialog, 'Done');
  });

  it('are listed with inviter, roles and expiry, and counted on their tab', async () => {
    await page.getByRole('tab', { name: 'Invitations' }).click();
    await page.getByRole('tab', { name: 'Invitations 3' }).waitFor();
    const text = (await invitation('vera@acme.example').innerText()).replaceAll(/\s+/g, ' ');
    assert.match(text, /Member Acme accounts Ada Keller Sent 1 hour ago Pending Expires in 7 days/);
  });

  it('are sent again, which ends the link before', async () => {
    await press(page, 'Resend invitation to nora@acme.example');
    await invitation('nora@acme.example')
      .getByText('Invitation resent. The previous link no longer works.')
      .waitFor();
    assert.equal(outbox().at(-1)?.to, 'nora@acme.example');
    await page.getByRole('tab', { name: 'Invitations 4' }).waitFor();
  });

  it('are revoked after a question, and their link works no more', async () => {
    await press(page, 'More actions for the invitation to wim@acme.example');
    await page.getByRole('menuitem', { name: 'Revoke…' }).click();
    await press(dialog(page), 'Revoke invitation');
    await invitation('wim@acme.example').getByText('Revoked', { exact: true }).waitFor();

    const { page: wim, context } = await openMail('wim@acme.example');
    await wim.getByText('Couldn’t sign you in.').waitFor();
    assert.equal(new URL(wim.url()).searchParams.get('invitation'), null);
    assert.equal(await wim.getByLabel('Password').count(), 0);
    await context.close();
  });

  it('are accepted through the link in the mail: the person comes in and is in the list', async () => {
    const { page: vera, context, errors: theirs } = await openMail('vera@acme.example');
    await vera.getByLabel('New password').fill('a password of my own');
    await press(vera, 'Create account');
    await vera.getByText('Member of Acme Instruments').waitFor();
    assert.equal(vera.url(), `${stage.demo.url}/acme`);
    assert.deepEqual(theirs, []);
    await context.close();

    await page.reload();
    await page.getByRole('tab', { name: 'Members' }).click();
    await page.getByRole('searchbox').fill('vera');
    await row(page, 'vera@acme.example').waitFor();
    await page.getByRole('tab', { name: /^Invitations/ }).click();
    await invitation('vera@acme.example').getByText('Accepted', { exact: true }).waitFor();
  });

  it('are no longer open once another account used them up', async () => {
    const { page: mia, context } = await openMail('xara@acme.example');
    await mia.getByRole('button', { name: /^Mia Okafor/ }).click();
    await mia.getByRole('heading', { name: 'Couldn’t sign you in' }).waitFor();
    await context.close();

    await page.reload();
    const visible = invitation('xara@acme.example');
    await visible.getByText('No longer open', { exact: true }).waitFor();
    await visible.getByText('invite them again.').waitFor();
    assert.deepEqual(errors, []);
  });
});
