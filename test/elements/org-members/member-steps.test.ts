import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { MemberHarness } from '../../harness/member-panel.js';
import type { OrgMembersHarness } from '../../harness/org-members.js';
import { World } from '../../../stories/world.js';
import { openHost } from './member-host.js';
import { ben, memberProxy, mia } from './member-scenes.js';
import { openPanel } from './panel.js';
import { ClipboardStub } from '../../harness/clipboard.js';

const lio = { userId: 'auth0|lio', name: 'Lio Brandt', email: 'lio@acme.example', picture: null };
const rows = [mia, ben, lio];

/** The panel in front of the real proxy, with an organization of 63 people, ten of whom are on a page. */
async function openCrowd() {
  const world = new World({ seed: 'crowd:60' });
  const fetch = world.sessionOf('cara@crowd.example', 'crowd');
  const panel = await openPanel({ fetch }, { urlHash: true });
  const person = new MemberHarness(panel.element);
  await panel.choosePageSize(10);
  return { panel, person };
}

async function openNth(
  panel: OrgMembersHarness,
  person: MemberHarness<OrgMembersHarness['element']>,
  nth: number,
) {
  await panel.press(panel.names.at(nth) ?? expect.fail());
  await person.until(() => person.isOpen && person.heading !== '');
}

describe('org-members: from one member to the next', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('goes on and back in the order of the list, and keeps the focus on the button', async () => {
    const panel = await openHost(memberProxy(), { rows });
    await panel.openRow('Ben Roth');
    expect(panel.position).to.equal('2 of 3');
    panel.focusOn('Next member');
    await sendKeys({ press: 'Enter' });
    await panel.loaded();
    expect(panel.editor.element.userId).to.equal(lio.userId);
    expect(panel.position).to.equal('3 of 3');
    expect(panel.focused).to.equal('Next member');
    expect(panel.isIdle('Next member')).to.equal(true);
    expect(panel.statuses).to.include('Lio Brandt: 3 of 3');
    await sendKeys({ press: 'Enter' });
    await panel.settle();
    expect(panel.editor.element.userId).to.equal(lio.userId);
    await panel.press('Previous member');
    await panel.press('Previous member');
    await panel.loaded();
    expect(panel.editor.element.userId).to.equal(mia.userId);
    expect(panel.isIdle('Previous member')).to.equal(true);
    expect(panel.focused).to.equal('Previous member');
  });

  it('asks before unsaved changes are lost', async () => {
    const panel = await openHost(memberProxy(), { rows });
    await panel.openRow('Mia Okafor');
    await panel.edit();
    await panel.editor.fill('jobTitle', 'Chief');
    await panel.press('Next member');
    expect(panel.dialogTitle).to.equal('Discard unsaved changes?');
    await panel.press('Keep editing');
    expect(panel.editor.value('jobTitle')).to.equal('Chief');
    expect(panel.focused).to.equal('Next member');
    await panel.press('Next member');
    await panel.press('Discard changes');
    await panel.loaded();
    expect(panel.editor.element.userId).to.equal(ben.userId);
  });

  it('goes nowhere from someone who is not in the list, and says so', async () => {
    const panel = await openHost(memberProxy(), { rows: [ben, lio] });
    await panel.open(mia.userId);
    expect(panel.position).to.equal('Not on this page of the list');
    expect(panel.isIdle('Next member')).to.equal(true);
    expect(panel.isIdle('Previous member')).to.equal(true);
  });

  it('copies the address, and says if it could not', async () => {
    const panel = await openHost(memberProxy(), { rows });
    await panel.openRow('Mia Okafor');
    const clipboard = new ClipboardStub();
    try {
      await panel.press('Copy link');
      await panel.until(() => panel.toasts.includes('Link copied.'));
      clipboard.refuse();
      await panel.press('Copy link');
      await panel.until(() => panel.toasts.length === 2);
      clipboard.remove();
      await panel.press('Copy link');
      await panel.until(() => panel.toasts.length === 3);
    } finally {
      clipboard.restore();
    }
    expect(clipboard.copied).to.deep.equal([location.href]);
    const refused = 'Couldn’t copy the link. Copy it from the address bar.';
    expect(panel.toasts.slice(1)).to.deep.equal([refused, refused]);
  });

  it('turns the page of the list, and the address follows', async () => {
    const { panel, person } = await openCrowd();
    await openNth(panel, person, -1);
    const last = person.heading;
    expect(person.position).to.equal('10 of 63');
    await person.press('Next member');
    await person.until(() => person.heading !== last && person.heading !== '');
    expect(person.position).to.equal('11 of 63');
    expect(panel.range).to.equal('11–20 of 63');
    expect(panel.currentRow).to.equal(panel.names[0]);
    expect(person.heading).to.equal(panel.names[0]);
    expect(person.focused).to.equal('Next member');
    expect(new URLSearchParams(location.hash.slice(1)).get('member')).to.equal(panel.element.member);
    await person.press('Previous member');
    await person.until(() => person.heading === last);
    expect(panel.range).to.equal('1–10 of 63');
    await sendKeys({ press: 'Escape' });
    await panel.until(() => panel.focused === `row of ${last}`);
  });

  it('asks the host before it opens someone else', async () => {
    const { panel, person } = await openCrowd();
    await openNth(panel, person, 0);
    const { heading } = person;
    const asked: string[] = [];
    panel.element.addEventListener('member-open-request', (event) => {
      asked.push(event.userId);
      event.preventDefault();
    });
    await person.press('Next member');
    await panel.settle();
    expect(asked).to.have.length(1);
    expect(person.heading).to.equal(heading);
  });
});

