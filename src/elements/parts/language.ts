/** The language to name things in: the element's own, that of the page around it, the browser's. */
export function readerLanguage(host: HTMLElement): string {
  const around = host.closest<HTMLElement>('[lang]:not([lang=""])') ?? document.documentElement;
  return [around.lang, navigator.language].find(isLanguage) ?? 'en';
}

/** Everything in `Intl` throws on what is not a language tag ("en_US"). */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag || []).length > 0;
  } catch {
    return false;
  }
}
