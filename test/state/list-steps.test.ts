import { expect } from '@open-wc/testing';
import { createSend } from '../../src/client/send.js';
import { ListSteps, type Step } from '../../src/state/members/list-steps.js';
import { allMembers } from '../../src/state/members/member-query.js';
import { MembersController } from '../../src/state/members/members-controller.js';
import type { MemberPage, MemberRow } from '../../src/contract/member.js';
import { person, PanelStub } from '../elements/org-members/panel-stub.js';
import { deferred } from '../harness/deferred.js';

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

const agree = async () => true;

async function setUp(count: number, limit = 10) {
  const proxy = new PanelStub(count);
  const send = createSend('/orgdesk', proxy.fetch);
  const members = new MembersController(host, {
    connect: async () => ({
      client: { profile: { read: unused, update: unused }, send },
      ...{ send, login: null, logout: null, renew: null },
    }),
    nameOfOwnRole: (name) => name,
  });
  const steps = new ListSteps(members);
  await members.open({ ...allMembers, limit });
  const find = (from: number, step: Step) => steps.find(`auth0|${from}`, step, agree);
  return { proxy, members, steps, find };
}

const unused = () => Promise.reject(new Error('not used here'));

const answerWith = (proxy: PanelStub, page: Partial<MemberPage> & { members: readonly MemberRow[] }) =>
  proxy.answerNext('/members', () => Response.json({ next: null, total: null, ...page }));

describe('ListSteps', () => {
  it('follows the order of the list, across its pages and back', async () => {
    const { members, find } = await setUp(25);
    expect(await find(3, 1)).to.equal('auth0|4');
    expect(await find(3, -1)).to.equal('auth0|2');
    expect(await find(9, 1)).to.equal('auth0|10');
    expect(members.state.page?.before).to.equal(10);
    expect(await find(10, -1)).to.equal('auth0|9');
    expect(members.state.page?.before).to.equal(0);
  });

  it('ends with the first and the last member', async () => {
    const { steps, find, members } = await setUp(12);
    expect(steps.positionOf('auth0|0')).to.include({ at: 1, hasPrevious: false, hasNext: true });
    expect(await find(0, -1)).to.equal(null);
    await members.nextPage();
    expect(steps.positionOf('auth0|11')).to.include({ at: 12, hasPrevious: true, hasNext: false });
    expect(await find(11, 1)).to.equal(null);
  });

  it('knows no way from someone who is not on the page', async () => {
    const { steps, find } = await setUp(25);
    expect(steps.positionOf('auth0|15')).to.equal(null);
    expect(await find(15, 1)).to.equal(null);
  });

  it('goes on from where someone was whom a change took out of the list', async () => {
    const { proxy, members, steps, find } = await setUp(4);
    expect(steps.positionOf('auth0|1')?.at).to.equal(2);
    answerWith(proxy, { members: [0, 2, 3].map(person) });
    await members.load();
    expect(steps.positionOf('auth0|1')).to.include({ member: null, hasPrevious: true, hasNext: true });
    expect(await find(1, 1)).to.equal('auth0|2');
    expect(await find(1, -1)).to.equal('auth0|0');
    // Another list has other places.
    await members.choose({ status: 'blocked' });
    answerWith(proxy, { members: [2].map(person) });
    await members.load();
    expect(steps.positionOf('auth0|1')).to.equal(null);
  });

  it('counts the members of the last page where the list has no total', async () => {
    const { proxy, members, steps } = await setUp(4);
    answerWith(proxy, { members: [0, 1].map(person), next: 'more' });
    await members.load();
    expect(steps.positionOf('auth0|1')?.total).to.equal(null);
    answerWith(proxy, { members: [0, 1].map(person) });
    await members.load();
    expect(steps.positionOf('auth0|1')?.total).to.deep.equal({ count: 2, exact: true });
  });

  it('stays, and says why, if the next page can’t be loaded', async () => {
    const { proxy, members, steps, find } = await setUp(25);
    proxy.failNext('/members', 'upstream_unavailable');
    expect(await find(9, 1)).to.equal(null);
    expect(steps.problem?.code).to.equal('upstream_unavailable');
    expect(steps.positionOf('auth0|9')).to.include({ at: 10, hasNext: true });
    expect(await find(9, 1)).to.equal('auth0|10');
    expect(steps.problem).to.equal(null);
    expect(members.state.page?.before).to.equal(10);
  });

  it('shows the place before until the host agrees, and stays if it does not', async () => {
    const { steps } = await setUp(25);
    const answer = deferred<boolean>();
    const found = steps.find('auth0|9', 1, () => answer.promise);
    const again = steps.find('auth0|9', 1, agree);
    expect(await again).to.equal(null);
    answer.resolve(false);
    expect(await found).to.equal(null);
  });
});