describe('org-members: a member’s page in place of the list', () => {
  afterEach(async () => {
    history.replaceState(null, '', location.pathname + location.search);
    await setViewport({ width: 800, height: 600 });
  });

  it('has a list of its sections, and keeps its place in the address', async () => {
    await setViewport({ width: 1200, height: 700 });
    const { panel, person } = await openCrowd();
    await openNth(panel, person, 0);
    await person.press('Open as page');
    await person.until(() => person.nav.length > 2);
    expect(person.showsList).to.equal(false);
    expect(person.focused).to.equal('Open beside the list');
    expect(person.nav.map((title) => title.replace(/[[\]]/g, ''))).to.deep.equal(person.sections);
    expect(location.hash).to.contain('member-view=page');
    const { heading } = person;
    await person.press('Next member');
    await person.until(() => person.heading !== '' && person.heading !== heading);
    expect(person.showsList).to.equal(false);
    await person.press('Open beside the list');
    expect(person.showsList).to.equal(true);
    expect(location.hash).not.to.contain('member-view');
    await person.press('Open as page');
    await person.close();
    await panel.until(() => !person.isOpen);
    expect(person.showsList).to.equal(true);
    expect(location.hash).not.to.contain('member');
  });

  it('opens from its address', async () => {
    await setViewport({ width: 1200, height: 700 });
    const { panel, person } = await openCrowd();
    await openNth(panel, person, 0);
    const { member } = panel.element;
    await person.close();
    await panel.until(() => location.hash === '');
    location.hash = new URLSearchParams({ member, 'member-view': 'page' }).toString();
    await person.until(() => person.isOpen && person.heading !== '');
    expect(person.showsList).to.equal(false);
    history.back();
    await person.until(() => !person.isOpen);
    expect(person.showsList).to.equal(true);
  });

  it('is not offered where the page has the list’s place anyway', async () => {
    await setViewport({ width: 500, height: 700 });
    const panel = await openHost(memberProxy(), { rows });
    await panel.openRow('Mia Okafor');
    expect(panel.isShown('Open as page')).to.equal(false);
    expect(panel.isShown('Next member')).to.equal(true);
  });

  it('moves to a section by keyboard', async () => {
    await setViewport({ width: 1200, height: 700 });
    const panel = await openHost(memberProxy(), { rows });
    await panel.openRow('Mia Okafor');
    await panel.press('Open as page');
    await panel.until(() => panel.nav.length > 2);
    panel.focusOnNav('Activity');
    await sendKeys({ press: 'Enter' });
    await panel.settle();
    expect(panel.focused).to.equal('Activity');
    expect(panel.nav).to.include('[Activity]');
  });
});
