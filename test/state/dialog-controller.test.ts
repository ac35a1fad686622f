import { expect } from '@open-wc/testing';
import type { Send } from '../../src/client/send.js';
import { BulkController } from '../../src/state/bulk/bulk-controller.js';
import { Countdown } from '../../src/state/countdown.js';
import { DialogController } from '../../src/state/dialog-controller.js';
import { InviteDialogController } from '../../src/state/invitations/invite-dialog-controller.js';
import { MemberRolesController } from '../../src/state/member/member-roles-controller.js';
import { database } from '../elements/profiles.js';
import { deferred, type Deferred } from '../harness/deferred.js';

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

/** Resolves after all promises that are settled by now have run their callbacks. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** A connection whose requests the test answers, by path. */
function manualProxy() {
  const requests: { readonly path: string; readonly key: unknown; readonly answer: Deferred<Response> }[] =
    [];
  const send: Send = (path, init) => {
    const answer = deferred<Response>();
    const key = new Headers(init?.headers).get('idempotency-key');
    requests.push({ path, key, answer });
    return answer.promise;
  };
  return { requests, connect: async () => ({ send }) };
}

class TestDialog extends DialogController<{ readonly title: string; readonly text: string }> {
  constructor() {
    super(host, new Countdown(host));
  }

  open(title: string): AbortSignal {
    this.show({ title, text: '' });
    return this.beginTask();
  }

  setText(text: string, signal?: AbortSignal): void {
    this.update({ text }, signal);
  }
}

describe('DialogController', () => {
  it('changes the dialog that is open', () => {
    const dialog = new TestDialog();
    const signal = dialog.open('first');
    dialog.setText('loaded', signal);
    expect(dialog.dialog).to.deep.equal({ title: 'first', text: 'loaded' });
  });

  it('ignores what arrives after the dialog was closed', () => {
    const dialog = new TestDialog();
    const signal = dialog.open('first');
    dialog.close();
    dialog.setText('late', signal);
    expect(dialog.dialog).to.equal(null);
    dialog.open('second');
    dialog.setText('late', signal);
    expect(dialog.dialog).to.deep.equal({ title: 'second', text: '' });
  });

  it('aborts a task when the next begins', () => {
    const dialog = new TestDialog();
    const first = dialog.open('first');
    const second = dialog.open('second');
    expect([first.aborted, second.aborted]).to.deep.equal([true, false]);
  });

  it('does not open again once it was disposed of', () => {
    const dialog = new TestDialog();
    dialog.dispose();
    expect(dialog.open('late').aborted).to.equal(true);
    expect(dialog.dialog).to.equal(null);
  });
});

describe('InviteDialogController', () => {
  it('stays closed when its options fail to load after that', async () => {
    const { requests, connect } = manualProxy();
    const invite = new InviteDialogController(host, {
      connect,
      loadRoles: async () => [],
      confirmWithHost: async () => true,
      onInvited: () => {},
    });
    const opening = invite.open();
    await turn();
    invite.close();
    requests[0]?.answer.reject(new TypeError('Failed to fetch'));
    await opening;
    expect(invite.dialog).to.equal(null);
  });
});

describe('BulkController', () => {
  const people = [{ userId: 'auth0|mia', name: 'Mia Okafor', email: null }];
  const runOf = (operation: string, state: string) =>
    Response.json({ id: 'run-1', operation, state, startedAt: null, endedAt: null, items: [] });

  function setUp() {
    const { requests, connect } = manualProxy();
    const ended: string[] = [];
    const bulk = new BulkController(host, {
      connect,
      loadRoles: async () => [],
      key: () => 'test',
      signIn: async () => {},
      confirmWithHost: async () => true,
      onEnded: ({ operation }) => ended.push(operation),
    });
    return { bulk, requests, ended };
  }

  it('shows no preview of the dialog before', async () => {
    const { bulk, requests } = setUp();
    const first = bulk.open('member.block', people);
    await turn();
    bulk.close();
    const second = bulk.open('user.delete', people);
    await turn();
    requests[0]?.answer.resolve(runOf('member.block', 'preview'));
    await first;
    expect(bulk.dialog?.phase).to.equal('checking');
    requests[1]?.answer.resolve(runOf('user.delete', 'preview'));
    await second;
    expect(bulk.dialog?.run?.operation).to.equal('user.delete');
  });

  it('reports no end of a run whose session was replaced', async () => {
    const { bulk, requests, ended } = setUp();
    const opening = bulk.open('member.block', people);
    await turn();
    const items = [{ userId: 'auth0|mia', state: 'allowed' }];
    const preview = { id: null, operation: 'member.block', state: 'preview', startedAt: null, endedAt: null };
    requests[0]?.answer.resolve(Response.json({ ...preview, items }));
    await opening;
    const starting = bulk.start();
    await turn();
    bulk.dispose();
    requests[1]?.answer.resolve(runOf('member.block', 'done'));
    await starting;
    expect(ended).to.deep.equal([]);
    expect(requests).to.have.length(2);
  });

  it('sends another key with another reason', async () => {
    const { bulk, requests } = setUp();
    const opening = bulk.open('member.block', people);
    await turn();
    const items = [{ userId: 'auth0|mia', state: 'allowed' }];
    const preview = { id: null, operation: 'member.block', state: 'preview', startedAt: null, endedAt: null };
    requests[0]?.answer.resolve(Response.json({ ...preview, items }));
    await opening;
    const startWithoutAnswer = async () => {
      const starting = bulk.start();
      await turn();
      requests.at(-1)?.answer.reject(new TypeError('Failed to fetch'));
      await starting;
      return requests.at(-1)?.key;
    };
    const first = await startWithoutAnswer();
    expect(await startWithoutAnswer()).to.equal(first);
    bulk.setReason('left the company');
    expect(await startWithoutAnswer()).not.to.equal(first);
  });

  it('forgets its intent after a sign-in in place', async () => {
    const { bulk, requests } = setUp();
    const opening = bulk.open('member.block', people);
    await turn();
    requests[0]?.answer.reject(new TypeError('Failed to fetch'));
    await opening;
    await bulk.signInAndResume();
    expect(bulk.dialog?.problem).to.equal(null);
    expect(sessionStorage.length).to.equal(0);
  });
});

describe('MemberRolesController', () => {
  it('saves nothing when the host agrees after its session was replaced', async () => {
    const { requests, connect } = manualProxy();
    const changed: string[] = [];
    const approval = deferred<boolean>();
    const roles = new MemberRolesController(host, {
      connect,
      wait: new Countdown(host),
      loadRoles: async () => [{ id: 'rol_admin', name: 'Admin', description: null, assignable: true }],
      confirmWithHost: () => approval.promise,
      signIn: async () => {},
      onChanged: ({ userId }) => changed.push(userId),
    });
    const opening = roles.open(
      { userId: 'auth0|mia', name: null, email: null, picture: null },
      { reason: '', chosen: null, problem: null },
    );
    await turn();
    const profile = { ...database, member: { roles: [] } };
    requests[0]?.answer.resolve(Response.json(profile, { headers: { etag: '"1"' } }));
    await opening;
    roles.toggle('rol_admin', true);
    expect(roles.difference.added).to.have.length(1);
    void roles.confirm();
    expect(roles.dialog?.phase).to.equal('running');
    roles.dispose();
    approval.resolve(true);
    await turn();
    expect(requests).to.have.length(1);
    expect(roles.dialog).to.equal(null);
    expect(changed).to.deep.equal([]);
  });
});
