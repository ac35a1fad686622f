/** Of a list as OAuth writes one: `openid profile`. */
export function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
