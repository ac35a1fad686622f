/** How the yardsticks show a language. */

let names: Intl.DisplayNames | undefined;

export function languageName(tag: string): string | undefined {
  names ??= new Intl.DisplayNames('en', { type: 'language' });
  return names.of(tag);
}
