import { expect } from '@open-wc/testing';
import { FakeClock } from './fake-clock.js';
import {
  accountProxy,
  deletes,
  everything,
  openAccount,
  plan,
  receipt,
  sessionList,
} from './account-scenes.js';
import { problemResponse } from './stub.js';
import { record } from './support.js';

const address = 'grace@globex.example';

describe('account: sections', () => {
  it('has one section for each operation of the profile', async () => {
    const all = await openAccount();
    expect(all.accountHeadings).to.deep.equal([
      'Password',
      'Where you’re signed in',
      'Your data',
      'Danger zone',
      'Delete account',
    ]);
    const few = await openAccount(accountProxy(everything.filter(({ name }) => name === 'profile.export')));
    expect(few.accountHeadings).to.deep.equal(['Your data']);
  });

  it('shows the reason of a locked operation instead of its button', async () => {
    const { stepUp: _, ...locked } = { ...deletes, allowed: false, reason: 'recreated-at-login' } as const;
    const editor = await openAccount(accountProxy([locked]));
    expect(editor.accountText('Delete account'))
      .to.contain('You can’t delete this account here.')
      .and.contain('would re-create your account the next time you sign in')
      .and.not.contain('Permanently');
    expect(editor.accountHeadings).to.deep.equal(['Delete account']);
    expect(editor.buttons).to.deep.equal([]);
  });

  it('uses the messages of the host', async () => {
    const messages = { account: { export: { title: 'Take your data along' } } };
    const editor = await openAccount(accountProxy(), { messages });
    expect(editor.accountHeadings).to.contain('Take your data along');
    expect(editor.accountText('Take your data along')).to.contain('Download a copy of your profile data.');
  });

  it('has no deletion section with read-only', async () => {
    const editor = await openAccount(accountProxy(), { readOnly: true });
    expect(editor.accountHeadings).not.to.contain('Delete account');
  });
});

describe('account: scheduled deletion', () => {
  const deletion = { requestedAt: '2026-11-24T10:00:00.000Z', dueAt: '2026-12-01T10:00:00.000Z' };

  it('says that the deletion can be canceled, and then shows its date', async () => {
    const proxy = accountProxy();
    proxy.answerAt('GET /deletion', () => Response.json({ ...plan, delayDays: 7 }));
    proxy.answerAt('DELETE ', () => {
      proxy.replaceElsewhere({ ...proxy.profile, deletion });
      return Response.json(deletion, { status: 202 });
    });
    const editor = await openAccount(proxy);
    const deleted = record(editor.element, 'account-deleted');
    await editor.press('Delete account…');
    await editor.settle();
    expect(editor.dialogText).to.contain(
      'Your account will be deleted in 7 days. You can cancel here until then.',
    );
    await editor.typePhrase('grace@globex.example');
    await editor.press('Delete account');
    await editor.answered();
    await editor.settle();
    expect(editor.dialog).to.equal(null);
    expect(editor.text).to.contain('Your account will be deleted on December 1, 2026');
    expect(editor.accountHeadings).not.to.contain('Delete account');
    expect(deleted).to.have.length(0);
  });

  it('cancels the deletion with one press, and reports a failure', async () => {
    const proxy = accountProxy();
    proxy.profile = { ...proxy.profile, deletion };
    proxy.answerAt('DELETE /deletion', () => problemResponse('upstream_unavailable'));
    const editor = await openAccount(proxy);
    await editor.press('Keep my account');
    await editor.settle();
    expect(editor.alerts.join(' ')).to.contain('Try again in a few minutes');
    proxy.answerAt('DELETE /deletion', () => {
      const { deletion: _, ...kept } = proxy.profile;
      proxy.replaceElsewhere(kept);
      return new Response(null, { status: 204 });
    });
    await editor.press('Keep my account');
    await editor.answered();
    await editor.settle();
    expect(editor.text).not.to.contain('will be deleted');
    expect(editor.accountHeadings).to.contain('Delete account');
  });
});

