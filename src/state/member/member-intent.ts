/** The member's page and dialog to reopen after the person has signed in again. */
import { parseArray, parseNullable, parseObject, parseOneOf, parseString } from '../parse.js';
import { memberOperations, type MemberOperation, type MemberPerson } from './member-operations.js';

export interface MemberIntent {
  /** The user ID of the page that was open. */
  readonly page: string | null;
  readonly dialog: DialogIntent | null;
}

/** A dialog about one member, as far as it can be opened again. */
export interface DialogIntent {
  readonly operation: MemberOperation;
  readonly person: MemberPerson;
  readonly reason: string;
  /** With `roles.assign`: the IDs of the chosen roles. */
  readonly chosen: readonly string[] | null;
}

export const memberIntentKey = (key: string): string => `member ${key}`;

export function parseMemberIntent(value: unknown): MemberIntent {
  const { page, dialog } = parseObject(value);
  return { page: parseNullable(parseString)(page), dialog: parseNullable(parseDialog)(dialog) };
}

function parseDialog(value: unknown): DialogIntent {
  const { operation, person, reason, chosen } = parseObject(value);
  return {
    operation: parseOneOf(memberOperations)(operation),
    person: parsePerson(person),
    reason: parseString(reason),
    chosen: parseNullable(parseArray(parseString))(chosen),
  };
}

function parsePerson(value: unknown): MemberPerson {
  const { userId, name, email, picture, roles = null } = parseObject(value);
  const parseText = parseNullable(parseString);
  return {
    userId: parseString(userId),
    name: parseText(name),
    email: parseText(email),
    picture: parseText(picture),
    roles: parseNullable(parseArray(parseRole))(roles),
  };
}

function parseRole(value: unknown) {
  const { id, name } = parseObject(value);
  return { id: parseString(id), name: parseString(name) };
}
