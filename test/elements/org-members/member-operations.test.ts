import { expect } from '@open-wc/testing';
import type { MemberReceipt } from '../../../src/contract/member.js';
import { FakeClock } from '../fake-clock.js';
import { problemResponse, type ProxyStub } from '../stub.js';
import { openHost, type HostOptions } from './member-host.js';
import {
  ben,
  federated,
  federatedPlan,
  lockedOut,
  memberProxy,
  mia,
  operation,
  plan,
  planWith,
  receipt,
} from './member-scenes.js';

type DialogOperationName = Parameters<
  Awaited<ReturnType<typeof openHost>>['element']['member']['controller']['openDialog']
>[0];

/** A dialog, opened from a row's menu. */
async function openDialog(
  wanted: DialogOperationName,
  proxy: ProxyStub = memberProxy(),
  host: HostOptions = {},
) {
  const panel = await openHost(proxy, { rows: [mia, ben], ...host });
  panel.element.member.controller.openDialog(wanted, mia);
  await panel.dialogReady();
  return panel;
}

/** Where nothing is done without a question. */
const asksReason: HostOptions = { shared: { requiresReason: true } };

const sent = (proxy: ProxyStub) => proxy.requests.filter(({ method }) => method === 'POST');

describe('org-members: an operation on one member, before it is done', () => {
  it('shows the person, the verb as title and as button, what happens, and stands on Cancel', async () => {
    const panel = await openDialog('member.block');
    expect(panel.dialogTitle).to.equal('Block Mia Okafor?');
    expect(panel.card).to.contain('Mia Okafor mia@acme.example · signs in with a password');
    expect(panel.steps).to.deep.equal([
      'They won’t be able to sign in.',
      'They’ll be signed out of every browser.',
      'Apps will ask them to sign in again.',
      'Apps that are already open may keep working for a while.',
    ]);
    expect(panel.dialogButtons).to.deep.equal(['Cancel', 'Block']);
    expect(panel.focused).to.equal('Cancel');
  });

  it('recommends a block over a deletion that would not last, and goes there', async () => {
    const proxy = memberProxy(federated);
    proxy.answerAt('GET /deprovision', () => Response.json(federatedPlan));
    const panel = await openDialog('user.delete', proxy);
    expect(panel.advice).to.contain('Globex SSO will re-create the account at their next sign-in.');
    expect(panel.advice).to.contain('We recommend blocking them instead.');
    await panel.press('Block instead');
    await panel.dialogReady();
    expect(panel.dialogTitle).to.equal('Block Mia Okafor?');
    expect(panel.focused).to.equal('Cancel');
    expect(panel.steps[0]).to.equal('They won’t be able to sign in, including with Globex SSO.');
    expect(panel.advice).to.equal(
      'Recommended instead of deleting. Globex SSO will re-create the account at their next sign-in.',
    );
  });

  it('says what would bring someone back who is removed', async () => {
    const panel = await openDialog('membership.remove');
    expect(panel.steps[0]).to.contain('They’ll lose access to Acme Instruments.');
    expect(panel.advice).to.contain('They have a pending invitation');
  });

  it('names the sign-in methods that would go', async () => {
    const panel = await openDialog('member.mfa-reset');
    expect(panel.steps[0]).to.equal('Removed: Authenticator and Passkey.');
  });

  it('offers nothing to clear where no one is locked out, and says so', async () => {
    const panel = await openDialog('member.clear-lockout', memberProxy(), asksReason);
    expect(panel.dialogText).to.contain('They’re not locked out.');
    expect(panel.dialogButtons).to.deep.equal(['Cancel']);
  });

  for (const [reason, text] of [
    ['shared-user', 'They belong to more than one organization'],
    ['last-admin', 'Make someone else an admin first.'],
    ['role-above-own', 'This role has permissions you don’t have.'],
    ['no-such-attribute', 'You can’t do this right now.'],
  ] as const) {
    it(`says why it is locked: ${reason}`, async () => {
      const proxy = memberProxy();
      const view = operation('user.delete', { allowed: false, reason });
      proxy.answerAt('GET /deprovision', () => Response.json(planWith(view)));
      const panel = await openDialog('user.delete', proxy);
      expect(panel.dialogText).to.contain(text);
      expect(panel.dialogButtons).to.deep.equal(['Cancel']);
    });
  }

  it('says that there is nothing of the kind for this person', async () => {
    const panel = await openDialog('member.unblock', memberProxy(), asksReason);
    expect(panel.dialogText).to.contain('This isn’t available for this person.');
  });

  it('tells a failure to find out, and tries again', async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /deprovision', () => problemResponse('upstream_unavailable'));
    const panel = await openDialog('member.block', proxy);
    expect(panel.alerts).to.deep.equal(['Failed: upstream_unavailable']);
    proxy.answerAt('GET /deprovision', () => Response.json(plan));
    await panel.press('Try again');
    await panel.dialogReady();
    expect(panel.dialogButtons).to.deep.equal(['Cancel', 'Block']);
    expect(panel.alerts).to.deep.equal([]);
    // Pressed once more, Enter blocks no one.
    expect(panel.focused).to.equal('Cancel');
  });

  it('stays about the person it was opened for', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy);
    panel.element.member.controller.open(ben.userId);
    await panel.loaded();
    expect(panel.dialogTitle).to.equal('Block Mia Okafor?');
    await panel.press('Block');
    expect(sent(proxy)[0]?.url).to.equal('/v1/members/auth0%7Cmia/deprovision');
    expect(panel.element.changes[0]?.userId).to.equal(mia.userId);
  });
});

