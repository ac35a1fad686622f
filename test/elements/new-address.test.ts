import { expect } from '@open-wc/testing';
import type { Problem } from '../../src/contract/problem.js';
import type { ProfileView } from '../../src/contract/profile.js';
import type { FieldView, OperationView } from '../../src/policy/views/view.js';
import { FakeClock } from './fake-clock.js';
import { openDatabase } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const download: OperationView = { name: 'profile.export', allowed: true, consequences: [] };
const verify: OperationView = { name: 'email.verify', allowed: true, consequences: ['mail-to-address'] };

/** An address that may be changed, with what the proxy says about it. */
function withEmail(more: Partial<FieldView>, view: ProfileView = openDatabase): ProfileView {
  const consequences = ['changes-sign-in', 'verification-mail', 'ends-sessions'] as const;
  const fields = view.fields.map((field) =>
    field.name === 'email' ? { ...field, verifiable: true as const, consequences, ...more } : field,
  );
  return { ...view, fields };
}

describe('profile-editor: a new address', () => {
  it('shows whether the stored address is verified, and that a typed one is unsaved', async () => {
    const editor = await openEditor(new ProxyStub(withEmail({ verified: false })));
    expect(editor.badge('email')).to.equal('Not verified');
    await editor.fill('email', 'grace.r@globex.example');
    expect(editor.badge('email')).to.equal('Unsaved');
  });

  describe('that is not verified', () => {
    const unverified = withEmail({ verified: false }, { ...openDatabase, operations: [verify] });

    it('is verified next to the address, and not while another one is typed', async () => {
      const editor = await openEditor(new ProxyStub(unverified));
      await editor.until(() => editor.verification !== '');
      expect(editor.verification)
        .to.contain('grace@globex.example isn’t verified yet. Use the link in the email we sent.')
        .and.contain('Resend verification email');
      await editor.fill('email', 'grace.r@globex.example');
      expect(editor.verification).to.equal('');
    });

    it('says why no email can be sent', async () => {
      const locked: OperationView = { ...verify, allowed: false, reason: 'delegated-session' };
      const editor = await openEditor(new ProxyStub({ ...unverified, operations: [locked] }));
      await editor.until(() => editor.verification !== '');
      expect(editor.verification).to.contain('You’re signed in on someone else’s behalf.');
      expect(editor.buttons).not.to.include('Resend verification email');
    });

    it('speaks of them on behalf of a member, and of nothing with hide-account', async () => {
      const editor = await openEditor(new ProxyStub({ ...unverified, own: false }));
      await editor.until(() => editor.verification !== '');
      expect(editor.verification).to.contain('They need to use the link in the email we sent.');
      editor.element.hideAccount = true;
      await editor.settle();
      expect(editor.verification).to.equal('');
      expect(editor.badge('email')).to.equal('Not verified');
    });
  });

  it('shows the consequences before saving, and describes Save with them', async () => {
    const editor = await openEditor(new ProxyStub(withEmail({})));
    await editor.fill('email', 'grace.r@globex.example');
    expect(editor.consequences).to.deep.equal([
      'Email: you’ll use the new one to sign in.',
      'We’ll send a verification email to grace.r@globex.example. Use the link in it to verify your address.',
      'You’ll be signed out everywhere else, and may need to sign in again here.',
    ]);
    expect(editor.saveDescription).to.contain('1 unsaved change').and.contain('signed out');
  });

  it('shows no consequences of an invalid or unchanged address', async () => {
    const editor = await openEditor(new ProxyStub(withEmail({})));
    await editor.fill('email', 'grace.r@');
    expect(editor.consequences).to.deep.equal([]);
    await editor.fill('email', 'GRACE@globex.example');
    expect(editor.unsaved).to.equal('');
  });

  it('shows the consequences for the member when edited on their behalf', async () => {
    const editor = await openEditor(new ProxyStub({ ...withEmail({}), own: false }));
    await editor.fill('email', 'grace.r@globex.example');
    expect(editor.consequences).to.include('They’ll be signed out everywhere.');
  });

  it('says that a recent sign-in is needed before Save is pressed', async () => {
    const editor = await openEditor(new ProxyStub(withEmail({ stepUp: true })), { login: async () => {} });
    await editor.fill('jobTitle', 'Chief');
    expect(editor.saveLabel).to.equal('Save');
    await editor.fill('email', 'grace.r@globex.example');
    expect(editor.saveLabel).to.equal('Sign in and save');
    expect(editor.consequences[0]).to.match(/^You’ll sign in again first/);
  });

  it('promises no sign-in where the host cannot be asked to', async () => {
    const editor = await openEditor(new ProxyStub(withEmail({ stepUp: true })));
    await editor.fill('email', 'grace.r@globex.example');
    expect(editor.saveLabel).to.equal('Save');
    expect(editor.consequences.join()).not.to.contain('sign in again first');
  });

  describe('changes from before a sign-in', () => {
    const key = 'orgdesk:draft /orgdesk ';
    const minutesAgo = (minutes: number, draft: object) => {
      const at = Date.now() - minutes * 60 * 1000;
      sessionStorage.setItem(key, JSON.stringify({ at, intent: { draft, save: true, scrollTop: 0 } }));
    };
    const profile = withEmail({});
    const draft = {
      userId: profile.person.userId,
      organizationId: profile.organization.id,
      typed: { email: 'grace.r@globex.example' },
      reason: '',
    };
    afterEach(() => sessionStorage.clear());

    it('are missed aloud when the sign-in took too long', async () => {
      minutesAgo(16, draft);
      const proxy = new ProxyStub(profile);
      const editor = await openEditor(proxy);
      expect(editor.alerts).to.deep.equal([
        'Your changes weren’t saved because signing in took too long. Enter them again.',
      ]);
      expect(proxy.patches).to.deep.equal([]);
      await expect(editor.element).to.be.accessible();
      await editor.press('Dismiss');
      expect(editor.alerts).to.deep.equal([]);
    });

    it('are missed aloud when someone else signed in', async () => {
      minutesAgo(1, { ...draft, userId: 'auth0|other' });
      const proxy = new ProxyStub(profile);
      const editor = await openEditor(proxy);
      expect(editor.alerts.join()).to.contain('signed in with a different account');
      expect(proxy.patches).to.deep.equal([]);
    });

    it('are missed aloud in German', async () => {
      minutesAgo(16, draft);
      const editor = await openEditor(new ProxyStub(profile), { lang: 'de' });
      await editor.until(() => editor.alerts.some((alert) => alert.includes('zu lange gedauert')));
    });
  });

  describe('that needs a recent sign-in', () => {
    const refusal: Partial<Problem> = {
      maxAge: 300,
      fields: [{ field: 'email', code: 'step_up_required' }],
    };
    /** An editor whose host signs in without leaving the page. */
    const open = async (profile: ProfileView, signIn: (proxy: ProxyStub) => void = () => {}) => {
      const proxy = new ProxyStub(profile);
      const maxAges: (number | undefined)[] = [];
      const login = async (maxAge?: number) => {
        maxAges.push(maxAge);
        proxy.replaceElsewhere(withEmail({}));
        signIn(proxy);
      };
      const editor = await openEditor(proxy, { login });
      await editor.fill('email', 'grace.r@globex.example');
      proxy.failNext('step_up_required', refusal);
      return { proxy, editor, maxAges };
    };

    it('signs the user in and saves, by one decision', async () => {
      const { proxy, editor, maxAges } = await open(withEmail({ stepUp: true }));
      await editor.press('Sign in and save');
      await editor.until(() => editor.showsSaved);
      expect(maxAges).to.deep.equal([300]);
      expect(editor.alerts).to.deep.equal([]);
      expect(proxy.patches.at(-1)?.fields).to.deep.equal({ email: 'grace.r@globex.example' });
      expect(editor.unsaved).to.equal('');
    });

    it('offers to sign in and save if the sign-in grew too old on the page', async () => {
      const { editor, maxAges } = await open(withEmail({}));
      await editor.press('Save');
      await editor.answered();
      expect(maxAges).to.deep.equal([]);
      expect(editor.alerts).to.include('Sign in again to save this change. Your changes are still here.');
      await editor.press('Sign in and save');
      await editor.until(() => editor.showsSaved);
      expect(maxAges).to.deep.equal([300]);
    });

    it('does not sign the user in twice for one decision', async () => {
      const { editor, maxAges } = await open(withEmail({ stepUp: true }), (proxy) => {
        // The profile is read first.
        proxy.answerNext(() => Response.json(withEmail({ stepUp: true }), { headers: { etag: proxy.etag } }));
        proxy.failNext('step_up_required', refusal);
      });
      await editor.press('Sign in and save');
      await editor.until(() => editor.alerts.length > 1);
      expect(maxAges).to.deep.equal([300]);
      expect(editor.alerts).to.include('Not saved yet. Review your changes and save.');
      expect(editor.saveLabel).to.equal('Sign in and save');
      expect(editor.focused).to.contain('Not saved yet.');
    });

    it('says that nothing is saved yet if the value changed in the meantime', async () => {
      const { proxy, editor } = await open(withEmail({ stepUp: true }), (proxy) =>
        proxy.changeElsewhere({ email: 'other@globex.example' }),
      );
      await editor.press('Sign in and save');
      await editor.until(() => editor.alerts.length > 0);
      expect(editor.alerts).to.deep.equal(['Not saved yet. Review your changes and save.']);
      expect(editor.conflict('email')).not.to.equal(null);
      expect(proxy.patches).to.have.length(1);
      await editor.keepMine('email');
      await editor.save();
      expect(editor.showsSaved).to.equal(true);
      expect(editor.alerts).to.deep.equal([]);
    });
  });

  it('shows that the address is unverified, and counts down to another email', async () => {
    const clock = new FakeClock();
    try {
      const proxy = new ProxyStub(
        withEmail({ verified: true }, { ...openDatabase, operations: [verify, download] }),
      );
      proxy.answerAt('POST /email-verification', () => Response.json({ retryAfter: 60 }, { status: 202 }));
      const editor = await openEditor(proxy);
      await editor.accountReady();
      await editor.fill('email', 'grace.r@globex.example');
      proxy.answerNext(() => {
        const stored = withEmail({ value: 'grace.r@globex.example', verified: false }, proxy.profile);
        proxy.replaceElsewhere(stored);
        const answer: ProfileView = { ...stored, verificationMail: { retryAfter: 60 } };
        return Response.json(answer, { headers: { etag: proxy.etag } });
      });
      await editor.save();
      expect(editor.badge('email')).to.equal('Not verified');
      expect(editor.verification).to.contain('We sent an email to grace.r@globex.example.');
      expect(editor.verification).to.contain('in 60 seconds');
      await editor.press('Resend verification email');
      expect(proxy.requests.filter(({ method }) => method === 'POST')).to.have.length(0);
      clock.pass(60);
      await editor.settle();
      await editor.press('Resend verification email');
      expect(proxy.requests.filter(({ method }) => method === 'POST')).to.have.length(1);
    } finally {
      clock.restore();
    }
  });

  it('has no badge if no one can verify it', async () => {
    const { verifiable: _, ...email } = openDatabase.fields.find(({ name }) => name === 'email') as FieldView;
    const fields = [{ ...email, verified: false }];
    const editor = await openEditor(new ProxyStub({ ...openDatabase, fields, operations: [verify] }));
    expect(editor.badge('email')).to.equal('');
    expect(editor.verification).to.equal('');
  });

  it('reloads when the user returns from the email', async () => {
    const proxy = new ProxyStub(withEmail({ verified: false }, { ...openDatabase, operations: [verify] }));
    const editor = await openEditor(proxy);
    await editor.until(() => editor.verification !== '');
    proxy.replaceElsewhere(withEmail({ verified: true }));
    document.dispatchEvent(new Event('visibilitychange'));
    await editor.answered();
    expect(editor.badge('email')).to.equal('Verified');
    const before = proxy.requests.length;
    document.dispatchEvent(new Event('visibilitychange'));
    await editor.answered();
    expect(proxy.requests).to.have.length(before);
  });
});
