/** The bulk action to reopen after the person has signed in again. */
import type { BulkOperation } from '../../contract/bulk.js';
import { operationsWith } from '../../policy/operations.js';
import { parseArray, parseNullable, parseObject, parseOneOf, parseString } from '../parse.js';

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

function parsePerson(value: unknown): BulkPerson {
  const { userId, name, email } = parseObject(value);
  const parseText = parseNullable(parseString);
  return { userId: parseString(userId), name: parseText(name), email: parseText(email) };
}
