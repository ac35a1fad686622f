import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { setViewport } from '@web/test-runner-commands';
import type { SessionFetch } from '../../../src/client/proxy-client.js';
import type { RoleList, RoleName } from '../../../src/contract/member.js';
import type { ProfileView } from '../../../src/contract/profile.js';
import '../../../src/elements/org-members/roles/role-checklist-panel.js';
import { MemberHarness } from '../../harness/member-panel.js';
import { World } from '../../../stories/world.js';
import { openPanel } from './panel.js';

/** A panel in front of the real proxy and the dev tenant, and the requests it sends that change something. */
async function openAs(email: string, options: { readonly readOnly?: boolean } = {}) {
  const world = new World();
  const session = world.sessionOf(email, 'acme');
  const writes: string[] = [];
  const fetch: SessionFetch = (input, init) => {
    const method = init?.method ?? 'GET';
    if (method !== 'GET') writes.push(`${method} ${typeof init?.body === 'string' ? init.body : ''}`);
    return session(input, init);
  };
  const panel = await openPanel({ fetch }, options);
  const openRoles = async (name: string) => {
    await panel.press(`Change roles for ${name}`);
    await panel.until(() => Object.keys(panel.checklist ?? {}).length > 0);
  };
  /** Someone else gives Mia these roles. */
  const changeElsewhere = async (names: readonly string[]) => {
    const page = '/orgdesk/v1/members/auth0%7Cac3e00000000000000000003';
    const read = async (path: string) => (await session(path)).json() as Promise<unknown>;
    const { member } = (await read(page)) as ProfileView;
    const { roles } = (await read('/orgdesk/v1/roles')) as RoleList;
    const idsOf = (all: readonly RoleName[]) => all.map(({ id }) => id);
    const change = {
      was: idsOf(member?.roles ?? []),
      roles: idsOf(roles.filter(({ name }) => names.includes(name))),
    };
    const headers = { 'content-type': 'application/json' };
    const answer = await session(`${page}/roles`, { method: 'PUT', headers, body: JSON.stringify(change) });
    expect(answer.status).to.equal(200);
  };
  return { panel, writes, openRoles, changeElsewhere };
}

describe('org-members: roles in place', () => {
  before(() => setViewport({ width: 1140, height: 800 }));

  it('sends one change when the list closes, shows it, and says so', async () => {
    const { panel, writes, openRoles } = await openAs('ada@acme.example');
    await openRoles('Mia Okafor');
    expect(panel.checklist).to.deep.equal({ Admin: false, 'Help desk': false, Member: true });
    panel.tickRole('Help desk');
    panel.tickRole('Member');
    panel.tickRole('Member');
    await panel.pressInChecklist('Enter');
    expect(panel.checklist).to.equal(null);
    await panel.until(() => panel.toasts.length > 0);
    expect(panel.toasts).to.deep.equal(['Roles updated for Mia Okafor: Help desk and Member.']);
    expect(panel.rolesOf('Mia Okafor')).to.deep.equal(['Help desk', 'Member']);
    expect(writes).to.have.length(1);
  });

  it('are in the same order on the person’s page as in the list', async () => {
    const session = new World().sessionOf('ada@acme.example', 'acme');
    const roles = [
      { id: 'rol_member0000000000', name: 'Member', description: null },
      { id: 'rol_helpdesk00000000', name: 'Help desk', description: null },
    ];
    const fetch: SessionFetch = async (input, init) => {
      const response = await session(input, init);
      if (!/members\/auth0%7C\w+$/.test(String(input))) return response;
      const profile = (await response.json()) as ProfileView;
      const member = profile.member && { ...profile.member, roles };
      return Response.json({ ...profile, member }, { headers: response.headers });
    };
    const page = new MemberHarness<LitElement>((await openPanel({ fetch })).element);
    await page.openRow('Mia Okafor');
    await page.until(() => page.roles.includes('Help desk'));
    expect(page.roles).to.match(/^Roles ?Help desk ?Member/);
  });

  it('undoes a change', async () => {
    const { panel, writes, openRoles } = await openAs('ada@acme.example');
    await openRoles('Mia Okafor');
    panel.tickRole('Help desk');
    await panel.pressInChecklist('Enter');
    await panel.until(() => panel.toasts.length > 0);
    await panel.press('Undo');
    await panel.until(() => panel.toasts.includes('Roles restored for Mia Okafor.'));
    expect(panel.rolesOf('Mia Okafor')).to.deep.equal(['Member']);
    expect(writes).to.have.length(2);
  });

  it('undoes nothing if the roles have changed since', async () => {
    const { panel, openRoles, changeElsewhere } = await openAs('ada@acme.example');
    await openRoles('Mia Okafor');
    panel.tickRole('Help desk');
    await panel.pressInChecklist('Enter');
    await panel.until(() => panel.toasts.length > 0);
    await changeElsewhere(['Help desk']);
    await panel.press('Undo');
    await panel.until(() => panel.toasts.some((toast) => toast.includes('changed since')));
    expect(panel.toasts.at(-1)).to.equal('Mia Okafor’s roles have changed since then. Nothing was undone.');
  });

  it('changes nothing on Esc, or without a difference', async () => {
    const { panel, writes, openRoles } = await openAs('ada@acme.example');
    await openRoles('Mia Okafor');
    panel.tickRole('Help desk');
    await panel.pressInChecklist('Escape');
    await openRoles('Mia Okafor');
    expect(panel.checklist).to.include({ 'Help desk': false });
    await panel.pressInChecklist('Enter');
    expect(panel.focused).to.equal('Change roles for Mia Okafor');
    expect(writes).to.deep.equal([]);
  });

  it('stays open if it is opened again while the one before is still closing', async () => {
    const { panel, openRoles } = await openAs('ada@acme.example');
    await openRoles('Mia Okafor');
    const closing = panel.pressInChecklist('Escape');
    await panel.press('Change roles for Mia Okafor');
    await closing;
    await panel.settle();
    expect(panel.checklist).to.include({ Member: true });
  });

  it('asks before it changes one’s own roles', async () => {
    const { panel, writes, openRoles } = await openAs('ada@acme.example');
    await openRoles('Ada Keller');
    panel.tickRole('Member');
    await panel.pressInChecklist('Enter');
    await panel.until(() => panel.dialog !== '');
    expect(panel.dialog).to.equal('Change roles for Ada Keller');
    expect(writes).to.deep.equal([]);
  });

  it('takes a refused change back, and goes on with the same choice in the dialog', async () => {
    const { panel, openRoles, changeElsewhere } = await openAs('ada@acme.example');
    await openRoles('Mia Okafor');
    await changeElsewhere([]);
    panel.tickRole('Help desk');
    await panel.pressInChecklist('Enter');
    await panel.until(() => panel.dialog !== '' && panel.alerts.length > 0);
    expect(panel.dialog).to.equal('Change roles for Mia Okafor');
    expect(panel.rolesOf('Mia Okafor')).to.deep.equal(['Member']);
    expect(panel.toasts).to.deep.equal([]);
  });

  it('are not offered in a read-only panel', async () => {
    const { panel } = await openAs('ada@acme.example', { readOnly: true });
    expect(panel.rolesOf('Mia Okafor')).to.deep.equal(['Member']);
    expect(panel.buttons).not.to.include('Change roles for Mia Okafor');
  });
});
