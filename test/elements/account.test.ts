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

describe('the account, what is shown', () => {
  it('has a section for each operation there is, and none for the others', async () => {
    const all = await openAccount();
    expect(all.accountHeadings).to.deep.equal([
      'Verify your email',
      'Password',
      'Where you are signed in',
      'Your data',
      'Delete account',
    ]);
    const few = await openAccount(accountProxy(everything.filter(({ name }) => name === 'profile.export')));
    expect(few.accountHeadings).to.deep.equal(['Your data']);
  });

  it('says why something is locked, instead of offering it', async () => {
    const { stepUp: _, ...locked } = { ...deletes, allowed: false, reason: 'recreated-at-login' } as const;
    const editor = await openAccount(accountProxy([locked]));
    expect(editor.accountText('Delete account')).to.contain(
      'would be created again the next time you sign in',
    );
    expect(editor.buttons).to.deep.equal([]);
  });

  it('can be worded by the host', async () => {
    const messages = { account: { export: { title: 'Take your data along' } } };
    const editor = await openAccount(accountProxy(), { messages });
    expect(editor.accountHeadings).to.contain('Take your data along');
    expect(editor.accountText('Take your data along')).to.contain('Everything this page may show');
  });

  it('has no button to delete anything where the host wants to read only', async () => {
    const editor = await openAccount(accountProxy(), { readOnly: true });
    expect(editor.accountHeadings).not.to.contain('Delete account');
  });
});

