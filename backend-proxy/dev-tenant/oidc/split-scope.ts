/** Splits a scope string such as `openid profile`. */
export function splitScope(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