describe('account: expired session', () => {
  it('offers to sign in next to the failure', async () => {
    const proxy = accountProxy();
    const editor = await openAccount(proxy);
    const maxAges: (number | undefined)[] = [];
    editor.element.login = async (maxAge) => void maxAges.push(maxAge);
    await editor.element.reload();
    await editor.answered();
    proxy.answerAt('GET /export', () => problemResponse('step_up_required', { maxAge: 120 }));
    await editor.press('Download as JSON');
    await editor.settle();
    expect(editor.accountText('Your data')).to.contain('Sign in again to continue.');
    await editor.press('Sign in');
    expect(maxAges).to.deep.equal([120]);
  });
});

describe('account: emails', () => {
  it('sends the email, never says whether it arrives, and counts down to the next one', async () => {
    const clock = new FakeClock();
    try {
      const proxy = accountProxy();
      const editor = await openAccount(proxy);
      const requestCount = () => proxy.requests.filter(({ url }) => url.endsWith('/password-reset')).length;
      await editor.press('Send reset link');
      await editor.until(() => editor.accountText('Password').includes('in 60 seconds'));
      expect(editor.accountText('Password')).to.contain(
        `If ${address} can receive email, the link will arrive in a few minutes.`,
      );
      await editor.press('Send reset link');
      expect(requestCount()).to.equal(1);
      clock.pass(60);
      await editor.settle();
      expect(editor.accountText('Password')).not.to.contain('seconds');
      await editor.press('Send reset link');
      await editor.until(() => requestCount() === 2);
    } finally {
      clock.restore();
    }
  });

  it('counts down when the proxy says that it is too soon', async () => {
    const proxy = accountProxy();
    proxy.answerAt('POST /password-reset', () => problemResponse('rate_limited', { retryAfter: 30 }));
    const editor = await openAccount(proxy);
    await editor.press('Send reset link');
    await editor.until(() => editor.alerts.length > 0);
    expect(editor.alerts).to.deep.equal(['Too many requests.']);
    expect(editor.accountText('Password')).to.match(/in (29|30) seconds/);
  });

  it('says that an email may have been sent, and when another one can be', async () => {
    const proxy = accountProxy();
    proxy.answerAt('POST /password-reset', () => problemResponse('outcome_unknown', { retryAfter: 52 }));
    const editor = await openAccount(proxy);
    await editor.press('Send reset link');
    await editor.until(() => editor.alerts.length > 0);
    expect(editor.alerts).to.deep.equal([
      'We don’t know whether the email was sent. Check the inbox before you send another.',
    ]);
    expect(editor.accountText('Password')).to.match(/in (51|52) seconds/);
  });

  it('never has a password input', async () => {
    const editor = await openAccount();
    expect(editor.element.shadowRoot?.querySelector('[type="password"]')).to.equal(null);
  });
});