describe('the account, to be deleted on a later day', () => {
  const deletion = { requestedAt: '2026-11-24T10:00:00.000Z', dueAt: '2026-12-01T10:00:00.000Z' };

  it('says before that it can be taken back, and then shows the day', async () => {
    const proxy = accountProxy();
    proxy.answerAt('GET /deletion', () => Response.json({ ...plan, delayDays: 7 }));
    proxy.answerAt('DELETE ', () => {
      proxy.replaceElsewhere({ ...proxy.profile, deletion });
      return Response.json(deletion, { status: 202 });
    });
    const editor = await openAccount(proxy);
    const deleted = record(editor.element, 'account-deleted');
    await editor.press('Delete my account…');
    await editor.settle();
    expect(editor.dialogText).to.contain('Nothing is deleted for 7 days');
    await editor.typePhrase('grace@globex.example');
    await editor.press('Delete account');
    await editor.answered();
    await editor.settle();
    expect(editor.dialog).to.equal(null);
    expect(editor.text).to.contain('Your account will be deleted on December 1, 2026');
    expect(editor.accountHeadings).not.to.contain('Delete account');
    expect(deleted).to.have.length(0);
  });

  it('is kept by one press, and told when that did not work', async () => {
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

describe('the account, once the session has ended', () => {
  it('offers to sign in where the failure is told', async () => {
    const proxy = accountProxy();
    const editor = await openAccount(proxy);
    const maxAges: (number | undefined)[] = [];
    editor.element.login = async (maxAge) => void maxAges.push(maxAge);
    await editor.element.reload();
    await editor.answered();
    proxy.answerAt('GET /export', () => problemResponse('step_up_required', { maxAge: 120 }));
    await editor.press('Download as data (JSON)');
    await editor.settle();
    expect(editor.accountText('Your data')).to.contain('This needs a fresh sign-in.');
    await editor.press('Sign in');
    expect(maxAges).to.deep.equal([120]);
  });
});

describe('the account, mails', () => {
  it('sends the mail, says the same whatever comes of it, and counts down to the next', async () => {
    const clock = new FakeClock();
    try {
      const proxy = accountProxy();
      const editor = await openAccount(proxy);
      const requestCount = () => proxy.requests.filter(({ url }) => url.endsWith('/password-reset')).length;
      await editor.press('Send a mail to change the password');
      expect(editor.accountText('Password')).to.contain(
        `If ${address} can receive mail, a link is on its way.`,
      );
      expect(editor.accountText('Password')).to.contain('in 60 seconds');
      await editor.press('Send a mail to change the password');
      expect(requestCount()).to.equal(1);
      clock.pass(60);
      await editor.settle();
      expect(editor.accountText('Password')).not.to.contain('seconds');
      await editor.press('Send a mail to change the password');
      expect(requestCount()).to.equal(2);
    } finally {
      clock.restore();
    }
  });

  it('counts down as well when the proxy says that it is too soon', async () => {
    const proxy = accountProxy();
    proxy.answerAt('POST /password-reset', () => problemResponse('rate_limited', { retryAfter: 30 }));
    const editor = await openAccount(proxy);
    await editor.press('Send a mail to change the password');
    expect(editor.alerts).to.deep.equal(['Too many requests at the moment.']);
    expect(editor.accountText('Password')).to.match(/in (29|30) seconds/);
  });

  it('never asks for a password', async () => {
    const editor = await openAccount();
    expect(editor.element.shadowRoot?.querySelector('[type="password"]')).to.equal(null);
  });
});

describe('the account, sessions', () => {
  const heading = 'Where you are signed in';

  it('names browsers as people do, and the one at hand', async () => {
    const text = (await openAccount()).accountText(heading);
    expect(text).to.contain('Firefox, Windows This browser');
    expect(text).to.contain('Safari, iOS');
    expect(text).to.contain('Unknown browser');
    expect(text).to.contain('198.51.100.7');
  });

  it('takes a session that was ended out of the list, also when it had ended before', async () => {
    for (const gone of [false, true]) {
      const proxy = accountProxy();
      if (gone) proxy.answerAt('DELETE /sessions/phone', () => problemResponse('session_not_found'));
      const editor = await openAccount(proxy);
      const button = editor.element.shadowRoot?.querySelector<HTMLButtonElement>(
        '[aria-label="Sign out Safari, iOS"]',
      );
      button?.click();
      await editor.settle();
      await editor.settle();
      expect(editor.accountText(heading)).not.to.contain('Safari');
      expect(editor.accountText(heading)).to.contain('Signed out there.');
    }
  });

  it('leaves only this one, when all others are ended', async () => {
    const editor = await openAccount();
    await editor.press('Sign out everywhere else');
    await editor.settle();
    expect(editor.accountText(heading)).to.contain('Firefox');
    expect(editor.accountText(heading)).not.to.contain('Unknown browser');
  });

  it('keeps a session whose end failed, and says so', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE /sessions', () => problemResponse('upstream_unavailable', { requestId: 'r-1' }));
    const editor = await openAccount(proxy);
    await editor.press('Sign out everywhere else');
    await editor.settle();
    expect(editor.accountText(heading)).to.contain('Safari');
    expect(editor.alerts.join()).to.contain('has a problem at the moment');
    expect(editor.accountText(heading)).to.contain('Request r-1');
  });

  it('says that the plan shows none, and can be tried again after a failure', async () => {
    const proxy = accountProxy();
    proxy.answerAt('GET /sessions', () => problemResponse('upstream_timeout'));
    const editor = await openAccount(proxy);
    proxy.answerAt('GET /sessions', () => Response.json({ available: false, sessions: [] }));
    await editor.press('Try again');
    await editor.settle();
    expect(editor.accountText(heading)).to.contain('does not offer it');
  });

  it('says when nobody is signed in anywhere else', async () => {
    const proxy = accountProxy();
    proxy.answerAt('GET /sessions', () => Response.json({ ...sessionList, sessions: [] }));
    expect((await openAccount(proxy)).accountText(heading)).to.contain('No other browser');
  });
});

describe('the account, deleting it', () => {
  async function openDialog(proxy = accountProxy()) {
    const editor = await openAccount(proxy);
    await editor.press('Delete my account…');
    await editor.until(() => editor.dialog !== null);
    return { editor, proxy };
  }
  const deletions = ({ proxy }: { proxy: ReturnType<typeof accountProxy> }) =>
    proxy.requests.filter(({ method }) => method === 'DELETE').length;

  it('says who, what will happen, what will not, and starts on Cancel', async () => {
    const { editor } = await openDialog();
    expect(editor.dialogText).to.contain('Grace Reyes');
    expect(editor.dialogText).to.contain('You leave Globex and 2 other organizations.');
    expect(editor.dialogText).to.contain('backups hold about you is not deleted');
    expect(editor.focused).to.equal('Cancel');
  });

  it('asks nothing of the proxy before the phrase is right, and keeps what was typed', async () => {
    const { editor, proxy } = await openDialog();
    await editor.typePhrase('grace');
    await editor.press('Delete account');
    expect(editor.dialogText).to.contain(`This has to read “${address}”.`);
    expect(editor.dialog?.querySelector('input')?.value).to.equal('grace');
    expect(deletions({ proxy })).to.equal(0);
  });

  it('deletes, tells the host, and shows the receipt in place of everything else', async () => {
    const { editor, proxy } = await openDialog();
    const events = record(editor.element, 'account-deleted');
    await editor.typePhrase(address.toUpperCase());
    await editor.press('Delete account');
    await editor.settle();
    expect(deletions({ proxy })).to.equal(1);
    expect(events.map((event) => event.receipt)).to.deep.equal([receipt]);
    expect(editor.text).to.contain('Your account is deleted');
    expect(editor.text).to.contain('Receipt receipt-1');
    // To end the session is the host's, who brought it along.
    expect(editor.buttons).to.deep.equal(['Save the receipt']);
    expect(editor.groups).to.deep.equal([]);
    expect(editor.hasFocus).to.equal(true);
  });

  it('is refused by a host at once, or after a while', async () => {
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

  it('stays open on a failure, with what was typed', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE ', () => problemResponse('erasure_failed', { requestId: 'r-2' }));
    const { editor } = await openDialog(proxy);
    await editor.typePhrase(address);
    await editor.press('Delete account');
    await editor.settle();
    expect(editor.dialogText).to.contain('could not be erased, so nothing was deleted');
    expect(editor.dialog?.querySelector('input')?.value).to.equal(address);
  });

  it('shows what has changed when it is locked meanwhile', async () => {
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
    expect(editor.dialogText).to.contain('Make somebody else an admin first');
    expect(editor.dialog?.querySelector('[type="submit"]')).to.equal(null);
  });

  it('has the person sign in again, and is open again when they are back', async () => {
    const proxy = accountProxy();
    proxy.answerAt('DELETE ', () => problemResponse('step_up_required', { maxAge: 300 }));
    const { editor } = await openDialog(proxy);
    const maxAges: (number | undefined)[] = [];
    editor.element.login = async (maxAge) => void maxAges.push(maxAge);
    // A new session function is taken at the next call.
    await editor.typePhrase(address);
    await editor.press('Delete account');
    await editor.settle();
    expect(editor.dialogText).to.contain('needs a fresh sign-in');
    await editor.element.reload();
    await editor.press('Sign in again to go on');
    await editor.settle();
    expect(maxAges).to.deep.equal([300]);

    const { editor: back } = { editor: await openAccount(accountProxy()) };
    await back.until(() => back.dialog !== null);
    expect(back.dialogText).to.contain('Delete account');
  });

  it('closes by Escape and by Cancel, and gives the focus back', async () => {
    const { editor, proxy } = await openDialog();
    await editor.press('Cancel');
    expect(editor.dialog).to.equal(null);
    expect(editor.focused).to.equal('Delete my account…');
    expect(deletions({ proxy })).to.equal(0);
  });
});
