import { ManagementError } from '../errors.js';

/**
 * A parsed query. Auth0 supports a subset of Lucene:
 * https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export type Query =
  | { readonly kind: 'and' | 'or'; readonly all: readonly Query[] }
  | { readonly kind: 'not'; readonly one: Query }
  | { readonly kind: 'exists'; readonly field: string }
  | { readonly kind: 'range'; readonly field: string; readonly range: Range }
  /** `field: null` is a term without a field, which matches names and addresses. */
  | { readonly kind: 'term'; readonly field: string | null; readonly term: Term };

export interface Range {
  /** `null` for an open bound. */
  readonly from: string | null;
  readonly to: string | null;
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
}

/** Literal parts of a term, separated by wildcards. */
export interface Term {
  readonly pieces: readonly string[];
}

type Token =
  | { readonly kind: '(' | ')' | 'AND' | 'OR' | 'NOT' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'range'; readonly range: Range };

/** Limits of this tenant; Auth0 documents none. */
const longest = 10_000;
const deepest = 50;
/** Minimum number of literal characters before a wildcard. */
const leastLiteral = 3;

export function parseQuery(text: string): Query {
  if (text.length > longest) throw unreadable('it is too long');
  return new Parser(tokenize(text)).parse();
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const tokenPattern =
    /\s+|[()]|([[{])([^\]}]*)([\]}])|"((?:[^"\\]|\\.)*)"|((?:[^\s()[\]{}":\\]|\\.)+)(:?)|[-+!:]|./gsu;
  for (const match of text.matchAll(tokenPattern)) {
    const [whole, opening, bounds, closing, phrase, word, colon] = match;
    if (/^\s/.test(whole)) continue;
    if (whole === '(' || whole === ')') tokens.push({ kind: whole });
    else if (bounds !== undefined) tokens.push({ kind: 'range', range: readRange(bounds, opening, closing) });
    else if (phrase !== undefined) tokens.push({ kind: 'term', term: { pieces: [unescape(phrase)] } });
    else if (word === undefined) throw unreadable(`nothing was expected at "${whole}"`);
    else if (colon) {
      // A minus before a field means NOT.
      if (/^[-!]/.test(word)) tokens.push({ kind: 'NOT' });
      tokens.push({ kind: 'field', name: unescape(word.replace(/^[-!+]/, '')) });
    } else if (word === 'AND' || word === '&&') tokens.push({ kind: 'AND' });
    else if (word === 'OR' || word === '||') tokens.push({ kind: 'OR' });
    else if (word === 'NOT' || word === '!') tokens.push({ kind: 'NOT' });
    else tokens.push({ kind: 'term', term: readTerm(word) });
  }
  return tokens;
}

function readRange(bounds: string, opening = '[', closing = ']'): Range {
  const [from, to, ...rest] = bounds.trim().split(/\s+TO\s+/);
  if (from === undefined || to === undefined || rest.length > 0) throw unreadable('a range reads [a TO b]');
  return {
    from: from === '*' ? null : unquote(from),
    to: to === '*' ? null : unquote(to),
    includesFrom: opening === '[',
    includesTo: closing === ']',
  };
}

const unquote = (text: string) => unescape(text.replace(/^"(.*)"$/s, '$1'));
const unescape = (text: string) => text.replace(/\\(.)/gsu, '$1');

function readTerm(word: string): Term {
  const pieces = [''];
  for (const [character] of word.matchAll(/\\.|./gsu)) {
    if (character === '*') pieces.push('');
    else
      pieces[pieces.length - 1] +=
        character.length > 1 && character.startsWith('\\') ? character.slice(1) : character;
  }
  const literal = pieces.join('').length;
  const onlyAtEnd = pieces.length === 2 && pieces[1] === '';
  if (pieces.length > 1 && !onlyAtEnd && literal < leastLiteral) {
    throw unreadable(`a wildcard there needs at least ${leastLiteral} other characters`);
  }
  return { pieces };
}

/** Precedence: NOT, AND, OR. Adjacent terms are combined with OR. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Query {
    const query = this.#either(0, null);
    if (this.#at < this.#tokens.length) throw unreadable('a parenthesis closes nothing');
    return query;
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #takes(kind: Token['kind']): boolean {
    if (this.#next?.kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  #either(depth: number, field: string | null): Query {
    if (depth > deepest) throw unreadable('it is nested too deeply');
    const all = [this.#both(depth, field)];
    while (this.#takes('OR') || (this.#next && this.#next.kind !== ')')) all.push(this.#both(depth, field));
    return all.length === 1 && all[0] ? all[0] : { kind: 'or', all };
  }

  #both(depth: number, field: string | null): Query {
    const all = [this.#one(depth, field)];
    while (this.#takes('AND')) all.push(this.#one(depth, field));
    return all.length === 1 && all[0] ? all[0] : { kind: 'and', all };
  }

  #one(depth: number, field: string | null): Query {
    let negated = false;
    while (this.#takes('NOT')) negated = !negated;
    const one = this.#clause(depth, field);
    return negated ? { kind: 'not', one } : one;
  }

  #clause(depth: number, field: string | null): Query {
    const token = this.#next;
    this.#at += 1;
    switch (token?.kind) {
      case '(': {
        const inner = this.#either(depth + 1, field);
        if (!this.#takes(')')) throw unreadable('a parenthesis is not closed');
        return inner;
      }
      case 'field':
        if (field !== null) throw unreadable('a field stands within a field');
        return this.#ofField(depth, token.name);
      case 'term':
        return { kind: 'term', field, term: token.term };
      case 'range':
        if (field === null) throw unreadable('a range needs a field');
        return { kind: 'range', field, range: token.range };
      default:
        throw unreadable('something is missing');
    }
  }

  #ofField(depth: number, name: string): Query {
    if (name !== '_exists_') return this.#clause(depth, name);
    const token = this.#next;
    if (token?.kind !== 'term') throw unreadable('_exists_ needs the name of a field');
    this.#at += 1;
    return { kind: 'exists', field: token.term.pieces.join('*') };
  }
}

/** The 400 for an invalid query is documented, its message isn't. */
export function unreadable(why: string): ManagementError {
  return new ManagementError(400, `Invalid query: ${why}.`, 'invalid_query_string');
}
