import type { SelectionLine } from '../contract/member.js';
import { download, type DownloadOptions } from './download.js';
import { ProxyProblem } from './problem.js';
import type { Send } from './send.js';

interface Options extends Pick<DownloadOptions, 'signal'> {
  /** Called with the number of members that have arrived so far. */
  readonly onProgress: (count: number) => void;
}

type SelectedPerson = Exclude<SelectionLine, { readonly more: true }>;

export interface SelectionAnswer {
  readonly people: readonly SelectedPerson[];
  /** Whether more match than a bulk action can have. */
  readonly hasMore: boolean;
}

/**
 * Reads everyone who matches the filters of the list.
 * @throws {ProxyProblem} Also if the answer breaks off.
 */
export async function readSelection(
  send: Send,
  filters: URLSearchParams,
  { signal, onProgress }: Options,
): Promise<SelectionAnswer> {
  const path = `/v1/members/selection?${filters.toString()}`;
  const file = await download(send, path, 'application/jsonl', { signal, onProgress });
  const lines = parseLines(await file.text());
  const people = lines.filter((line): line is SelectedPerson => !('more' in line));
  onProgress(people.length);
  return { people, hasMore: people.length < lines.length };
}

/** @throws {ProxyProblem} `answer_invalid` */
function parseLines(text: string): readonly SelectionLine[] {
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as SelectionLine);
  } catch (cause) {
    throw new ProxyProblem('answer_invalid', { cause });
  }
}