describe('org-members: an operation on one member, done', () => {
  it('sends the level with a key, says so, and shows the receipt when asked', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy);
    await panel.press('Block');
    const [request] = sent(proxy);
    expect(request?.body).to.deep.equal({ level: 'block' });
    expect(request?.key).to.match(/^[\x21-\x7e]{8,255}$/);
    expect(panel.dialog).to.equal(null);
    await panel.until(() => panel.toasts.includes('Mia Okafor was blocked.'));
    await panel.press('View receipt');
    expect(panel.toasts).to.deep.equal([]);
    expect(panel.outcome).to.equal('Mia Okafor was blocked.');
    expect(panel.focused).to.equal('Mia Okafor was blocked.');
    expect(panel.receipt).to.match(/^Done Sign-in blocked ?Signed out of browsers ?Signed out of apps/);
    expect(panel.receipt).to.contain('Not affected Apps that are already open');
    expect(panel.dialogButtons).to.deep.equal(['Close']);
    expect(panel.element.changes).to.deep.equal([
      { userId: mia.userId, change: { kind: 'operation', operation: 'member.block', receipt } },
    ]);
  });

  it('hands out the receipt as a file of data', async () => {
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return createObjectURL.call(URL, file);
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;
    const panel = await openDialog('member.block');
    await panel.press('Block');
    await panel.until(() => panel.toasts.length > 0);
    await panel.press('View receipt');
    await panel.press('Download receipt');
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    expect(JSON.parse((await files[0]?.text()) ?? '')).to.deep.equal(receipt);
  });

  it('tells what was not done, with why, and what was so already', async () => {
    const partly: MemberReceipt = {
      ...receipt,
      done: ['remove-authenticator', 'remove-authenticator'],
      already: ['block-account'],
      notDone: [{ step: 'end-sessions', code: 'feature_unavailable' }],
    };
    const proxy = memberProxy();
    proxy.answerAt('POST /deprovision', () => Response.json(partly));
    const panel = await openDialog('member.block', proxy);
    await panel.press('Block');
    expect(panel.outcome).to.equal('Some steps for Mia Okafor weren’t completed.');
    expect(panel.receipt).to.contain('Verification method removed (2)');
    expect(panel.receipt).to.contain('Already done Sign-in blocked');
    expect(panel.receipt).to.contain('Not done Signed out of browsers: because of feature_unavailable');
    await panel.press('Try again');
    await panel.dialogReady();
    expect(panel.dialogButtons).to.deep.equal(['Cancel', 'Block']);
  });

  it('does it at its own address: member.mfa-reset', async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /security', () => Response.json(lockedOut));
    const panel = await openDialog('member.mfa-reset', proxy);
    await panel.press('Reset');
    expect(sent(proxy).map(({ url }) => url)).to.deep.equal(['/v1/members/auth0%7Cmia/mfa-reset']);
    await panel.until(() => panel.toasts.includes('Two-step verification was reset for Mia Okafor.'));
  });

  it('does it once, however often the button is pressed', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    proxy.answerAt('POST /deprovision', () => held.then(() => Response.json(receipt)));
    await panel.press('Block');
    expect(panel.isIdle('Block')).to.equal(true);
    expect(panel.statuses).to.contain('Working…');
    await panel.press('Block');
    await panel.press('Cancel');
    expect(panel.dialog).not.to.equal(null);
    release();
    await panel.until(() => panel.toasts.length > 0);
    expect(sent(proxy)).to.have.length(1);
  });

  it('tries again with the same key after an answer that never came', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy);
    proxy.answerNext(() => Promise.reject(new TypeError('cut off')));
    await panel.press('Block');
    expect(panel.alerts).to.deep.equal(['Failed: proxy_unreachable']);
    await panel.press('Block');
    const [first, second] = sent(proxy);
    expect(second?.key).to.equal(first?.key);
    await panel.until(() => panel.toasts.includes('Mia Okafor was blocked.'));
  });

  it('asks the host, which may say no', async () => {
    const questions: string[] = [];
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy, {
      options: {
        confirmWithHost: async (wanted, { name }) => {
          questions.push(`${wanted} ${name}`);
          return false;
        },
      },
    });
    await panel.press('Block');
    expect(questions).to.deep.equal(['member.block Mia Okafor']);
    expect(sent(proxy)).to.deep.equal([]);
    expect(panel.isIdle('Block')).to.equal(false);
  });

  it('keeps the dialog and what was typed through a failure', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy, { shared: { requiresReason: true } });
    await panel.press('Block');
    expect(sent(proxy)).to.deep.equal([]);
    expect(panel.focused).to.equal('Reason');
    expect(panel.dialogText).to.contain('Enter a reason.');
    await panel.giveReason(' left the company ');
    proxy.failNext('upstream_unavailable');
    await panel.press('Block');
    expect(panel.alerts).to.deep.equal(['Failed: upstream_unavailable']);
    expect(panel.focused).to.equal('Block');
    await panel.press('Block');
    const reasons = sent(proxy).map(({ reason }) => reason);
    expect(reasons).to.deep.equal(['left the company', 'left the company']);
  });

  it('shows what holds now when it has been locked meanwhile', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy);
    const view = operation('member.block', { allowed: false, reason: 'last-admin' });
    proxy.answerAt('GET /deprovision', () => Response.json(planWith(view)));
    proxy.failNext('operation_locked', { reason: 'last-admin' });
    await panel.press('Block');
    await panel.settle();
    expect(panel.dialogText).to.contain('Make someone else an admin first.');
    expect(panel.dialogButtons).to.deep.equal(['Cancel']);
  });

  it('counts down where it is too soon', async () => {
    const clock = new FakeClock();
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy);
    proxy.failNext('rate_limited', { retryAfter: 30 });
    const confirm = 'Block';
    await panel.press(confirm);
    expect(panel.countdown).to.equal('You can continue in 30 seconds.');
    expect(panel.isIdle(confirm)).to.equal(true);
    clock.pass(30);
    await panel.settle();
    expect(panel.isIdle(confirm)).to.equal(false);
    await panel.press(confirm);
    await panel.until(() => panel.toasts.includes('Mia Okafor was blocked.'));
    clock.restore();
  });
});

