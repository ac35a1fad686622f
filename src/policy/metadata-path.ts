/**
 * Members of objects in metadata: `user_metadata.address.city`. Auth0 merges metadata at its first level only, so an object is
 * stored as a whole, with all that it holds.
 * https://auth0.com/docs/manage-users/user-accounts/metadata/manage-metadata-api
 */
import type { AttributeValues } from './target.js';
import type { Attribute, FieldValue, MetadataStore } from './vocabulary.js';

export interface MetadataPath {
  readonly store: MetadataStore;
  /** The key at the first level, which Auth0 replaces as a whole. */
  readonly key: string;
  /** The way from there to the value. Empty if the key holds the value itself. */
  readonly members: readonly string[];
}

/**
 * Splits a metadata attribute. Returns `null` for a root attribute.
 * @example metadataPath('user_metadata.address.city') // { store: 'user_metadata', key: 'address', members: ['city'] }
 */
export function metadataPath(attribute: Attribute): MetadataPath | null {
  if (!attribute.includes('.')) return null;
  const [store, key = '', ...members] = attribute.split('.');
  return { store: store as MetadataStore, key, members };
}

/** A value where an attribute says it is. */
export interface ValueAtPath {
  /** `undefined` if it isn't set. */
  readonly stored: unknown;
  /** Whether each step on the way there is an object or isn't set. If not, storing a value would replace what is there. */
  readonly isReachable: boolean;
}

/**
 * Returns the value of an attribute.
 * @example valueAt({ 'user_metadata.address': 'Lisbon' }, 'user_metadata.address.city').isReachable // false
 */
export function valueAt(values: AttributeValues, attribute: Attribute): ValueAtPath {
  const path = metadataPath(attribute);
  if (!path) return { stored: values[attribute], isReachable: true };
  if (values[path.store] !== undefined) return { stored: undefined, isReachable: false };
  let stored: unknown = values[`${path.store}.${path.key}`];
  for (const member of path.members) {
    if (stored === undefined || stored === null) return { stored: undefined, isReachable: true };
    if (!isObject(stored)) return { stored: undefined, isReachable: false };
    stored = Object.hasOwn(stored, member) ? stored[member] : undefined;
  }
  return { stored, isReachable: true };
}

/** The keys of one store to write, each with its whole value. */
export type MetadataPatch = Readonly<Partial<Record<MetadataStore, Readonly<Record<string, unknown>>>>>;

/**
 * Returns what to store for changes of metadata. An object keeps every other member that it has.
 * @param values - The stored values, which the changes were checked against.
 * @example metadataPatch(changes, { 'user_metadata.address': { zip: '1100' } }) // { user_metadata: { address: { zip: '1100', city: 'Lisbon' } } }
 */
export function metadataPatch(
  changes: readonly { readonly attribute: Attribute; readonly value: FieldValue }[],
  values: AttributeValues,
): MetadataPatch {
  const patch: Partial<Record<MetadataStore, Record<string, unknown>>> = {};
  for (const { attribute, value } of changes) {
    const path = metadataPath(attribute);
    if (!path) continue;
    const { store, key, members } = path;
    const keys = (patch[store] ??= {});
    const before = Object.hasOwn(keys, key) ? keys[key] : values[`${store}.${key}`];
    keys[key] = withMember(before, members, value);
  }
  return patch;
}

/** `null` removes a member, because inside of an object Auth0 would store it. */
function withMember(stored: unknown, [member, ...inner]: readonly string[], value: FieldValue): unknown {
  if (member === undefined) return value;
  const { [member]: before, ...others } = isObject(stored) ? stored : {};
  if (inner.length === 0 && value === null) return others;
  return { ...(isObject(stored) ? stored : {}), [member]: withMember(before, inner, value) };
}

/**
 * Returns whether the objects that the changes would replace are the same in both.
 * @example hasSameObjects(changes, before, now)
 */
export function hasSameObjects(
  changes: readonly { readonly attribute: Attribute }[],
  before: AttributeValues,
  now: AttributeValues,
): boolean {
  return changes.every(({ attribute }) => {
    const path = metadataPath(attribute);
    if (!path || path.members.length === 0) return true;
    const [one, other] = [before, now].map((values) =>
      JSON.stringify([values[path.store], values[`${path.store}.${path.key}`]]),
    );
    return one === other;
  });
}

/**
 * Returns whether an attribute is a member of an object.
 * @example isMember('user_metadata.address.city') // true
 */
export function isMember(attribute: Attribute): boolean {
  return (metadataPath(attribute)?.members.length ?? 0) > 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
