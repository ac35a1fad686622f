import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { OrganizationInfo } from '../../contract/session.js';

/** A person's picture, or their initials until it loads. */
export function avatar(name: string | null, picture: string | null) {
  return html`<span class="avatar" part="avatar" aria-hidden="true" .style=${`--hue:${hueOf(name ?? '')}`}>
    ${initials(name)}${picture ? avatarPicture(picture) : nothing}
  </span>`;
}

/** Hidden until it loads, because the page's Content Security Policy may block it. Sends no referrer. */
export function avatarPicture(address: unknown) {
  return html`<img
    hidden
    alt=""
    referrerpolicy="no-referrer"
    src=${ifDefined(address ?? undefined)}
    @load=${(event: Event) => ((event.currentTarget as HTMLImageElement).hidden = false)}
    @error=${(event: Event) => ((event.currentTarget as HTMLImageElement).hidden = true)}
  />`;
}

/** The organization's logo, if it has one. It needs no text: the name stands beside it. */
export const logo = ({ branding: { logoUrl } }: OrganizationInfo) =>
  logoUrl ? html`<span class="logo" part="logo">${avatarPicture(logoUrl)}</span>` : nothing;

/** Returns a hue in degrees, always the same for the same name. */
function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 359;
  return sum;
}

function initials(name: string | null): string {
  const names = name?.trim().split(/\s+/) ?? [];
  const ends = names.length > 1 ? [names[0], names.at(-1)] : names;
  const letters = ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
  // Arabic letters would be joined, and read as a word: a non-joiner keeps them apart.
  return letters.replace(/^\p{Script=Arabic}(?=.)/u, '$&\u200c');
}
