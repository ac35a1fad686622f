/** Streams who matches the filters of the member list, for a bulk action on all of them. */
import { maxRunMembers, type MemberRow, type SelectionLine } from '../../../src/contract/index.js';
import type { Services } from '../services.js';
import { findMembers, listInJoinOrder } from './find.js';
import { streamMembers, type MemberStream } from './stream.js';

/** Streams JSON Lines, up to as many members as a bulk action can have. If more match, the last line says so. */
export function selectMembers(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
  stream: MemberStream,
): Promise<ReadableStream<Uint8Array>> {
  let room = maxRunMembers;
  let isFull = false;
  const lines = (rows: readonly SelectionLine[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return streamMembers(services, stream, {
    heading: '',
    find: createFinder(),
    write: (rows: readonly MemberRow[]) => {
      const fitting = rows.slice(0, room).map(({ userId, name, email }) => ({ userId, name, email }));
      room -= fitting.length;
      isFull = fitting.length < rows.length;
      return lines(isFull ? [...fitting, { more: true }] : fitting);
    },
    isFull: () => isFull,
  });
}

/** Searches, unless that ends before everyone is found: the list in join order visits the whole organization for it. */
function createFinder(): typeof findMembers {
  let find = findMembers;
  return async (management, request, query, position) => {
    const found = await find(management, request, query, position);
    if (position !== null || !found.truncated) return found;
    find = listInJoinOrder;
    return find(management, request, query, null);
  };
}
