import { expect } from '@open-wc/testing';
import { ProxyProblem } from '../../src/client/problem.js';
import type { ProfileEditorHarness } from '../harness/profile-editor.js';
import { FakeClock } from './fake-clock.js';
import { database, openDatabase, withValues } from './profiles.js';
import { problemResponse, ProxyStub } from './stub.js';
import { openEditor, record } from './support.js';

const page = () =>
  new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));

describe('profile-editor: loading fails', () => {
  const failures: [string, (proxy: ProxyStub) => void, string][] = [
    ['500', (proxy) => proxy.failNext('internal', { requestId: 'req_1' }), 'Something went wrong'],
    ['504', (proxy) => proxy.failNext('upstream_timeout'), 'Try again in a few minutes'],
    ['a page with 200', (proxy) => proxy.answerNext(page), 'Something went wrong'],
    [
      'a page with 502',
      (proxy) => proxy.answerNext(() => new Response('<h1>', { status: 502 })),
      'Something went wrong',
    ],
    ['no network', (proxy) => proxy.answerNext(noNetwork), 'Couldn’t reach the server'],
  ];
  for (const [name, fail, message] of failures) {
    it(`${name}: says so, and tries again on request`, async () => {
      const proxy = new ProxyStub(database);
      fail(proxy);
      const editor = await openEditor(proxy);
      expect(editor.element.matches(':state(error)')).to.equal(true);
      expect(editor.alerts.join()).to.contain('Couldn’t load your profile').and.to.contain(message);
      expect(editor.buttons).to.deep.equal(['Try again']);
      await editor.press('Try again');
      await editor.answered();
      expect(editor.heading).to.equal('Grace Reyes');
      expect(editor.hasFocus).to.equal(true);
    });
  }

  it('shows the request ID', async () => {
    const proxy = new ProxyStub(database);
    proxy.failNext('internal', { requestId: 'req_42' });
    expect((await openEditor(proxy)).text).to.contain('Request ID: req_42');
  });

  it('keeps the form when a reload fails', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    proxy.failNext('internal');
    await editor.element.reload();
    await editor.settle();
    expect(editor.value('jobTitle')).to.equal('Chief');
    expect(editor.alerts.join()).to.contain('Your changes are still here');
    await editor.press('Try again');
    await editor.answered();
    expect(editor.alerts).to.deep.equal([]);
    expect(editor.value('jobTitle')).to.equal('Chief');
  });
});

describe('profile-editor: signed out', () => {
  it('shows no alert, and no button that would not work', async () => {
    const proxy = new ProxyStub(database);
    proxy.answerNext(() => Promise.reject(new ProxyProblem('sign_in_required')));
    const editor = await openEditor(proxy);
    expect(editor.element.matches(':state(signed-out)')).to.equal(true);
    expect(editor.heading).to.equal('You’re signed out');
    expect(editor.alerts).to.deep.equal([]);
    expect(editor.buttons).to.deep.equal(['Try again']);
  });

  it('has the user choose an organization if they signed in without one', async () => {
    const proxy = new ProxyStub(database);
    proxy.failNext('token_without_organization', { requestId: 'r-1' });
    const editor = await openEditor(proxy);
    expect(editor.heading).to.equal('You’re not signed in to an organization');
    expect(editor.text)
      .to.contain('Sign in to your organization to see your profile.')
      .and.not.contain('r-1');
    expect(editor.buttons).to.deep.equal([]);
    await expect(editor.element).to.be.accessible();

    proxy.failNext('token_without_organization');
    let choices = 0;
    editor.element.chooseOrganization = async () => void (choices += 1);
    await editor.element.reload();
    await editor.answered();
    expect(editor.buttons).to.deep.equal(['Choose an organization']);
    await editor.press('Choose an organization');
    await editor.answered();
    expect(editor.value('jobTitle')).not.to.equal('');
    expect(choices).to.equal(1);
  });

  it('says that the account is blocked, and lets another one sign in', async () => {
    const proxy = new ProxyStub(database);
    proxy.answerNext(() => Promise.reject(new ProxyProblem('sign_in_blocked')));
    const ages: (number | undefined)[] = [];
    const editor = await openEditor(proxy, { login: async (maxAge) => void ages.push(maxAge) });
    expect(editor.heading).to.equal('Couldn’t sign you in');
    expect(editor.text).to.contain('Your account is blocked. Contact an admin of your organization.');
    expect(editor.buttons).to.deep.equal(['Use a different account']);
    await editor.press('Use a different account');
    expect(ages).to.deep.equal([0]);
  });

  it('keeps the draft when the session ends while editing', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    proxy.failNext('token_expired');
    await editor.save();
    expect(editor.alerts.join()).to.contain('Your session expired');
    expect(editor.value('jobTitle')).to.equal('Chief');
    await editor.save();
    expect(editor.showsSaved).to.equal(true);
  });
});

