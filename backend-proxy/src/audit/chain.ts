/**
 * The hash chain of an activity log. Each entry's hash covers the hash of the entry before, so that an entry can't be edited,
 * removed, or moved without a trace.
 *
 * An entry is stored in two texts. The chained one has IDs, times, and outcomes. The details have names, addresses, values
 * and reasons: personal data, which can be erased. The chained text holds a digest of the details, so that an edit of them is
 * found, and an erasure is seen and breaks nothing. A random salt in the details keeps the digest from being guessed.
 */
import type { ActivityLogEntry } from './audit-entry.js';

/** The hash before the first entry. */
export const genesisHash = '0'.repeat(64);

/** The end of a chain: the hash of the last entry, and the number of entries there have ever been. */
export interface ChainEnd {
  readonly length: number;
  readonly hash: string;
}

/** An entry in the form that is stored. */
export interface ChainLink {
  /** Canonical JSON: the keys of every object sorted, no white space (RFC 8785, for texts, booleans, lists, and objects). */
  readonly text: string;
  /** JSON; `null` once it was erased. */
  readonly details: string | null;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/** Only these are in the details. Whatever else an entry has is chained. */
const detailKeys = ['actorName', 'targetName', 'email', 'changes', 'reason'] as const;
type DetailKey = (typeof detailKeys)[number];

/**
 * Turns an entry into the next link of a chain. An implementation of `ActivityLog` calls it while no one else can append.
 * @example
 * const link = await linkEntry(entry, { length: 0, hash: genesisHash });
 * link.hash // SHA-256 of `${genesisHash}\n0\n${link.text}`
 */
export async function linkEntry(entry: ActivityLogEntry, { length, hash }: ChainEnd): Promise<ChainLink> {
  const parts = { salt: salt(), ...Object.fromEntries(detailKeys.map((key) => [key, entry[key]])) };
  const details = JSON.stringify(parts);
  const chained = Object.fromEntries(
    Object.entries(entry).filter(([key]) => !detailKeys.includes(key as DetailKey)),
  );
  const text = canonicalJson({ ...chained, details: await sha256(details) });
  return { text, details, hash: await hashOf(text, { length, hash }) };
}

/** Returns the hash of the entry that follows the end of a chain. */
export function hashOf(text: string, { length, hash }: ChainEnd): Promise<string> {
  return sha256(`${hash}\n${length}\n${text}`);
}

/** Returns the entry of a link. Without its details, it has no names, values, or reason. */
export function entryOf({ text, details }: Pick<ChainLink, 'text' | 'details'>): ActivityLogEntry {
  const { details: _, ...chained } = JSON.parse(text) as Record<string, unknown>;
  const { salt: __, ...personal } = JSON.parse(details ?? '{}') as Record<string, unknown>;
  return { actorName: null, targetName: null, ...chained, ...personal } as unknown as ActivityLogEntry;
}

/** Returns whether the details are the ones that were recorded. */
export async function matchesDetails(text: string, details: string): Promise<boolean> {
  return (JSON.parse(text) as { details?: unknown }).details === (await sha256(details));
}

function salt(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
