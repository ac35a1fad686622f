/** What the panel remembers of a bulk action: to reopen it after a sign-in, and to follow its run after a reload. */
import { maxRunMembers, type BulkOperation } from '../../contract/bulk.js';
import { operationsWith } from '../../policy/operations.js';
import { parseArray, parseNullable, parseObject, parseOneOf, parseString } from '../parse.js';

/** As many members as a bulk action can have. */
export const maxPeople = maxRunMembers;

/** A member a bulk action is about, as the list showed them. */
export interface BulkPerson {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** The IDs of the roles to add to, and to remove from, every member of the run. */
export interface RoleChoice {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export interface BulkIntent {
  readonly operation: BulkOperation;
  readonly people: readonly BulkPerson[];
  readonly choice: RoleChoice;
}

export const bulkIntentKey = (key: string): string => `bulk ${key}`;

export function parseBulkIntent(value: unknown): BulkIntent {
  const { operation, people, choice } = parseObject(value);
  const { add, remove } = parseObject(choice);
  return {
    operation: parseOneOf(operationsWith('bulk'))(operation),
    people: parseArray(parsePerson)(people),
    choice: { add: parseArray(parseString)(add), remove: parseArray(parseString)(remove) },
  };
}

/** A run that the panel has started. */
export interface FollowedRun extends BulkIntent {
  readonly id: string;
}

export const followedRunKey = (key: string): string => `bulk run ${key}`;
/** The proxy keeps a run for as long. */
export const followedRunMs = 24 * 60 * 60 * 1000;

export function parseFollowedRun(value: unknown): FollowedRun {
  return { ...parseBulkIntent(value), id: parseString(parseObject(value)['id']) };
}

function parsePerson(value: unknown): BulkPerson {
  const { userId, name, email } = parseObject(value);
  const parseText = parseNullable(parseString);
  return { userId: parseString(userId), name: parseText(name), email: parseText(email) };
}
