import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';

/** Where a page begins. It names no organization: that comes from the token, so a cursor opens nothing. */
export interface InvitationCursor {
  readonly page: number;
  /** When the last row of the page before was made, in milliseconds since the epoch. */
  readonly before: number;
}

export const firstPage: InvitationCursor = { page: 0, before: Infinity };

const shape = z.tuple([z.int().min(1).max(19), z.int().min(0)]);

export function writeCursor({ page, before }: InvitationCursor): string {
  return btoa(JSON.stringify([page, before])).replaceAll('=', '');
}

/** @throws `query_invalid` */
export function readCursor(text: string): InvitationCursor {
  try {
    const [page, before] = shape.parse(JSON.parse(atob(text)));
    return { page, before };
  } catch {
    throw new ProblemError('query_invalid');
  }
}
