import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { createSend } from '../../src/client/send.js';
import { AccountController } from '../../src/state/account/account-controller.js';
import type { Session } from '../../src/state/session.js';
import { accountProxy } from '../elements/account-scenes.js';
import { database } from '../elements/profiles.js';
import { problemResponse } from '../elements/stub.js';

const host: ReactiveControllerHost = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

describe('account controller: another session or member', () => {
  const proxy = accountProxy();
  const session: Session = {
    client: createProxyClient({ baseUrl: '/orgdesk', fetch: proxy.fetch }),
    send: createSend('/orgdesk', proxy.fetch),
    login: null,
    logout: null,
    renew: null,
  };
  const accountWith = (connect: () => Promise<Session>, mayDelete = async () => true) =>
    new AccountController(host, {
      connect,
      key: 'test',
      profile: database,
      signIn: async () => {},
      mayDelete,
      onDeleted() {},
      reload: async () => {},
    });

  it('sends nothing through a session that opens late', async () => {
    let open = (_: Session) => {};
    const opened = new Promise<Session>((resolve) => (open = resolve));
    const account = accountWith(() => opened);
    const before = proxy.requests.length;
    const sending = account.sendEmail('password-reset');
    account.dispose();
    open(session);
    await sending;
    expect(proxy.requests).to.have.length(before);
  });

  it('repeats an email without an answer with the same key, and any other with a new one', async () => {
    const account = accountWith(async () => session);
    const send = async (answer: () => Response | Promise<Response>) => {
      proxy.answerAt('POST /password-reset', answer);
      await account.sendEmail('password-reset');
      return proxy.requests.at(-1)?.key;
    };
    const lost = () => Promise.reject(new TypeError('Failed to fetch'));
    const first = await send(lost);
    expect(await send(lost)).to.equal(first);
    expect(await send(() => problemResponse('outcome_unknown'))).to.equal(first);
    const second = await send(() => problemResponse('internal'));
    expect(second).to.not.equal(first);
    expect(await send(() => problemResponse('internal'))).to.not.equal(second);
    account.dispose();
  });

  it('returns no file that arrives late', async () => {
    const account = accountWith(async () => session);
    const release = proxy.holdNext();
    const exporting = account.exportAs('json', 'en');
    await new Promise((resolve) => setTimeout(resolve));
    account.dispose();
    release();
    expect(await exporting).to.equal(undefined);
  });

  it('deletes nothing if the dialog is closed before the host agrees', async () => {
    let agree = (_: boolean) => {};
    const agreed = new Promise<boolean>((resolve) => (agree = resolve));
    const account = accountWith(
      async () => session,
      () => agreed,
    );
    await account.planDeletion();
    const before = proxy.requests.length;
    const deleting = account.delete();
    account.dismissPlan();
    agree(true);
    await deleting;
    expect(proxy.requests).to.have.length(before);
  });

  it('asks the host once, however often the button is pressed', async () => {
    let agree = (_: boolean) => {};
    let questions = 0;
    const agreed = new Promise<boolean>((resolve) => (agree = resolve));
    const account = accountWith(
      async () => session,
      () => {
        questions += 1;
        return agreed;
      },
    );
    await account.planDeletion();
    const deleting = [account.delete(), account.delete()];
    agree(false);
    await Promise.all(deleting);
    expect(questions).to.equal(1);
  });

  it('opens no dialog again that was closed while it read why the deletion is locked', async () => {
    proxy.answerAt('DELETE ', () => problemResponse('operation_locked', { reason: 'last-admin' }));
    const account = accountWith(async () => session);
    await account.planDeletion();
    proxy.answerAt('GET /deletion', () => {
      account.dismissPlan();
      return Response.json({ operation: { name: 'profile.delete', allowed: false }, organization: {} });
    });
    await account.delete();
    expect(account.plan).to.equal(null);
  });
});
