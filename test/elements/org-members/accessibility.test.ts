import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { OrgMembersHarness } from '../../harness/org-members.js';
import { activityEntries } from './activity-entries.js';
import { openPanel } from './panel.js';
import { admin, PanelStub } from './panel-stub.js';

type Theme = 'light' | 'dark';
type Scene = (theme: Theme) => Promise<OrgMembersHarness>;

const scenes: Record<string, Scene> = {
  loading: async (theme) => {
    const proxy = new PanelStub(3);
    proxy.holdNext('/members');
    const panel = await openPanel(proxy, { theme, waiting: true });
    await panel.until(() => panel.showsSkeleton);
    return panel;
  },
  ready: (theme) => openPanel(new PanelStub(60), { theme }),
  'read-only': (theme) => openPanel(new PanelStub(3), { theme, readOnly: true }),
  selected: async (theme) => {
    const panel = await openPanel(new PanelStub(5), { theme });
    await panel.tickAll();
    return panel;
  },
  'everyone selected': async (theme) => {
    const panel = await openPanel(new PanelStub(60), { theme });
    await panel.tickAll();
    await panel.press('Select all 60 matching');
    await panel.until(() => panel.selection === '60 selected');
    return panel;
  },
  'too many to select': async (theme) => {
    const proxy = new PanelStub(60);
    proxy.hasMore = true;
    const panel = await openPanel(proxy, { theme });
    await panel.tickAll();
    await panel.press('Select all 60 matching');
    await panel.until(() => panel.alerts.length > 0);
    return panel;
  },
  'a menu': async (theme) => {
    const panel = await openPanel(new PanelStub(5), { theme });
    await panel.press('Actions for Person 2');
    return panel;
  },
  'a filter': async (theme) => {
    const panel = await openPanel(new PanelStub(5), { theme });
    await panel.choose('Status', 'blocked');
    return panel;
  },
  'a red brand': async (theme) => {
    const proxy = new PanelStub(5);
    const branding = { logoUrl: null, primaryColor: '#c8321f' };
    proxy.info = { ...admin, organization: { ...admin.organization, branding } };
    const panel = await openPanel(proxy, { theme });
    await panel.tick('Person 1');
    await panel.choose('Status', 'blocked');
    return panel;
  },
  roles: async (theme) => {
    const panel = await openPanel(new PanelStub(5), { theme });
    await panel.press('Change roles for Person 2');
    await panel.until(() => Object.keys(panel.checklist ?? {}).length > 0);
    return panel;
  },
  'a toast': async (theme) => {
    const proxy = new PanelStub(5);
    const panel = await openPanel(proxy, { theme });
    await panel.press('Change roles for Person 2');
    await panel.until(() => Object.keys(panel.checklist ?? {}).length > 0);
    const role = { id: 'rol_admin', name: 'Admin', description: null };
    proxy.answerNext('/members/auth0%7C2/roles', () => Response.json({ roles: [role] }));
    panel.tickRole('Admin');
    await panel.pressInChecklist('Enter');
    await panel.until(() => panel.toasts.length > 0);
    return panel;
  },
  branded: async (theme) => {
    const proxy = new PanelStub(5);
    const branding = { logoUrl: null, primaryColor: '#f2c14e' };
    proxy.info = { ...admin, organization: { ...admin.organization, branding } };
    const panel = await openPanel(proxy, { theme });
    await panel.tick('Person 1');
    return panel;
  },
  'several organizations': (theme) => {
    const proxy = new PanelStub(5);
    const other = { id: 'org_2', name: 'globex', displayName: null };
    proxy.info = { ...admin, organizations: [...admin.organizations, other] };
    return openPanel(proxy, { theme });
  },
  nobody: (theme) => openPanel(new PanelStub(0), { theme }),
  'nobody who matches': async (theme) => {
    const panel = await openPanel(new PanelStub(3), { theme });
    await panel.type('zzz');
    await panel.until(() => panel.text.includes('No members found'));
    return panel;
  },
  'not allowed': (theme) => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'operation_locked', { reason: 'not-allowed' });
    return openPanel(proxy, { theme });
  },
  'signed out': (theme) => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'token_missing');
    return openPanel(proxy, { theme });
  },
  error: (theme) => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'upstream_unavailable', { requestId: 'req_1' });
    return openPanel(proxy, { theme });
  },
  'a rate limit over people': async (theme) => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy, { theme });
    proxy.failNext('/members', 'rate_limited', { retryAfter: 60 });
    await panel.element.reload();
    return panel;
  },
  'no invitations': async (theme) => {
    const panel = await openPanel(new PanelStub(3), { theme });
    await panel.press('Invitations');
    await panel.until(() => panel.text.includes('No invitations'));
    return panel;
  },
  activity: async (theme) => openActivity(theme),
  'activity, people found': async (theme) => {
    const panel = await openActivity(theme);
    const input = panel.element.renderRoot.querySelector<HTMLInputElement>('[role="combobox"]');
    if (!input) return expect.fail();
    input.focus();
    input.value = 'person';
    input.dispatchEvent(new Event('input'));
    await panel.until(() => panel.element.renderRoot.querySelector('.people-found:popover-open') !== null);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    return panel;
  },
  'activity, dates and filters': async (theme) => {
    const panel = await openActivity(theme);
    const select = panel.element.renderRoot.querySelector<HTMLSelectElement>('select[name="action"]');
    if (!select) return expect.fail();
    select.value = 'roles.assign';
    select.dispatchEvent(new Event('change'));
    await panel.until(() => panel.appliedFilters.length > 0 && panel.found === '1 entry');
    await panel.press('Any date');
    await panel.until(() => panel.element.renderRoot.querySelector('.dates:popover-open') !== null);
    return panel;
  },
  'no activity': async (theme) => {
    const panel = await openPanel(new PanelStub(3), { theme });
    await panel.press('Activity');
    await panel.until(() => panel.text.includes('No activity yet'));
    return panel;
  },
};

