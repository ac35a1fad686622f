/** One thing that a tenant needs, and whether it has it. */
import type { Settings } from '../desired.js';

/**
 * `missing` can be set up by a command, `manual` needs a person. `advice` isn't needed, and `unknown` couldn't be read.
 */
export type Status = 'ok' | 'missing' | 'manual' | 'advice' | 'unknown';

/** The object of the tenant that a change is made to. */
export type Target = 'api' | 'app' | 'proxy' | 'grant' | 'action' | 'flow' | `role ${string}` | 'none';

export interface Item {
  /** Stable name, for machines: `app.callbacks`. */
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly status: Status;
  /** What is there now, if it isn't what is needed. */
  readonly found?: string;
  /** What to do by hand. */
  readonly remedy: string;
  /** The page of Auth0's dashboard where that is done. */
  readonly dashboard: string;
  readonly target: Target;
  /** Properties to send to the target: all of them if it doesn't exist. Only if `missing`. */
  readonly patch?: Settings;
}

export interface Requirement extends Omit<Item, 'status' | 'patch' | 'found'> {
  readonly isMet: boolean;
  /** What is there instead. */
  readonly found?: string | undefined;
  /** Makes the item `missing`; without it, it is `manual`. */
  readonly patch?: Settings | undefined;
  /** Instead of `missing` or `manual`. */
  readonly otherwise?: Status | undefined;
}

/** Judges one requirement. */
export function toItem({ isMet, found, patch, otherwise, ...item }: Requirement): Item {
  if (isMet) return { ...item, status: 'ok' };
  return {
    ...item,
    status: otherwise ?? (patch === undefined ? 'manual' : 'missing'),
    ...(found !== undefined && { found }),
    ...(patch !== undefined && { patch }),
  };
}

/** Whether the proxy can't do its work as long as the item is like this. */
export function isUnmet({ status }: Item): boolean {
  return status === 'missing' || status === 'manual' || status === 'unknown';
}

/** Returns the values that a list lacks. */
export function lacking(list: readonly string[], needed: readonly string[]): readonly string[] {
  return needed.filter((each) => !list.includes(each));
}

/** Describes a list that may be empty. */
export function describeList(list: readonly string[]): string {
  return list.length === 0 ? 'none' : list.join(', ');
}