describe('profile-editor: saving fails', () => {
  let proxy: ProxyStub;
  let editor: ProfileEditorHarness;

  beforeEach(async () => {
    proxy = new ProxyStub(openDatabase);
    editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    await editor.fill('deskPhone', '+351215550100');
  });

  const failures: [string, () => Response | Promise<Response>][] = [
    ['500', () => problemResponse('internal')],
    ['a page with 200', page],
    ['no network', noNetwork],
  ];
  for (const [name, answer] of failures) {
    it(`${name}: tells, keeps what was typed and the focus, and can be repeated`, async () => {
      proxy.answerNext(answer);
      await editor.save();
      expect(editor.alerts.join()).to.contain('Your changes are still here');
      expect(editor.value('jobTitle')).to.equal('Chief');
      expect(editor.focused).to.equal('Save');
      expect(editor.element.matches(':state(ready)')).to.equal(true);
      await editor.save();
      expect(editor.alerts).to.deep.equal([]);
      expect(proxy.profile.fields.find((field) => field.name === 'jobTitle')?.value).to.equal('Chief');
    });
  }

  it('stores nothing twice if the response to a save was lost', async () => {
    const saved = record(editor.element, 'profile-saved');
    proxy.answerNext(() => {
      proxy.changeElsewhere({ jobTitle: 'Chief', deskPhone: '+351215550100' });
      return page();
    });
    await editor.save();
    expect(editor.alerts.join()).to.contain('Your changes are still here');
    const stored = proxy.etag;
    await editor.save();
    expect(editor.showsSaved).to.equal(true);
    expect(editor.alerts).to.deep.equal([]);
    expect(proxy.etag).to.equal(stored);
    expect(saved.map(({ changed }) => changed)).to.deep.equal([['jobTitle', 'deskPhone']]);
  });

  it('shows rejections next to their fields, focuses the first, and clears them on typing', async () => {
    proxy.failNext('value_invalid', {
      fields: [
        { field: 'deskPhone', code: 'value_in_use' },
        { field: 'jobTitle', code: 'value_invalid', violation: { code: 'too-long', limit: 3 } },
      ],
    });
    await editor.save();
    expect(editor.error('jobTitle')).to.equal('Use 3 characters or fewer.');
    expect(editor.error('deskPhone')).to.contain('This is already in use');
    expect(editor.focused).to.equal('Job title');
    await editor.type('jobTitle', 'CEO');
    expect(editor.error('jobTitle')).to.equal('');
    expect(editor.error('deskPhone')).not.to.equal('');
  });

  it('shows why a field was rejected as locked', async () => {
    proxy.failNext('field_locked', {
      fields: [{ field: 'jobTitle', code: 'field_locked', reason: 'not-allowed' }],
    });
    await editor.save();
    expect(editor.error('jobTitle')).to.contain('Your organization doesn’t allow you to change this');
  });

  it('reports a partial save, and keeps the rest', async () => {
    const saved = record(editor.element, 'profile-saved');
    proxy.changeElsewhere({ jobTitle: 'Chief', language: 'de' });
    const current = { profile: proxy.profile, etag: proxy.etag };
    proxy.failNext('value_in_use', {
      saved: ['jobTitle'],
      fields: [{ field: 'deskPhone', code: 'value_in_use' }],
      current,
    });
    await editor.save();
    expect(editor.alerts.join()).to.contain('Saved Job title. Your other changes weren’t saved');
    expect(editor.unsaved).to.equal('1 unsaved change');
    expect(editor.value('language')).to.equal('de');
    expect(editor.focused).to.equal('Desk phone');
    expect(saved.map((event) => event.changed)).to.deep.equal([['jobTitle']]);
    await editor.save();
    expect(proxy.patches.at(-1)?.fields).to.deep.equal({ deskPhone: '+351215550100' });
  });

  it('counts down after 429, and saves again at zero', async () => {
    const clock = new FakeClock();
    try {
      proxy.failNext('rate_limited', { retryAfter: 3 });
      await editor.save();
      expect(editor.alerts.join()).to.contain('Too many requests');
      expect(editor.countdown).to.equal('You can try again in 3 seconds.');
      expect(editor.announcement).to.equal('You can try again in 3 seconds.');
      expect(editor.canSave).to.equal(false);
      await editor.startSave();
      expect(proxy.patches).to.have.length(1);
      clock.pass(2);
      await editor.settle();
      expect(editor.countdown).to.equal('You can try again in 1 second.');
      expect(editor.announcement, 'not read out every second').to.equal('You can try again in 3 seconds.');
      clock.pass(1);
      await editor.settle();
      expect(editor.canSave).to.equal(true);
      expect(editor.announcement).to.equal('You can try again now.');
      expect(clock.ticking).to.equal(0);
      await editor.save();
      expect(editor.showsSaved).to.equal(true);
    } finally {
      clock.restore();
    }
  });
});

describe('profile-editor: leaving the page and coming back', () => {
  it('aborts reading when removed, and reads again when reattached', async () => {
    const proxy = new ProxyStub(database);
    proxy.holdNext();
    const editor = await openEditor(proxy, { waiting: true });
    const { parentElement } = editor.element;
    editor.element.remove();
    // In the same task, it could be a move.
    await Promise.resolve();
    expect(proxy.requests[0]?.signal?.aborted).to.equal(true);
    parentElement?.append(editor.element);
    await editor.answered();
    expect(editor.heading).to.equal('Grace Reyes');
    expect(proxy.requests).to.have.length(2);
  });

  it('keeps the draft, and finishes a save in flight', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    const { parentElement } = editor.element;
    await editor.fill('jobTitle', 'Chief');
    editor.element.remove();
    parentElement?.append(editor.element);
    await editor.answered();
    expect(editor.value('jobTitle')).to.equal('Chief');
    const release = proxy.holdNext();
    await editor.startSave();
    editor.element.remove();
    release();
    parentElement?.append(editor.element);
    await editor.answered();
    expect(proxy.patches).to.have.length(1);
    expect(editor.value('jobTitle')).to.equal('Chief');
    expect(editor.buttons).to.deep.equal([]);
  });

  it('drops the draft if another user is signed in', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    const person = { userId: 'auth0|ada', name: 'Ada Keller', picture: null };
    proxy.replaceElsewhere({ ...withValues(database, { jobTitle: 'CTO' }), person });
    await editor.element.reload();
    await editor.settle();
    expect(editor.heading).to.equal('Ada Keller');
    expect(editor.value('jobTitle')).to.equal('CTO');
    expect(editor.buttons).to.deep.equal([]);
  });
});
