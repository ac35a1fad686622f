import { expect } from '@open-wc/testing';
import type { CSSResult } from 'lit';
import { styles as activity } from '../../../src/elements/org-members/activity/activity.styles.js';
import { styles as bulk } from '../../../src/elements/org-members/bulk/bulk.styles.js';
import { styles as memberExport } from '../../../src/elements/org-members/export/export.styles.js';
import { styles as invitations } from '../../../src/elements/org-members/invitations/invitations.styles.js';
import { styles as inviteDialog } from '../../../src/elements/org-members/invitations/invite-dialog.styles.js';
import { styles as memberDialogs } from '../../../src/elements/org-members/person/dialogs.styles.js';
import { styles as person } from '../../../src/elements/org-members/person/person.styles.js';
import { styles as roleChecklist } from '../../../src/elements/org-members/roles/role-checklist.styles.js';
import { dialogStyles } from '../../../src/elements/parts/dialog.styles.js';
import { toastStyles } from '../../../src/elements/parts/toast-list.styles.js';

/** The styles of each lazily loaded part, and what each of its selectors has to start with. */
const parts: Record<string, readonly [CSSResult, ...string[]]> = {
  activity: [activity, '.activity-tab'],
  'bulk actions': [bulk, '.bulk-note', 'dialog'],
  'the export': [memberExport, '.export'],
  invitations: [invitations, '.invitations-tab'],
  'the invite dialog': [inviteDialog, '.addresses', 'dialog'],
  'the dialogs about a member': [memberDialogs, 'dialog'],
  'the page of a member': [person, '.member-page', '.beside', '.drawer', '.as-page'],
  'the checklist of roles': [roleChecklist, '.role-checklist'],
  dialogs: [dialogStyles, 'dialog'],
  toasts: [toastStyles, '.toast'],
};

/** Returns the selectors of the outermost rules, also of those within queries. */
function selectorsOf(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return rule.selectorText.split(/,(?![^(]*\))/).map((one) => one.trim());
    return rule instanceof CSSGroupingRule ? selectorsOf(rule.cssRules) : [];
  });
}

describe('org-members: styles that are loaded later', () => {
  for (const [name, [{ cssText }, ...roots]] of Object.entries(parts)) {
    it(`change nothing outside their own part: ${name}`, () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(cssText);
      const selectors = selectorsOf(sheet.cssRules);
      expect(selectors).not.to.deep.equal([]);
      expect(selectors.filter((one) => !roots.some((root) => one.startsWith(root)))).to.deep.equal([]);
      // Around the list, it would have the browser compute the style of every row whenever something changes beside it.
      expect(selectors.filter((one) => one.startsWith('.beside') && one.includes(':has('))).to.deep.equal([]);
    });
  }
});
