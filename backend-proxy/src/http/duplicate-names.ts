/** A string, or a mark of structure; everything between is of no interest. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Whether an object in a valid JSON text has a name twice. JSON.parse lets the last one win, other readers the first
 * (RFC 8259 §4): what one of them checks is then not what the other stores.
 */
export function hasDuplicateNames(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  let text = '';
  for (const [part] of json.matchAll(token)) {
    if (part === '{') open.push(new Set());
    else if (part === '[') open.push(null);
    else if (part === '}' || part === ']') open.pop();
    else if (part !== ':') text = part;
    else {
      const names = open.at(-1);
      const name = JSON.parse(text) as string;
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
