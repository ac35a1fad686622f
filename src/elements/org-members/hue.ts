/** How many colours a person without a picture can have. */
const hues = 6;

/** The class for the colour of a person's initials: the same for a person every time, and everywhere. */
export function hueClass(userId: string): string {
  let sum = 0;
  for (const letter of userId) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return `hue-${sum % hues}`;
}
