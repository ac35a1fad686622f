/** Of a list as OAuth writes one: `openid profile`. */
export function splitScope(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
