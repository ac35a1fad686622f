import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { ProfileController } from '../../src/controllers/profile-controller.js';
import type { Session } from '../../src/controllers/session.js';
import { database } from '../elements/profiles.js';
import { ProxyStub } from '../elements/stub.js';

const host: ReactiveControllerHost = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

function controllerOn(proxy: ProxyStub, login: Session['login']) {
  const client = createProxyClient({ baseUrl: '/orgdesk', fetch: proxy.fetch });
  return new ProfileController(host, {
    connect: async () => ({ client, login, logout: async () => {}, renew: null }),
    key: () => 'test',
    onSaved() {},
    onBlocked() {},
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
