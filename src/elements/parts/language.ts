import { nothing } from 'lit';
import { catalogTag } from '../../messages/catalog.js';
import { isRightToLeft } from '../../policy/localized-text.js';

/** The reader's language: of the element, of the page, or of the browser. */
export function readerLanguage(host: HTMLElement): string {
  const around = host.closest<HTMLElement>('[lang]:not([lang=""])') ?? document.documentElement;
  return [around.lang, navigator.language].find(isLanguage) ?? 'en';
}

/**
 * The `dir` of an element's root: set only if its texts are written from right to left, and the page doesn't say in which
 * direction it is written.
 */
export function ownDirection(host: HTMLElement): 'rtl' | typeof nothing {
  return isRightToLeft(catalogTag(readerLanguage(host))) && !hasDirection(host) ? 'rtl' : nothing;
}

function hasDirection(element: Element): boolean {
  const root = element.getRootNode();
  return element.closest('[dir]') !== null || (root instanceof ShadowRoot && hasDirection(root.host));
}

/** `Intl` throws if a tag is invalid, such as "en_US". */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag || []).length > 0;
  } catch {
    return false;
  }
}
