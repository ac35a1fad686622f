/** The number of colors for people without a photo. */
const hues = 6;

/** Returns the class for the color of a person's initials, always the same for the same person. */
export function hueClass(userId: string): string {
  let sum = 0;
  for (const letter of userId) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return `hue-${sum % hues}`;
}
