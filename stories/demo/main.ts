/** Settings pages of a sample product, with both elements and a sign-out button. */
import { connectSignIn, type OrgMembers, type ProfileEditor } from '../../src/index.js';
import '../../src/define/org-members.js';
import '../../src/define/profile-editor.js';
import type { DemoSettings } from './settings.js';

type Organization = DemoSettings['organizations'][number];

const settings = (await (await fetch('/settings.json')).json()) as DemoSettings;
const [, organizationName, section] = location.pathname.split('/');
const organization = settings.organizations.find(({ name }) => name === organizationName);

if (location.pathname === '/login') showInvitation();
else if (organization) showSettings(organization);
else showWelcome();
followTheme();

/**
 * The product's login URI at Auth0, to which invitation links lead. The element of the organization's account page does the
 * rest.
 */
function showInvitation(): void {
  const organizationName = new URLSearchParams(location.search).get('organization_name') ?? '';
  location.replace(`/${encodeURIComponent(organizationName)}${location.search}`);
}

function showWelcome(): void {
  const page = open('welcome');
  const list = find(page, '.organizations');
  for (const { name, displayName } of settings.organizations) list.append(entry(`/${name}`, displayName));
}

function showSettings(organization: Organization): void {
  const { name, displayName } = organization;
  find(document, '#organization').textContent = displayName;
  const sections = find<HTMLElement>(document, '#sections');
  sections.hidden = false;
  sections.append(link(`/${name}`, 'Your account'), link(`/${name}/people`, 'People'));
  find(sections, `a[href="${location.pathname}"]`).setAttribute('aria-current', 'page');

  const element =
    section === 'people' ? showPeople() : find<ProfileEditor>(open('account'), 'profile-editor');
  element.setAttribute('proxy-url', settings.proxyUrl);
  element.setAttribute('domain', settings.domain);
  element.setAttribute('client-id', settings.clientId);
  element.setAttribute('audience', settings.audience);
  element.setAttribute('organization', organization.id);
  showSignOut(element, organization);
}

function showPeople(): OrgMembers {
  const people = find<OrgMembers>(open('people'), 'org-members');
  // Each organization has its own URL here, so switching is following a link.
  people.addEventListener('organization-switch-request', (event) => {
    event.preventDefault();
    location.href = `/${event.organization.name}/people`;
  });
  return people;
}

function showSignOut(element: OrgMembers | ProfileEditor, { id }: Organization): void {
  const logOut = find<HTMLButtonElement>(document, '#log-out');
  element.addEventListener('state-change', ({ state }) => {
    logOut.hidden = state === 'signed-out' || state === 'loading';
  });
  logOut.addEventListener('click', () => {
    const { domain, clientId, audience } = settings;
    // The same options return the session that the element uses.
    void connectSignIn({ domain, clientId, audience, organization: id }).then((session) =>
      session.logout(`${location.origin}/`),
    );
  });
}

function followTheme(): void {
  const select = find<HTMLSelectElement>(document, '#theme');
  select.addEventListener('change', () => {
    document.documentElement.dataset['theme'] = select.value;
    document.querySelector('profile-editor, org-members')?.setAttribute('theme', select.value);
  });
}

function entry(href: string, text: string): HTMLElement {
  const item = document.createElement('li');
  item.append(link(href, text));
  return item;
}

function link(href: string, text: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { href, textContent: text });
}

function open(template: string): HTMLElement {
  const page = find<HTMLElement>(document, '#page');
  page.replaceChildren(find<HTMLTemplateElement>(document, `template#${template}`).content.cloneNode(true));
  page.dataset['page'] = template;
  return page;
}

function find<T extends Element = Element>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}
