import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { createSend } from '../../src/client/send.js';
import { LazyModule } from '../../src/state/lazy-module.js';
import { FormEditor } from '../../src/state/profile/form/form-editor.js';
import { ProfileController } from '../../src/state/profile/profile-controller.js';
import type { Session } from '../../src/state/session.js';
import { database, withValues } from '../elements/profiles.js';
import { ProxyStub } from '../elements/stub.js';

const host: ReactiveControllerHost = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

interface Options extends Partial<ConstructorParameters<typeof ProfileController>[1]> {
  /** Resolves when the code for editing has arrived. */
  readonly arrival?: () => Promise<void>;
}

const sessionOn = (proxy: ProxyStub, login: Session['login'] = null): Session => ({
  client: createProxyClient({ baseUrl: '/orgdesk', fetch: proxy.fetch }),
  send: createSend('/orgdesk', proxy.fetch),
  login,
  logout: async () => {},
  renew: null,
});

function controllerOn(
  proxy: ProxyStub,
  login: Session['login'],
  { arrival = async () => {}, ...options }: Options = {},
): ProfileController {
  const controller: ProfileController = new ProfileController(host, {
    editing: new LazyModule(host, async () => {
      await arrival();
      const editor = new FormEditor(controller);
      return { editor, dispose: () => editor.dispose() };
    }),
    connect: async () => sessionOn(proxy, login),
    key: () => 'test',
    onSaved() {},
    onBlocked() {},
    onReset() {},
    ...options,
  });
  return controller;
}

describe('profile controller: sign-in by the element', () => {
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

  it('reports a sign-in that fails, and keeps the draft', async () => {
    const controller = controllerOn(new ProxyStub(database), () => Promise.reject(new Error('offline')));
    await controller.load();
    await controller.loadEditor();
    controller.type('jobTitle', 'Chief');
    await controller.signIn();
    expect(controller.state.status === 'ready' && controller.state.notice?.problem.code).to.equal(
      'proxy_unreachable',
    );
    expect(controller.hasChanges).to.equal(true);
  });

  it('passes the maximum age to the sign-in', async () => {
    const maxAges: (number | undefined)[] = [];
    const controller = controllerOn(new ProxyStub(database), async (maxAge) => void maxAges.push(maxAge));
    await controller.load();
    await controller.signIn(300);
    expect(maxAges).to.deep.equal([300]);
  });

  it('leaves signing in to a host that brings its own session', async () => {
    const controller = controllerOn(new ProxyStub(database), null);
    await controller.load();
    expect(controller.canSignIn).to.equal(false);
  });
});

describe('profile controller: typing before the editor is loaded', () => {
  const typed = (controller: ProfileController, name: string) =>
    controller.state.form?.draft.get(name)?.typed;

  it('keeps what was typed, in order', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const controller = controllerOn(new ProxyStub(database), null, { arrival: () => arrived });
    await controller.load();
    controller.type('jobTitle', 'C');
    controller.type('jobTitle', 'CE');
    controller.type('deskPhone', '+1');
    expect(controller.hasChanges).to.equal(true);
    arrive();
    await controller.loadEditor();
    expect(typed(controller, 'jobTitle')).to.equal('CE');
    expect(typed(controller, 'deskPhone')).to.equal('+1');
  });

  it('reports that the editor could not be loaded, and applies the edits later', async () => {
    let isReachable = false;
    const arrival = () => (isReachable ? Promise.resolve() : Promise.reject(new Error('offline')));
    const controller = controllerOn(new ProxyStub(database), null, { arrival });
    await controller.load();
    await controller.loadEditor();
    expect(controller.state.status === 'ready' && controller.state.notice).to.equal(null);
    controller.type('jobTitle', 'Chief');
    await controller.loadEditor();
    expect(controller.state.status === 'ready' && controller.state.notice?.problem.code).to.equal(
      'proxy_unreachable',
    );
    isReachable = true;
    await controller.loadEditor();
    expect(typed(controller, 'jobTitle')).to.equal('Chief');
  });
});

