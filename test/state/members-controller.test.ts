import { expect } from '@open-wc/testing';
import type { Send } from '../../src/client/send.js';
import { MembersController } from '../../src/state/members/members-controller.js';
import { allMembers } from '../../src/state/members/member-query.js';
import type { Session } from '../../src/state/session.js';
import { PanelStub } from '../elements/org-members/panel-stub.js';
import { deferred } from '../harness/deferred.js';

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

const sessionOn = (proxy: Pick<PanelStub, 'fetch'>): Session => {
  const send: Send = (path, init) => proxy.fetch(`/orgdesk${path}`, init);
  return {
    client: { profile: { read: unused, update: unused }, send },
    send,
    login: null,
    logout: null,
    renew: null,
  };
};

const unused = () => Promise.reject(new Error('not used here'));

/** Connections that are made when the test says so, to the proxies in order. */
function setUp(...proxies: readonly Pick<PanelStub, 'fetch'>[]) {
  const connected = proxies.map((proxy) => ({ session: sessionOn(proxy), ...deferred() }));
  let connections = 0;
  const members = new MembersController(host, {
    connect: async () => {
      const next = connected[Math.min(connections, connected.length - 1)];
      connections += 1;
      if (!next) throw new Error('there is no such session');
      await next.promise;
      return next.session;
    },
    nameOfOwnRole: (name) => `own ${name}`,
  });
  return { members, connected };
}

describe('MembersController: when the session is replaced', () => {
  it('keeps the newer session when an older connection is made last', async () => {
    const { members, connected } = setUp(new PanelStub(1), new PanelStub(2));
    const [older, newer] = [members.open(allMembers), members.open(allMembers)];
    connected[1]?.resolve();
    await newer;
    connected[0]?.resolve();
    await older;
    expect(members.session).to.equal(connected[1]?.session);
    expect(members.state.page?.members).to.have.length(2);
  });

  it('ignores roles of the session before', async () => {
    const before = new PanelStub(1);
    const release = before.holdNext('/roles');
    const { members, connected } = setUp(before, before, new PanelStub(2));
    for (const { resolve } of connected) resolve();
    await members.open(allMembers);
    const late = members.loadRoles().catch(() => null);
    const open = members.open(allMembers);
    release();
    expect(await late).to.equal(null);
    await open;
    const roles = await members.loadRoles();
    expect(members.roles).to.equal(roles);
  });
});

describe('MembersController: roles of the organization', () => {
  const named = async (roles: readonly object[]) => {
    const stub = new PanelStub(1);
    const proxy: Pick<PanelStub, 'fetch'> = {
      fetch: async (input, init) =>
        String(input).endsWith('/roles') ? Response.json({ roles }) : stub.fetch(input, init),
    };
    const { members, connected } = setUp(proxy);
    connected[0]?.resolve();
    await members.open(allMembers);
    return (await members.loadRoles()).map(({ name }) => name);
  };
  const role = (id: string, name: string, more: object = {}) => ({
    id,
    name,
    description: null,
    assignable: true,
    ...more,
  });

  it('are told apart from those of the tenant only where both have the same name', async () => {
    const own = { ofOrganization: true };
    expect(
      await named([role('1', 'Admin'), role('2', 'Admin', own), role('3', 'Driver', own)]),
    ).to.deep.equal(['Admin', 'own Admin', 'Driver']);
  });
});

describe('MembersController: turning pages', () => {
  const opened = async (count: number) => {
    const proxy = new PanelStub(count);
    const { members, connected } = setUp(proxy);
    connected[0]?.resolve();
    await members.open({ ...allMembers, limit: 10 });
    return { proxy, members };
  };

  it('goes on from the page on screen after a failure', async () => {
    const { proxy, members } = await opened(40);
    proxy.failNext('/members', 'upstream_unavailable');
    await members.nextPage();
    expect(members.hasPrevious).to.equal(false);
    await members.nextPage();
    expect(members.state.page?.before).to.equal(10);
    expect(members.state.page?.members[0]?.name).to.equal('Person 10');
    await members.nextPage();
    proxy.failNext('/members', 'upstream_unavailable');
    await members.previousPage();
    await members.previousPage();
    expect(members.state.page?.before).to.equal(10);
  });

  it('goes one page on when it is asked twice before the answer', async () => {
    const { members } = await opened(40);
    await Promise.all([members.nextPage(), members.nextPage()]);
    expect(members.state.page?.before).to.equal(10);
    expect(members.state.page?.members[0]?.name).to.equal('Person 10');
  });
});
