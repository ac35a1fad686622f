import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { InvitationOptions } from '../../../src/contract/invitation.js';
import { InvitationsHarness } from '../../harness/invitations-panel.js';
import { record } from '../support.js';
import { openPanel } from './panel.js';
import { PanelStub } from './panel-stub.js';

const options: InvitationOptions = {
  connections: [{ id: 'con_acme', label: 'Acme', class: 'database', invitable: true }],
  expiry: { default: 604_800, max: 2_592_000 },
  languages: [],
  maxPerRequest: 50,
};

/** As a file that was deleted after it had been chosen. */
class UnreadableFile extends File {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('gone', 'NotFoundError'));
  }
}

/** The panel of an organization of two, with the dialog open. */
async function openDialog(proxy = new PanelStub(2)) {
  proxy.answerNext('/invitations/options', () => Response.json(options));
  const panel = await openPanel(proxy);
  await panel.press('Invite people');
  await panel.until(() => panel.buttons.includes('Check without sending'));
  return { proxy, panel, invitations: new InvitationsHarness(panel.element) };
}

describe('org-members: inviting', () => {
  before(() => setViewport({ width: 1140, height: 800 }));

  it('says that an address is needed where there is none, until one is typed', async () => {
    const { proxy, panel, invitations } = await openDialog();
    await panel.press('Invite');
    expect(panel.alerts).to.include('Enter at least one email address.');
    expect(proxy.requests).not.to.include('POST /invitations');
    await invitations.enter('new@acme.example');
    expect(panel.alerts).not.to.include('Enter at least one email address.');
  });

  it('begins with the roles that the policy preselects', async () => {
    const proxy = new PanelStub(2);
    const roles = [
      { id: 'rol_admin', name: 'Admin', description: null, assignable: true },
      { id: 'rol_member', name: 'Member', description: null, assignable: true, preselected: true },
    ];
    proxy.answerNext('/roles', () => Response.json({ roles }));
    const { panel } = await openDialog(proxy);
    const checked = [...(panel.element.renderRoot.querySelectorAll('dialog label.check') ?? [])]
      .filter((label) => label.querySelector('input')?.checked)
      .map((label) => label.textContent?.trim());
    expect(checked).to.deep.equal(['Member']);
  });

  it('says that a file can’t be read, and loses nothing that was entered', async () => {
    const { panel, invitations } = await openDialog();
    await invitations.enter('new@acme.example');
    await invitations.chooseFile(new UnreadableFile(['email'], 'people.csv'));
    await panel.until(() => invitations.fileError !== '');
    expect(invitations.fileError).to.equal('Couldn’t read the file. Choose it again.');
    expect(Object.keys(invitations.entered)).to.deep.equal(['new@acme.example']);
  });

  it('says how it understood a file, before anything is sent', async () => {
    const { proxy, panel, invitations } = await openDialog();
    const results = [{ email: 'bo@acme.example', outcome: 'ready' }];
    proxy.answerNext('/invitations', () => Response.json({ results }));
    const text = 'Name;E-Mail-Adresse;Rolle;Role\nBo;bo@acme.example;Emperor;Member\nNia;;;\n';
    await invitations.chooseFile(new File([text], 'people.csv'));
    await panel.until(() => invitations.announcement === '1 address ready to invite.');
    expect(invitations.fileSummary).to.equal(
      'Found 1 person in the file. Email addresses are from the column “E-Mail-Adresse”. Roles are from the column “Rolle”. Roles are from the column “Role”.',
    );
    expect(panel.alerts.join(' ')).to.include('Skipped 1 row without an email address: Nia');
    expect(panel.alerts.join(' ')).to.include('These roles don’t exist: Emperor');
  });

  it('says what a workbook is to be saved as', async () => {
    const { panel, invitations } = await openDialog();
    await invitations.chooseFile(new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'people.xlsx'));
    await panel.until(() => invitations.fileError !== '');
    expect(invitations.fileError).to.equal(
      'This is an Excel workbook. Save it as CSV, and choose that file.',
    );
  });

  it('takes no entry while an input method composes', async () => {
    const { panel, invitations } = await openDialog();
    const input = panel.element.shadowRoot?.querySelector<HTMLInputElement>('#invite-address');
    input?.dispatchEvent(new CompositionEvent('compositionstart'));
    if (input) input.value = 'たなか';
    input?.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await panel.element.updateComplete;
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true }));
    await panel.element.updateComplete;
    expect(input?.value).to.equal('たなか');
    expect(Object.keys(invitations.entered)).to.deep.equal([]);
  });

  it('takes what was composed once it is, also if the focus has left by then', async () => {
    const { panel, invitations } = await openDialog();
    const input = panel.element.shadowRoot?.querySelector<HTMLInputElement>('#invite-address');
    if (!input) throw new Error('There is no input');
    const compose = async (type: string, value: string) => {
      input.value = value;
      const init = { isComposing: true, bubbles: true };
      input.dispatchEvent(type === 'input' ? new InputEvent(type, init) : new CompositionEvent(type, init));
      await panel.element.updateComplete;
    };
    input.focus();
    await compose('compositionstart', '');
    await compose('input', 'tanaka@acme.example,');
    expect(input.value).to.equal('tanaka@acme.example,');
    expect(Object.keys(invitations.entered)).to.deep.equal([]);
    await compose('compositionend', 'tanaka@acme.example、');
    expect(Object.keys(invitations.entered)).to.deep.equal(['tanaka@acme.example']);
    await compose('compositionstart', '');
    await compose('input', 'suzuki＠acme。example');
    input.blur();
    await panel.element.updateComplete;
    expect(Object.keys(invitations.entered)).to.deep.equal(['tanaka@acme.example']);
    await compose('compositionend', 'suzuki＠acme。example');
    expect(Object.keys(invitations.entered)).to.deep.equal(['tanaka@acme.example', 'suzuki@acme.example']);
  });

  it('names what is wrong with an address that reads well', async () => {
    const { invitations } = await openDialog();
    await invitations.enter('mi\u200ba@acme.example lіo@acme.example');
    expect(Object.values(invitations.entered)).to.deep.equal([
      'Has an invisible character. Type it again.',
      'Has letters that only look like others. Type it again.',
    ]);
  });

  it('tells the host who was invited, and reads no list that no one looks at', async () => {
    const { proxy, panel, invitations } = await openDialog();
    const invited = record(panel.element, 'members-invited');
    const results = [{ email: 'new@acme.example', outcome: 'invited' }];
    proxy.answerNext('/invitations', () => Response.json({ results }));
    await invitations.enter('new@acme.example');
    await panel.press('Invite 1 person');
    await panel.until(() => invitations.announcement.includes('1 invitation sent.'));
    expect(invited.map(({ emails }) => emails)).to.deep.equal([['new@acme.example']]);
    expect(proxy.requests).not.to.include('GET /invitations');
  });

  it('keeps what was typed when the answer never came', async () => {
    const { proxy, panel, invitations } = await openDialog();
    proxy.answerNext('/invitations', () => Promise.reject(new TypeError('Failed to fetch')));
    await invitations.enter('new@acme.example');
    await panel.press('Invite 1 person');
    await panel.until(() => panel.alerts.some((text) => text.includes('Couldn’t reach the server')));
    expect(Object.keys(invitations.entered)).to.deep.equal(['new@acme.example']);
    expect(panel.buttons).to.include('Invite 1 person');
  });
});