describe('profile controller: leaving the page to sign in again', () => {
  const away = async (controller: ProfileController) => {
    await controller.load();
    await controller.loadEditor();
    controller.type('jobTitle', 'Chief');
    await controller.signIn(300);
  };

  it('restores the draft once', async () => {
    await away(controllerOn(new ProxyStub(database), async () => {}));
    const back = controllerOn(new ProxyStub(database), null);
    await back.load();
    expect(back.state.form?.draft.get('jobTitle')?.typed).to.equal('Chief');
    const later = controllerOn(new ProxyStub(database), null);
    await later.load();
    expect(later.hasChanges).to.equal(false);
  });

  describe('to save', () => {
    const typed = async (controller: ProfileController) => {
      await controller.load();
      await controller.loadEditor();
      controller.type('jobTitle', 'Chief');
      return controller;
    };

    it('saves on return, without another click', async () => {
      const controller = await typed(controllerOn(new ProxyStub(database), async () => {}));
      await controller.signInToSave(300);
      const proxy = new ProxyStub(database);
      const back = controllerOn(proxy, null);
      await back.load();
      expect(proxy.patches.map(({ fields }) => fields)).to.deep.equal([{ jobTitle: 'Chief' }]);
      expect(back.hasChanges).to.equal(false);
      expect(back.needsReview).to.equal(false);
    });

    it('saves nothing on return from a sign-in that was for something else', async () => {
      const controller = await typed(controllerOn(new ProxyStub(database), async () => {}));
      await controller.signIn(300);
      const proxy = new ProxyStub(database);
      const back = controllerOn(proxy, null);
      await back.load();
      expect(proxy.patches).to.have.length(0);
      expect(back.hasChanges).to.equal(true);
      expect(back.needsReview).to.equal(false);
    });

    it('waits for a review if a part of it can no longer be saved', async () => {
      const controller = await typed(controllerOn(new ProxyStub(database), async () => {}));
      controller.type('deskPhone', '+351215550100');
      await controller.signInToSave(300);
      const proxy = new ProxyStub({
        ...database,
        fields: database.fields.map((field) =>
          field.name === 'jobTitle' ? { ...field, editable: false, reason: 'not-allowed' as const } : field,
        ),
      });
      let blocked = 0;
      const back = controllerOn(proxy, null, { onBlocked: () => void (blocked += 1) });
      await back.load();
      expect(proxy.patches).to.have.length(0);
      expect([back.needsReview, blocked]).to.deep.equal([true, 1]);
      await back.save();
      expect(proxy.patches.map(({ fields }) => fields)).to.deep.equal([{ deskPhone: '+351215550100' }]);
      expect(back.needsReview).to.equal(false);
    });

    it('keeps the reason for a change on behalf of a member', async () => {
      const audited = { ...database, own: false, auditReason: 'required' as const };
      const controller = await typed(controllerOn(new ProxyStub(audited), async () => {}));
      controller.reason = 'asked by phone';
      await controller.signInToSave(300);
      const proxy = new ProxyStub(audited);
      await controllerOn(proxy, null).load();
      expect(proxy.patches.map(({ reason }) => reason)).to.deep.equal(['asked by phone']);
    });
  });

  it('does not ask before leaving while the draft is stored', async () => {
    const controller = controllerOn(new ProxyStub(database), async () => {});
    await away(controller);
    expect(controller.hasChanges).to.equal(true);
    expect(controller.isUnsafeToLeave).to.equal(false);
    await controllerOn(new ProxyStub(database), null).load();
  });

  it('lets the browser ask where the draft could not be stored', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const controller = controllerOn(new ProxyStub(database), async () => {});
      await away(controller);
      expect(controller.isUnsafeToLeave).to.equal(true);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('says that a draft was too old to restore, and only then', async () => {
    await away(controllerOn(new ProxyStub(database), async () => {}));
    const { now } = Date;
    Date.now = () => now() + 15 * 60 * 1000;
    try {
      const back = controllerOn(new ProxyStub(database), null);
      await back.load();
      expect([back.hasChanges, back.lostDraft]).to.deep.equal([false, 'expired']);
      const later = controllerOn(new ProxyStub(database), null);
      await later.load();
      expect(later.lostDraft).to.equal(null);
    } finally {
      Date.now = now;
    }
  });

  it('restores the draft of no other user', async () => {
    await away(controllerOn(new ProxyStub(database), async () => {}));
    const other = { ...database, person: { ...database.person, userId: 'auth0|other' } };
    const back = controllerOn(new ProxyStub(other), null);
    await back.load();
    expect(back.hasChanges).to.equal(false);
    expect(back.lostDraft).to.equal('other-account');
  });

  it('shows unsaved values of fields that were locked in the meantime', async () => {
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

describe('profile controller: another session or member', () => {
  /** Sessions that open when the test says so. */
  function slowSessions() {
    const opens: ((session: Session) => void)[] = [];
    const connect = () => new Promise<Session>((resolve) => opens.push(resolve));
    return { opens, connect };
  }

  it('ignores a session that opens after the reset', async () => {
    const { opens, connect } = slowSessions();
    const before = new ProxyStub(database);
    const controller = controllerOn(before, null, { connect });
    const first = controller.load();
    controller.reset();
    const second = controller.load();
    const current = sessionOn(new ProxyStub(withValues(database, { jobTitle: 'CTO' })));
    opens[1]?.(current);
    await second;
    opens[0]?.(sessionOn(before));
    await first;
    expect(controller.session).to.equal(current);
    expect(before.requests).to.deep.equal([]);
  });

  it('sends no save through a session that opens after the reset', async () => {
    const proxy = new ProxyStub(database);
    const { opens, connect } = slowSessions();
    const controller = controllerOn(proxy, null, { connect });
    const reading = controller.load();
    opens[0]?.(sessionOn(proxy));
    await reading;
    await controller.loadEditor();
    controller.type('jobTitle', 'Chief');
    const saving = controller.save();
    controller.reset();
    opens[1]?.(sessionOn(proxy));
    await saving;
    expect(proxy.patches).to.deep.equal([]);
    expect(controller.state).to.deep.equal({ status: 'loading', form: null });
  });

  it('drops edits that wait for the editor', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const controller = controllerOn(new ProxyStub(database), null, { arrival: () => arrived });
    await controller.load();
    controller.type('jobTitle', 'Chief');
    controller.reset();
    await controller.load();
    arrive();
    await controller.loadEditor();
    expect(controller.hasChanges).to.equal(false);
  });

  it('reads nothing after a sign-in that ends after the reset', async () => {
    const proxy = new ProxyStub(database);
    let finish = () => {};
    const login = () => new Promise<void>((resolve) => (finish = resolve));
    const connect = async () => ({ ...sessionOn(proxy, login), logout: null });
    const controller = controllerOn(proxy, login, { connect });
    await controller.load();
    const signingIn = controller.signIn();
    controller.reset();
    finish();
    await signingIn;
    expect(proxy.requests).to.have.length(1);
  });

  it('reads nothing after a sign-in that ends when the element is gone', async () => {
    const proxy = new ProxyStub(database);
    let finish = () => {};
    const login = () => new Promise<void>((resolve) => (finish = resolve));
    const connect = async () => ({ ...sessionOn(proxy, login), logout: null });
    const controller = controllerOn(proxy, login, { connect });
    await controller.load();
    const signingIn = controller.signIn();
    controller.hostDisconnected();
    finish();
    await signingIn;
    expect(proxy.requests).to.have.length(1);
  });

  it('keeps a stored draft while a newer read overtakes the one that would restore it', async () => {
    const away = controllerOn(new ProxyStub(database), async () => {});
    await away.load();
    await away.loadEditor();
    away.type('jobTitle', 'Chief');
    await away.signIn();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const proxy = new ProxyStub(database);
    const back = controllerOn(proxy, null, { arrival: () => arrived });
    const first = back.load();
    await new Promise((resolve) => setTimeout(resolve));
    const second = back.load();
    arrive();
    await Promise.all([first, second]);
    expect(back.state.form?.draft.get('jobTitle')?.typed).to.equal('Chief');
  });
});