describe('org-members: an operation that takes nothing away', () => {
  for (const [wanted, path, done] of [
    ['member.clear-lockout', '/clear-lockout', 'Mia Okafor can try to sign in again.'],
    ['member.unblock', '/unblock', 'Mia Okafor can sign in again.'],
    [
      'password.reset',
      '/password-reset',
      'If Mia Okafor can receive email, the link will arrive in a few minutes.',
    ],
    ['email.verify', '/email-verification', 'We sent Mia Okafor a verification email.'],
  ] as const) {
    it(`is done without a question: ${wanted}`, async () => {
      const proxy = memberProxy();
      const panel = await openHost(proxy, { rows: [mia] });
      panel.element.member.controller.openDialog(wanted, mia);
      await panel.until(() => panel.toasts.includes(done));
      expect(panel.dialog).to.equal(null);
      expect(proxy.requests.map(({ url }) => url)).to.deep.equal([`/v1/members/auth0%7Cmia${path}`]);
    });
  }

  describe('and can be taken back', () => {
    const unblocked: MemberReceipt = { ...receipt, operation: 'member.unblock', done: ['unblock-account'] };
    const afterUnblock = async (answer: MemberReceipt, host: HostOptions = {}) => {
      const proxy = memberProxy();
      proxy.answerAt('POST /unblock', () => Response.json(answer));
      const panel = await openHost(proxy, { rows: [mia], ...host });
      panel.element.member.controller.openDialog('member.unblock', mia);
      await panel.until(() => panel.toasts.includes('Mia Okafor can sign in again.'));
      return { proxy, panel };
    };
    const toastButtons = (panel: Awaited<ReturnType<typeof openHost>>) =>
      [...(panel.element.shadowRoot?.querySelectorAll('.toast button') ?? [])].map(
        (one) => one.textContent?.trim() ?? '',
      );

    it('blocks again who was unblocked, without a question', async () => {
      const { proxy, panel } = await afterUnblock(unblocked);
      await panel.press('Undo');
      await panel.until(() => panel.toasts.includes('Mia Okafor was blocked.'));
      expect(sent(proxy).at(-1)?.body).to.deep.equal({ level: 'block' });
      expect(panel.dialog).to.equal(null);
    });

    it('asks for a reason where the policy does', async () => {
      const panel = await openHost(memberProxy(), { rows: [mia], shared: { requiresReason: true } });
      panel.element.member.controller.undoOf(mia, 'member.unblock', unblocked)?.();
      await panel.dialogReady();
      expect(panel.dialogTitle).to.equal('Block Mia Okafor?');
    });

    it('says why if it is refused', async () => {
      const { proxy, panel } = await afterUnblock(unblocked);
      proxy.answerAt('POST /deprovision', () =>
        problemResponse('operation_locked', { reason: 'shared-user' }),
      );
      await panel.press('Undo');
      await panel.dialogReady();
      expect(panel.alerts.join()).to.contain('They belong to more than one organization');
    });

    it('is not offered to those who may not block, or if nothing was unblocked', async () => {
      const helpDesk = await afterUnblock(unblocked, { options: { isOffered: () => false } });
      expect(toastButtons(helpDesk.panel)).not.to.include('Undo');
      const already: MemberReceipt = { ...unblocked, done: [], already: ['unblock-account'] };
      const { panel } = await afterUnblock(already);
      expect(toastButtons(panel)).not.to.include('Undo');
      expect(toastButtons(panel)).to.include('View receipt');
    });
  });

  it('says that it is under way, and is done once', async () => {
    const proxy = memberProxy();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    proxy.answerAt('POST /unblock', () => held.then(() => Response.json(receipt)));
    const panel = await openHost(proxy, { rows: [mia] });
    const { controller } = panel.element.member;
    controller.openDialog('member.unblock', mia);
    controller.openDialog('member.unblock', mia);
    await panel.until(() => panel.toasts.includes('Working…'));
    release();
    await panel.until(() => panel.toasts.includes('Mia Okafor can sign in again.'));
    expect(panel.toasts).not.to.contain('Working…');
    expect(sent(proxy)).to.have.length(1);
  });

  it('is done for one person after the other', async () => {
    const proxy = memberProxy();
    const panel = await openHost(proxy, { rows: [mia, ben] });
    const { controller } = panel.element.member;
    controller.openDialog('member.unblock', mia);
    controller.openDialog('member.unblock', ben);
    await panel.until(() => panel.toasts.includes('Ben Roth can sign in again.'));
    expect(panel.toasts).to.contain('Mia Okafor can sign in again.');
    expect(panel.element.changes.map(({ userId }) => userId)).to.deep.equal([mia.userId, ben.userId]);
  });

  it('opens its dialog where it is refused, and says why', async () => {
    const proxy = memberProxy();
    proxy.failNext('upstream_unavailable');
    const panel = await openDialog('password.reset', proxy);
    expect(panel.dialogTitle).to.equal('Send Mia Okafor a password reset email?');
    expect(panel.alerts).to.deep.equal(['Failed: upstream_unavailable']);
    await panel.press('Send email');
    await panel.until(() => panel.toasts.some((toast) => toast.includes('the link will arrive')));
  });

  it('is not done where the host says no', async () => {
    const proxy = memberProxy();
    const panel = await openHost(proxy, { options: { confirmWithHost: async () => false } });
    panel.element.member.controller.openDialog('password.reset', mia);
    await panel.settle();
    expect(proxy.requests).to.deep.equal([]);
    expect([panel.dialog, ...panel.toasts]).to.deep.equal([null]);
  });
});

