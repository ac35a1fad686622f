/** A product page as a customer would write it: the element with its attributes, and the product's own log-out. */
import { connectSignIn, type ProfileEditor } from '../../src/index.js';
import '../../src/define/profile-editor.js';
import type { DemoSettings } from './settings.js';

const settings = (await (await fetch('/settings.json')).json()) as DemoSettings;
const organization = settings.organizations.find(({ name }) => location.pathname === `/${name}`);

if (organization) showAccount(organization);
else showWelcome();
followTheme();

function showWelcome(): void {
  const page = open('welcome');
  const list = find(page, '.organizations');
  for (const { name, displayName } of settings.organizations) {
    const link = Object.assign(document.createElement('a'), { href: `/${name}`, textContent: displayName });
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
}

function showAccount({ id, displayName }: DemoSettings['organizations'][number]): void {
  find(document, '#organization').textContent = displayName;
  const editor = find<ProfileEditor>(open('account'), 'profile-editor');
  editor.setAttribute('proxy-url', settings.proxyUrl);
  editor.setAttribute('domain', settings.domain);
  editor.setAttribute('client-id', settings.clientId);
  editor.setAttribute('audience', settings.audience);
  editor.setAttribute('organization', id);

  const logOut = find<HTMLButtonElement>(document, '#log-out');
  editor.addEventListener('state-change', ({ state }) => {
    logOut.hidden = state === 'signed-out' || state === 'loading';
  });
  logOut.addEventListener('click', () => {
    const { domain, clientId, audience } = settings;
    // The same options give the same session the element uses.
    void connectSignIn({ domain, clientId, audience, organization: id }).then((session) =>
      session.logout(`${location.origin}/`),
    );
  });
}

function followTheme(): void {
  const select = find<HTMLSelectElement>(document, '#theme');
  select.addEventListener('change', () => {
    document.documentElement.dataset['theme'] = select.value;
    document.querySelector('profile-editor')?.setAttribute('theme', select.value);
  });
}

function open(template: string): HTMLElement {
  const page = find<HTMLElement>(document, '#page');
  page.replaceChildren(find<HTMLTemplateElement>(document, `template#${template}`).content.cloneNode(true));
  return page;
}

function find<T extends Element = Element>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}
