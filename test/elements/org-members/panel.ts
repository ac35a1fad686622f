import { fixture, html } from '@open-wc/testing';
import '../../../src/define/org-members.js';
// Loaded already when a panel asks for it: no test has to wait for the network.
import '../../../src/elements/org-members/panel-interactions.js';
import type { SessionFetch } from '../../../src/client/proxy-client.js';
import type { OrgMembers } from '../../../src/elements/org-members/org-members.js';
import { OrgMembersHarness } from '../../harness/org-members.js';

interface PanelOptions {
  readonly lang?: string;
  readonly theme?: OrgMembers['theme'];
  readonly readOnly?: boolean;
  readonly urlHash?: boolean;
  readonly columns?: OrgMembers['columns'];
  readonly rowActions?: OrgMembers['rowActions'];
  readonly login?: OrgMembers['login'];
  readonly waiting?: boolean;
}

/** A panel on this proxy, once it has an answer; with `waiting`, at once. */
export async function openPanel(
  proxy: { readonly fetch: SessionFetch },
  options: PanelOptions = {},
): Promise<OrgMembersHarness> {
  const element = await fixture<OrgMembers>(
    html`<org-members
      proxy-url="/orgdesk"
      .fetch=${proxy.fetch}
      .login=${options.login}
      .lang=${options.lang ?? 'en'}
      .theme=${options.theme ?? 'auto'}
      .columns=${options.columns ?? []}
      .rowActions=${options.rowActions ?? []}
      ?read-only=${options.readOnly}
      ?url-hash=${options.urlHash}
    ></org-members>`,
  );
  const panel = new OrgMembersHarness(element);
  await (options.waiting ? panel.settle() : panel.answered());
  // The element asked for it before.
  await import('../../../src/elements/org-members/panel-interactions.js');
  await panel.settle();
  return panel;
}