describe('account: sessions', () => {
  const heading = 'Where you’re signed in';

  it('names each browser, and marks the current session', async () => {
    const text = (await openAccount()).accountText(heading);
    expect(text).to.contain('Firefox, Windows This browser');
    expect(text).to.contain('Safari, iOS');
    expect(text).to.contain('Unknown browser');
    expect(text).to.contain('198.51.100.7');
  });

  it('removes an ended session from the list, even if it had ended before', async () => {
    for (const gone of [false, true]) {
      const proxy = accountProxy();
      if (gone) proxy.answerAt('DELETE /sessions/phone', () => problemResponse('session_not_found'));
      const editor = await openAccount(proxy);
      const button = editor.element.shadowRoot?.querySelector<HTMLButtonElement>(
        '[aria-label="Sign out of Safari, iOS"]',
      );
      button?.click();
      await editor.settle();
      await editor.settle();
      expect(editor.accountText(heading)).not.to.contain('Safari');
      expect(editor.accountText(heading)).to.contain('Session ended.');
    }
  });

  it('leaves only the current session when all others are ended', async () => {
    const editor = await openAccount();
    await editor.press('Sign out everywhere else');
    await editor.settle();
    expect(editor.accountText(heading)).to.contain('Firefox');
    expect(editor.accountText(heading)).not.to.contain('Unknown browser');
  });

  it('keeps a session that could not be ended, and reports it', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE /sessions', () => problemResponse('upstream_unavailable', { requestId: 'r-1' }));
    const editor = await openAccount(proxy);
    await editor.press('Sign out everywhere else');
    await editor.settle();
    expect(editor.accountText(heading)).to.contain('Safari');
    expect(editor.alerts.join()).to.contain('Something went wrong. Try again in a few minutes.');
    expect(editor.accountText(heading)).to.contain('Request ID: r-1');
  });

  it('says that the plan has no sessions, and offers a retry after a failure', async () => {
    const proxy = accountProxy();
    proxy.answerAt('GET /sessions', () => problemResponse('upstream_timeout'));
    const editor = await openAccount(proxy);
    proxy.answerAt('GET /sessions', () => Response.json({ available: false, sessions: [] }));
    await editor.press('Try again');
    await editor.settle();
    expect(editor.accountText(heading)).to.contain('isn’t available for your organization');
  });

  it('says when there are no sessions', async () => {
    const proxy = accountProxy();
    proxy.answerAt('GET /sessions', () => Response.json({ ...sessionList, sessions: [] }));
    expect((await openAccount(proxy)).accountText(heading)).to.contain('You’re not signed in anywhere else.');
  });
});

