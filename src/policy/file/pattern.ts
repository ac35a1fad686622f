/**
 * The subset of regular expressions that a policy can use. The proxy runs a pattern on untrusted input, so its matching
 * time has to be linear in the length of the text. The subset is a sequence of characters and classes with quantifiers,
 * in which no two neighbors can match the same character, so that matching never backtracks.
 * (One-unambiguous expressions: Brüggemann-Klein and Wood, 1998.)
 */

interface Atom {
  readonly source: string;
  readonly min: number;
  readonly max: number;
}

const atomSource = /\[(?:\\.|[^\]\\])+\]|\\[dDwWsS]|\\p\{[A-Za-z_=]+\}|\\[^A-Za-z0-9]|[^\\()[\]{}|^$*+?]/uy;
const quantifierSource = /[*+?]|\{(\d{1,4})(,(\d{1,4})?)?\}/uy;

/** Returns what is wrong with a pattern, or `null` if a policy can use it. */
export function checkPattern(pattern: string): string | null {
  const atoms = parse(pattern);
  if (typeof atoms === 'string') return atoms;
  if (!compiles(pattern)) return 'is not a regular expression';
  for (const [index, atom] of atoms.entries()) {
    if (atom.min === atom.max) continue;
    const rival = followers(atoms, index).find((other) => overlap(atom, other));
    if (rival)
      return `"${atom.source}" and the "${rival.source}" after it can match the same character; make them differ`;
  }
  return null;
}

function parse(pattern: string): readonly Atom[] | string {
  const atoms: Atom[] = [];
  let at = 0;
  while (at < pattern.length) {
    atomSource.lastIndex = at;
    const source = atomSource.exec(pattern)?.[0];
    if (source === undefined || !compiles(source)) {
      return `"${pattern.slice(at, at + 8)}" is not supported: use characters, classes such as [a-z] or \\d, and quantifiers`;
    }
    at += source.length;
    quantifierSource.lastIndex = at;
    const quantifier = quantifierSource.exec(pattern);
    at += quantifier?.[0].length ?? 0;
    atoms.push({ source, ...boundsOf(quantifier) });
  }
  return atoms.length > 0 ? atoms : 'a pattern cannot be empty';
}

function boundsOf(quantifier: RegExpExecArray | null): { min: number; max: number } {
  if (!quantifier) return { min: 1, max: 1 };
  const [text, low, range, high] = quantifier;
  if (text === '?') return { min: 0, max: 1 };
  if (text === '*' || text === '+') return { min: text === '+' ? 1 : 0, max: Infinity };
  const min = Number(low);
  if (!range) return { min, max: min };
  return { min, max: high === undefined ? Infinity : Number(high) };
}

/** The atoms that can match right after this one: up to and including the first that is required. */
function followers(atoms: readonly Atom[], index: number): readonly Atom[] {
  const rest = atoms.slice(index + 1);
  const needed = rest.findIndex((atom) => atom.min > 0);
  return needed < 0 ? rest : rest.slice(0, needed + 1);
}

/** Tries every code point. That is simple and exact, and happens only when a policy is parsed. */
function overlap(one: Atom, other: Atom): boolean {
  const [first, second] = [whole(one.source), whole(other.source)];
  for (let point = 0; point <= 0x10_ffff; point += 1) {
    const character = String.fromCodePoint(point);
    if (first.test(character) && second.test(character)) return true;
  }
  return false;
}

function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'u');
}

function compiles(source: string): boolean {
  try {
    whole(source);
    return true;
  } catch {
    return false;
  }
}