describe('org-members: an email that may have been sent', () => {
  it('is sent again on request only, after its cool-down and with a new key', async () => {
    const clock = new FakeClock();
    const proxy = memberProxy();
    proxy.failNext('outcome_unknown', { retryAfter: 50 });
    const panel = await openDialog('password.reset', proxy);
    expect(panel.alerts).to.deep.equal(['Failed: outcome_unknown']);
    expect(panel.countdown).to.equal('You can continue in 50 seconds.');
    clock.pass(50);
    await panel.settle();
    await panel.press('Send email');
    const [first, second] = sent(proxy);
    expect(second?.key).to.match(/^[\x21-\x7e]{8,255}$/);
    expect(second?.key).not.to.equal(first?.key);
    clock.restore();
  });
});

describe('org-members: deleting one member', () => {
  it('wants the address typed, in any case, with spaces around it', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('user.delete', proxy);
    await panel.press('Delete account');
    expect(panel.dialogText).to.contain('Type “mia@acme.example” to continue.');
    expect(panel.focused).to.equal('Type “mia@acme.example” to confirm');
    expect(sent(proxy)).to.deep.equal([]);
    await panel.typePhrase('  MIA@acme.example ');
    await panel.press('Delete account');
    expect(sent(proxy)[0]?.body).to.deep.equal({ level: 'delete' });
  });

  it('closes the page of a removed member', async () => {
    const proxy = memberProxy();
    proxy.answerAt('POST /deprovision', () => Response.json({ ...receipt, done: ['remove-membership'] }));
    const panel = await openHost(proxy, { rows: [mia, ben] });
    await panel.openRow('Mia Okafor');
    await panel.openDialog('Remove from organization…');
    await panel.press('Remove');
    expect(panel.isOpen).to.equal(false);
    expect(panel.focused).to.equal('Mia Okafor');
  });

  it('leaves the page open where the person stays after all', async () => {
    const proxy = memberProxy();
    const notDone = [{ step: 'remove-membership', code: 'upstream_timeout' }];
    proxy.answerAt('POST /deprovision', () => Response.json({ ...receipt, done: [], notDone }));
    const panel = await openHost(proxy, { rows: [mia, ben] });
    await panel.openRow('Mia Okafor');
    await panel.openDialog('Remove from organization…');
    await panel.press('Remove');
    await panel.press('Close');
    expect(panel.isOpen).to.equal(true);
  });
});