async function openActivity(theme: 'light' | 'dark') {
  const proxy = new PanelStub(3);
  proxy.activity = activityEntries;
  const panel = await openPanel(proxy, { theme });
  await panel.press('Activity');
  await panel.until(() => panel.text.includes('asked by phone'));
  return panel;
}

describe('org-members: axe', () => {
  before(() => setViewport({ width: 1140, height: 800 }));
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, open] of Object.entries(scenes)) {
      it(`${name}, ${theme}`, async () => {
        const panel = await open(theme);
        await panel.settle();
        await expect(panel.element).to.be.accessible();
      });
    }
  }
});

describe('org-members: at 320 pixels', () => {
  before(() => setViewport({ width: 320, height: 700 }));
  after(() => setViewport({ width: 1140, height: 800 }));

  for (const name of [
    'ready',
    'selected',
    'everyone selected',
    'too many to select',
    'nobody',
    'error',
    'a menu',
    'a filter',
    'roles',
    'a toast',
    'activity',
    'activity, people found',
    'activity, dates and filters',
  ]) {
    it(`${name}: nothing is cut off, and axe finds nothing`, async () => {
      const panel = await (scenes[name] ?? expect.fail())('light');
      expect(panel.element.scrollWidth).to.be.at.most(320);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await expect(panel.element).to.be.accessible();
    });
  }

  it('shows cards with the same actions', async () => {
    const panel = await openPanel(new PanelStub(50));
    expect(panel.buttons).to.include('Actions for Person 1');
    expect(panel.reaches('Actions for Person 1')).to.equal(true);
  });
});

describe('org-members: with text at 200 %', () => {
  before(() => (document.documentElement.style.fontSize = '200%'));
  after(async () => {
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 1140, height: 800 });
  });

  for (const width of [1140, 640]) {
    it(`shows every value of a row in full at ${width} pixels`, async () => {
      await setViewport({ width, height: 800 });
      const panel = await openPanel(new PanelStub(3));
      expect(panel.names).to.have.length(3);
      expect(panel.cutOffCells).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      expect(panel.reaches('Actions for Person 1')).to.equal(true);
    });
  }
});

describe('org-members: right to left, and reduced motion', () => {
  after(async () => {
    document.documentElement.dir = '';
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('is accessible and stays within its width', async () => {
    document.documentElement.dir = 'rtl';
    await emulateMedia({ reducedMotion: 'reduce' });
    const panel = await openPanel(new PanelStub(3), { lang: 'ar' });
    await expect(panel.element).to.be.accessible();
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });
});
