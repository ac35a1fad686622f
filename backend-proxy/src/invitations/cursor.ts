/** Cursors of the invitation list. */
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';

/** Start of a page. Needs no signature: the organization comes from the token, so a cursor gives no access. */
export interface InvitationCursor {
  readonly page: number;
  /** When the last row of the previous page was created, in milliseconds since the epoch. */
  readonly before: number;
}

export const firstPage: InvitationCursor = { page: 0, before: Infinity };

const shape = z.tuple([z.int().min(1).max(19), z.int().min(0)]);

export function writeCursor({ page, before }: InvitationCursor): string {
  return btoa(JSON.stringify([page, before])).replaceAll('=', '');
}

/** @throws {ProblemError} `query_invalid` */
export function readCursor(text: string): InvitationCursor {
  try {
    const [page, before] = shape.parse(JSON.parse(atob(text)));
    return { page, before };
  } catch {
    throw new ProblemError('query_invalid');
  }
}
