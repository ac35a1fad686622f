import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { createSend } from '../../src/client/send.js';
import { ProfileController } from '../../src/state/profile/profile-controller.js';
import type { Session } from '../../src/state/session.js';
import { database } from '../elements/profiles.js';
import { ProxyStub } from '../elements/stub.js';

const host: ReactiveControllerHost = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

type Options = ConstructorParameters<typeof ProfileController>[1];

function controllerOn(proxy: ProxyStub, login: Session['login'], options: Partial<Options> = {}) {
  const client = createProxyClient({ baseUrl: '/orgdesk', fetch: proxy.fetch });
  const send = createSend('/orgdesk', proxy.fetch);
  return new ProfileController(host, {
    connect: async () => ({ client, send, login, logout: async () => {}, renew: null }),
    key: () => 'test',
    loadForms: () => import('../../src/state/profile/form/edit-tools.js'),
    onSaved() {},
    onBlocked() {},
    ...options,
  });
}

describe('profile controller: signing in by itself', () => {
  it('is signed out, and offers to sign in', async () => {
    const proxy = new ProxyStub(database);
    proxy.failNext('token_missing');
    let logins = 0;
    const controller = controllerOn(proxy, async () => void (logins += 1));
    await controller.load();
    expect(controller.state.status).to.equal('signed-out');
    expect(controller.canSignIn).to.equal(true);
    await controller.signIn();
    expect(logins).to.equal(1);
  });

  it('tells when signing in does not work, and loses no draft by it', async () => {
    const controller = controllerOn(new ProxyStub(database), () => Promise.reject(new Error('offline')));
    await controller.load();
    await controller.prepare();
    controller.type('jobTitle', 'Chief');
    await controller.signIn();
    expect(controller.state.status === 'ready' && controller.state.notice?.problem.code).to.equal(
      'proxy_unreachable',
    );
    expect(controller.hasChanges).to.equal(true);
  });

  it('asks for a sign-in as fresh as the proxy wants it', async () => {
    const asked: (number | undefined)[] = [];
    const controller = controllerOn(new ProxyStub(database), async (maxAge) => void asked.push(maxAge));
    await controller.load();
    await controller.signIn(300);
    expect(asked).to.deep.equal([300]);
  });

  it('leaves signing in to a host that brings its own session', async () => {
    const controller = controllerOn(new ProxyStub(database), null);
    await controller.load();
    expect(controller.canSignIn).to.equal(false);
  });
});

describe('profile controller: typing before editing has been loaded', () => {
  const forms = () => import('../../src/state/profile/form/edit-tools.js');
  const typed = (controller: ProfileController, name: string) =>
    controller.state.form?.draft.get(name)?.typed;

  it('keeps everything that was typed, in its order', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const loadForms = () => arrived.then(forms);
    const controller = controllerOn(new ProxyStub(database), null, { loadForms });
    await controller.load();
    controller.type('jobTitle', 'C');
    controller.type('jobTitle', 'CE');
    controller.type('deskPhone', '+1');
    expect(controller.hasChanges).to.equal(false);
    arrive();
    await controller.prepare();
    expect(typed(controller, 'jobTitle')).to.equal('CE');
    expect(typed(controller, 'deskPhone')).to.equal('+1');
  });

  it('says so where it cannot be loaded, and makes up for it when it can', async () => {
    let isReachable = false;
    const loadForms = () => (isReachable ? forms() : Promise.reject(new Error('offline')));
    const controller = controllerOn(new ProxyStub(database), null, { loadForms });
    await controller.load();
    await controller.prepare();
    expect(controller.state.status === 'ready' && controller.state.notice).to.equal(null);
    controller.type('jobTitle', 'Chief');
    await controller.prepare();
    expect(controller.state.status === 'ready' && controller.state.notice?.problem.code).to.equal(
      'proxy_unreachable',
    );
    isReachable = true;
    await controller.prepare();
    expect(typed(controller, 'jobTitle')).to.equal('Chief');
  });
});

describe('profile controller: leaving to sign in again', () => {
  const away = async (controller: ProfileController) => {
    await controller.load();
    await controller.prepare();
    controller.type('jobTitle', 'Chief');
    await controller.signIn(300);
  };

  it('comes back to the draft, once', async () => {
    await away(controllerOn(new ProxyStub(database), async () => {}));
    const back = controllerOn(new ProxyStub(database), null);
    await back.load();
    expect(back.state.form?.draft.get('jobTitle')?.typed).to.equal('Chief');
    const later = controllerOn(new ProxyStub(database), null);
    await later.load();
    expect(later.hasChanges).to.equal(false);
  });

  it('does not ask whether to leave while the draft is kept', async () => {
    const controller = controllerOn(new ProxyStub(database), async () => {});
    await away(controller);
    expect(controller.hasChanges).to.equal(true);
    expect(controller.isUnsafeToLeave).to.equal(false);
    await controllerOn(new ProxyStub(database), null).load();
  });

  it('shows nobody else what was typed', async () => {
    await away(controllerOn(new ProxyStub(database), async () => {}));
    const other = { ...database, person: { ...database.person, userId: 'auth0|other' } };
    const back = controllerOn(new ProxyStub(other), null);
    await back.load();
    expect(back.hasChanges).to.equal(false);
  });

  it('tells what can no longer be edited after the return', async () => {
    await away(controllerOn(new ProxyStub(database), async () => {}));
    const proxy = new ProxyStub({
      ...database,
      fields: database.fields.map((field) =>
        field.name === 'jobTitle' ? { ...field, editable: false, reason: 'not-allowed' as const } : field,
      ),
    });
    const back = controllerOn(proxy, null);
    await back.load();
    expect(back.state.form?.displaced.map(({ typed }) => typed)).to.deep.equal(['Chief']);
  });
});
