import type { User } from '../users/user.js';
import { unreadable, type Query, type Range, type Term } from './lucene.js';

/** A user in the search index. */
export interface Entry {
  readonly user: Readonly<User>;
  readonly organizations: (id: string) => boolean;
}

export type Match = (entry: Entry) => boolean;

/** Case-insensitive fields; all others are case-sensitive. */
const anyCase: ReadonlySet<string> = new Set([
  'email',
  'email.domain',
  'name',
  'given_name',
  'family_name',
  'nickname',
]);
const plain = [
  'user_id',
  'email',
  'email.domain',
  'email_verified',
  'username',
  'phone_number',
  'phone_verified',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'picture',
  'blocked',
  'created_at',
  'updated_at',
  'last_login',
  'last_ip',
  'last_password_reset',
  'logins_count',
] as const;
const identityFields = /^identities\.(connection|provider|user_id|isSocial)$/;
const metadata = /^(user|app)_metadata\.(.+)$/;
/** Fields searched by a term without a field. Auth0 doesn't document them. */
const everywhere = ['name', 'given_name', 'family_name', 'nickname', 'email', 'username'];

/**
 * Compiles a query to a predicate.
 * @throws ManagementError for a field that can't be searched
 */
export function toMatch(query: Query): Match {
  switch (query.kind) {
    case 'and': {
      const all = query.all.map(toMatch);
      return (entry) => all.every((match) => match(entry));
    }
    case 'or': {
      const all = query.all.map(toMatch);
      return (entry) => all.some((match) => match(entry));
    }
    case 'not': {
      const one = toMatch(query.one);
      return (entry) => !one(entry);
    }
    case 'exists': {
      const values = valuesOf(query.field);
      return ({ user }) => values(user).length > 0;
    }
    case 'range':
      return inRange(query.field, query.range);
    case 'term':
      return hasTerm(query.field, query.term);
  }
}

function hasTerm(field: string | null, term: Term): Match {
  if (field === 'organization_id') {
    if (term.pieces.length > 1) throw unreadable('organization_id takes no wildcard');
    return ({ organizations }) => organizations(term.pieces[0] ?? '');
  }
  if (field !== null && metadata.test(field) && term.pieces.length > 1) {
    throw unreadable('metadata takes no wildcard');
  }
  const fields = field === null ? everywhere : [field];
  const tests = fields.map((name) => {
    const values = valuesOf(name);
    const fits = termTest(term, field === null || anyCase.has(name));
    return (user: Readonly<User>) => values(user).some(fits);
  });
  return ({ user }) => tests.some((test) => test(user));
}

/** Matches step by step instead of with a regular expression, which a query could make run for too long. */
function termTest({ pieces }: Term, ignoresCase: boolean): (value: string) => boolean {
  const fold = (text: string) => (ignoresCase ? text.toLowerCase() : text);
  const [first = '', ...rest] = pieces.map(fold);
  const last = rest.pop();
  return (value) => {
    const text = fold(value);
    if (last === undefined) return text === first;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const piece of rest) {
      const found = text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at + last.length <= text.length;
  };
}

function inRange(field: string, { from, to, includesFrom, includesTo }: Range): Match {
  if (metadata.test(field)) throw unreadable('metadata takes no range');
  const values = valuesOf(field);
  const isNumber = field === 'logins_count';
  const compare = (a: string, b: string) =>
    isNumber ? Number(a) - Number(b) : a.slice(0, b.length) < b ? -1 : a.slice(0, b.length) > b ? 1 : 0;
  return ({ user }) =>
    values(user).some((value) => {
      const low = from === null ? 1 : compare(value, from);
      const high = to === null ? -1 : compare(value, to);
      return (includesFrom ? low >= 0 : low > 0) && (includesTo ? high <= 0 : high < 0);
    });
}

/** Returns a field's values as text; empty if it isn't set. */
function valuesOf(field: string): (user: Readonly<User>) => readonly string[] {
  if (field === 'email.domain') return ({ email }) => texts(email?.slice(email.lastIndexOf('@') + 1));
  const identity = identityFields.exec(field)?.[1] as keyof User['identities'][number] | undefined;
  if (identity) return ({ identities }) => identities.flatMap((each) => texts(each[identity]));
  const [, store, path] = metadata.exec(field) ?? [];
  if (store && path) {
    return (user) => texts(at(store === 'user' ? user.user_metadata : user.app_metadata, path.split('.')));
  }
  if (!(plain as readonly string[]).includes(field)) throw unreadable(`"${field}" cannot be searched`);
  return (user) => texts(user[field as keyof User]);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [String(value)]
    : [];
}
