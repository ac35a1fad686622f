/** Streams the member export as CSV. */
import type { Services } from '../services.js';
import { messagesIn } from '../messages/negotiate.js';
import { columnsFor, headingOf, linesOf } from './csv.js';
import { listInJoinOrder } from './find.js';
import { streamMembers, type MemberStream } from './stream.js';

/**
 * Exports in the order people joined, the only list without a limit of 1,000.
 * @param language - Of headings and statuses.
 */
export function exportMembers(
  services: Pick<Services, 'settings' | 'management' | 'storage' | 'people'>,
  stream: MemberStream,
  language: string,
): Promise<ReadableStream<Uint8Array>> {
  const columns = columnsFor(services.settings.policy, stream.context, messagesIn(language));
  return streamMembers(services, stream, {
    heading: headingOf(columns),
    find: listInJoinOrder,
    write: (rows) => linesOf(columns, rows),
  });
}