describe('account: deletion', () => {
  async function openDialog(proxy = accountProxy()) {
    const editor = await openAccount(proxy);
    await editor.press('Delete account…');
    await editor.until(() => editor.dialog !== null);
    return { editor, proxy };
  }
  const deletions = ({ proxy }: { proxy: ReturnType<typeof accountProxy> }) =>
    proxy.requests.filter(({ method }) => method === 'DELETE').length;

  it('shows the person and the consequences, and focuses Cancel', async () => {
    const { editor } = await openDialog();
    expect(editor.dialogText).to.contain('Grace Reyes');
    expect(editor.dialogText).to.contain('You’ll leave Globex and 2 other organizations.');
    expect(editor.dialogText).to.contain('Data about you in other systems and backups won’t be deleted.');
    expect(editor.focused).to.equal('Cancel');
  });

  it('sends nothing until the phrase matches, and keeps what was typed', async () => {
    const { editor, proxy } = await openDialog();
    await editor.typePhrase('grace');
    await editor.press('Delete account');
    expect(editor.dialogText).to.contain(`Type “${address}” to continue.`);
    expect(editor.dialog?.querySelector('input')?.value).to.equal('grace');
    expect(deletions({ proxy })).to.equal(0);
  });

  it('deletes the account, fires account-deleted, and shows the receipt', async () => {
    const { editor, proxy } = await openDialog();
    const events = record(editor.element, 'account-deleted');
    await editor.typePhrase(address.toUpperCase());
    await editor.press('Delete account');
    await editor.settle();
    expect(deletions({ proxy })).to.equal(1);
    expect(events.map((event) => event.receipt)).to.deep.equal([receipt]);
    expect(editor.text).to.contain('Your account was deleted');
    expect(editor.text).to.contain('Reference: receipt-1');
    // To end the session is the host's, who brought it along.
    expect(editor.buttons).to.deep.equal(['Download receipt']);
    expect(editor.groups).to.deep.equal([]);
    expect(editor.hasFocus).to.equal(true);
  });

  it('is refused by preventDefault() or waitFor()', async () => {
    for (const refuse of [
      (event: HTMLElementEventMap['account-delete-request']) => event.preventDefault(),
      (event: HTMLElementEventMap['account-delete-request']) => event.waitFor(Promise.resolve(false)),
      (event: HTMLElementEventMap['account-delete-request']) =>
        event.waitFor(Promise.reject(new Error('no'))),
    ]) {
      const { editor, proxy } = await openDialog();
      editor.element.addEventListener('account-delete-request', refuse);
      await editor.typePhrase(address);
      await editor.press('Delete account');
      await editor.settle();
      expect(deletions({ proxy })).to.equal(0);
      expect(editor.dialog, 'the dialog stays open').not.to.equal(null);
    }
  });

  it('keeps the dialog and the phrase after a failure', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE ', () => problemResponse('erasure_failed', { requestId: 'r-2' }));
    const { editor } = await openDialog(proxy);
    await editor.typePhrase(address);
    await editor.press('Delete account');
    await editor.settle();
    expect(editor.dialogText).to.contain('couldn’t erase your data, so nothing was deleted');
    expect(editor.dialog?.querySelector('input')?.value).to.equal(address);
  });

  it('shows the reason when the deletion was locked in the meantime', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE ', () => problemResponse('operation_locked', { reason: 'last-admin' }));
    const { editor } = await openDialog(proxy);
    const { stepUp: _, ...locked } = { ...deletes, allowed: false, reason: 'last-admin' } as const;
    proxy.answerAt('GET /deletion', () =>
      Response.json({
        operation: locked,
        organization: { id: 'org_globex', name: 'globex', displayName: 'Globex' },
        otherOrganizations: 0,
      }),
    );
    await editor.typePhrase(address);
    await editor.press('Delete account');
    await editor.settle();
    await editor.settle();
    expect(editor.dialogText).to.contain('Make someone else an admin first');
    expect(editor.dialog?.querySelector('[type="submit"]')).to.equal(null);
  });

  it('signs the user in again, and reopens the dialog afterwards', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE ', () => problemResponse('step_up_required', { maxAge: 300 }));
    const { editor } = await openDialog(proxy);
    const maxAges: (number | undefined)[] = [];
    editor.element.login = async (maxAge) => void maxAges.push(maxAge);
    // A new session function is taken at the next call.
    await editor.typePhrase(address);
    await editor.press('Delete account');
    await editor.settle();
    expect(editor.dialogText).to.contain('To delete your account, sign in again first.');
    await editor.element.reload();
    await editor.press('Sign in to continue');
    await editor.settle();
    expect(maxAges).to.deep.equal([300]);

    const { editor: back } = { editor: await openAccount(accountProxy()) };
    await back.until(() => back.dialog !== null);
    expect(back.dialogText).to.contain('Delete account');
  });

  it('says that nothing was deleted if the sign-in took too long', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE ', () => problemResponse('step_up_required', { maxAge: 300 }));
    const { editor } = await openDialog(proxy);
    editor.element.login = async () => {};
    await editor.typePhrase(address);
    await editor.press('Delete account');
    await editor.settle();
    await editor.element.reload();
    await editor.press('Sign in to continue');
    await editor.settle();

    const { now } = Date;
    Date.now = () => now() + 15 * 60 * 1000;
    try {
      const back = await openAccount(accountProxy());
      await back.until(() => back.alerts.length > 0);
      expect(back.alerts).to.deep.equal([
        'Your account wasn’t deleted because signing in took too long. Start again.',
      ]);
      expect(back.dialog).to.equal(null);
      await back.press('Delete account…');
      await back.until(() => back.dialog !== null);
      expect(back.alerts).to.deep.equal([]);
    } finally {
      Date.now = now;
    }
  });

  it('closes with Escape and Cancel, and returns the focus', async () => {
    const { editor, proxy } = await openDialog();
    await editor.press('Cancel');
    expect(editor.dialog).to.equal(null);
    expect(editor.focused).to.equal('Delete account…');
    expect(deletions({ proxy })).to.equal(0);
  });
});