describe('org-members: an operation and the page behind it', () => {
  it('brings the focus back to where it was asked', async () => {
    const panel = await openHost(memberProxy(), { rows: [mia] });
    await panel.openRow('Mia Okafor');
    await panel.openDialog('Block…');
    await panel.press('Cancel');
    expect(panel.dialog).to.equal(null);
    expect(panel.focused).to.equal('Block…');
  });

  it('reads the page again, through the editor, which keeps what was typed', async () => {
    const proxy = memberProxy();
    const panel = await openHost(proxy, { rows: [mia] });
    await panel.openRow('Mia Okafor');
    await panel.edit();
    await panel.editor.fill('jobTitle', 'Chief');
    await panel.openDialog('Block…');
    proxy.replaceElsewhere({
      ...proxy.profile,
      operations: [operation('member.unblock')],
      member: {
        ...proxy.profile.member,
        status: ['blocked'],
        lastLogin: null,
        createdAt: null,
        otherOrganizations: 0,
      },
    });
    await panel.press('Block');
    await panel.until(() => panel.badges.includes('Blocked'));
    expect(panel.offered).to.deep.equal(['Unblock']);
    expect(panel.editor.value('jobTitle')).to.equal('Chief');
  });
});

describe('org-members: signing in again for an operation', () => {
  afterEach(() => sessionStorage.clear());

  it('comes back to the same dialog about the same person, with the reason', async () => {
    const proxy = memberProxy();
    const ages: (number | undefined)[] = [];
    const shared = { requiresReason: true };
    // The page is left: what is awaited never comes.
    const signIn = (maxAge?: number) => {
      ages.push(maxAge);
      return new Promise<void>(() => {});
    };
    const before = await openHost(proxy, { rows: [mia], shared, options: { signIn } });
    await before.openRow('Mia Okafor');
    await before.openDialog('Delete account…');
    await before.giveReason('asked for it');
    await before.typePhrase('mia@acme.example');
    proxy.failNext('step_up_required', { maxAge: 300 });
    await before.press('Delete account');
    expect(before.alerts).to.deep.equal(['Sign in again to continue. You’ll come back to this step.']);
    await before.press('Sign in to continue');
    expect(ages).to.deep.equal([300]);
    before.element.remove();

    const after = await openHost(proxy, { rows: [mia], shared });
    await after.dialogReady();
    expect(after.dialogTitle).to.equal('Delete Mia Okafor’s account?');
    await after.typePhrase('mia@acme.example');
    await after.press('Delete account');
    expect(sent(proxy).at(-1)?.body).to.deep.equal({ level: 'delete', reason: 'asked for it' });
    expect(after.isOpen).to.equal(true);
  });

  it('goes on where it was done in place, and comes back to nothing later', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy);
    proxy.failNext('step_up_required', { maxAge: 300 });
    await panel.press('Block');
    await panel.press('Sign in to continue');
    expect(panel.focused).to.equal('Block');
    await panel.press('Block');
    await panel.until(() => panel.toasts.includes('Mia Okafor was blocked.'));
    const next = await openHost(proxy);
    await next.settle();
    expect(next.dialog).to.equal(null);
  });

  it('opens nothing for an intent that another script has put together', async () => {
    const intent = { page: null, dialog: { operation: 'member.block', person: 'auth0|mia' } };
    sessionStorage.setItem('orgdesk:member /orgdesk', JSON.stringify({ at: Date.now(), intent }));
    const proxy = memberProxy();
    const panel = await openHost(proxy, { rows: [mia] });
    await panel.settle();
    expect(panel.dialog).to.equal(null);
    expect(proxy.requests).to.deep.equal([]);
    expect(sessionStorage.length).to.equal(0);
  });

  it('only says so where signing in is the host’s business', async () => {
    const proxy = memberProxy();
    const panel = await openDialog('member.block', proxy, { shared: { canSignIn: false } });
    proxy.failNext('step_up_required');
    await panel.press('Block');
    expect(panel.alerts[0]).to.contain('Sign in again to continue.');
    expect(panel.dialogButtons).to.deep.equal(['Cancel', 'Block']);
  });
});
