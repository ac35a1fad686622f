/** The reader's language: of the element, of the page, or of the browser. */
export function readerLanguage(host: HTMLElement): string {
  const around = host.closest<HTMLElement>('[lang]:not([lang=""])') ?? document.documentElement;
  return [around.lang, navigator.language].find(isLanguage) ?? 'en';
}

/** `Intl` throws if a tag is invalid, such as "en_US". */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag || []).length > 0;
  } catch {
    return false;
  }
}
