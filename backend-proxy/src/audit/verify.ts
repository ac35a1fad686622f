/** Checks the hash chains of the activity log. */
import type { ActivityLog, ActivityChain } from '../storage/storage.js';
import { hashOf, matchesDetails, type ChainEnd } from './chain.js';

/** What is wrong with the entry at a position, which counts from 0. */
export interface ChainFault {
  readonly position: number;
  readonly fault:
    | 'missing' // there is no entry where one was written
    | 'edited' // the entry, or its place, isn't the one that was written
    | 'details-edited' // names, values, or the reason aren't the ones that were written
    | 'unexpected' // there is an entry after the end, or before the start
    | 'end-differs' // the last entry isn't the one whose hash was noted
    | 'shorter'; // there were more entries when the end was noted outside
}

export interface ChainReport extends ChainEnd {
  readonly organizationId: string;
  /** The position of the first entry: above 0 if older ones were dropped by retention. */
  readonly start: number;
  /** The number of entries without details: they were erased. */
  readonly erased: number;
  readonly faults: readonly ChainFault[];
}

/** An end that was noted outside the database, from an earlier report. */
export type ExpectedEnd = Pick<ChainReport, 'organizationId' | 'length' | 'hash'>;

const pageSize = 500;

/**
 * Verifies the chain of every organization, also of those that should have one. The log can be in use meanwhile: entries that
 * are appended while it runs are left to the next verification.
 * @param expected - Ends from an earlier report. Only they show that the newest entries, or all of a chain, were removed by
 *   someone who can write to the database.
 */
export async function verifyActivity(
  activity: Pick<ActivityLog, 'chains' | 'links'>,
  expected: readonly ExpectedEnd[] = [],
): Promise<readonly ChainReport[]> {
  const chains = await activity.chains();
  const known = new Set(chains.map(({ organizationId }) => organizationId));
  const walks: ChainWalk[] = [];
  const walk = (chain: ActivityChain) =>
    walkChain(
      activity,
      chain,
      expected.filter(({ organizationId }) => organizationId === chain.organizationId),
    );
  for (const chain of chains) walks.push(await walk(chain));
  const later = new Map((await activity.chains()).map((chain) => [chain.organizationId, chain]));
  const reports: ChainReport[] = [];
  for (const first of walks) {
    const now = later.get(first.report.organizationId);
    // Retention has dropped entries that were still to be read.
    const { report, beyond } = now && now.start > first.report.start ? await walk(now) : first;
    const length = now?.length ?? report.length;
    const unexpected = beyond
      .filter((position) => position >= length)
      .map((position) => ({ position, fault: 'unexpected' as const }));
    reports.push({ ...report, faults: [...report.faults, ...unexpected] });
  }
  for (const { organizationId, hash } of expected.filter((each) => !known.has(each.organizationId)))
    reports.push({
      organizationId,
      length: 0,
      hash,
      start: 0,
      erased: 0,
      faults: [{ position: 0, fault: 'shorter' }],
    });
  return reports;
}

interface ChainWalk {
  readonly report: ChainReport;
  /** Positions after the end: appended while the chain was read, or by someone else than the proxy. */
  readonly beyond: readonly number[];
}

async function walkChain(
  activity: Pick<ActivityLog, 'links'>,
  { organizationId, start, startHash, length, hash }: ActivityChain,
  ends: readonly ExpectedEnd[],
): Promise<ChainWalk> {
  const faults: ChainFault[] = [];
  const beyond: number[] = [];
  let erased = 0;
  let end: ChainEnd = { length: start, hash: startHash };
  const checkEnd = () => {
    if (ends.some((each) => each.length === end.length && each.hash !== end.hash))
      faults.push({ position: end.length - 1, fault: 'end-differs' });
  };
  checkEnd();
  for (let after = -1; ;) {
    const links = await activity.links(organizationId, { after, limit: pageSize });
    for (const link of links) {
      after = link.position;
      if (link.position >= length) beyond.push(link.position);
      else if (link.position < start) faults.push({ position: link.position, fault: 'unexpected' });
      if (link.position < start || link.position >= length) continue;
      for (let position = end.length; position < link.position; position += 1)
        faults.push({ position, fault: 'missing' });
      const isMissing = link.position > end.length;
      const isIntact = isMissing || link.hash === (await hashOf(link.text, end));
      if (!isIntact) faults.push({ position: link.position, fault: 'edited' });
      else if (link.details === null) erased += 1;
      else if (!(await matchesDetails(link.text, link.details)))
        faults.push({ position: link.position, fault: 'details-edited' });
      // Continues from the stored hash, so that one edit is one fault.
      end = { length: link.position + 1, hash: link.hash };
      checkEnd();
    }
    if (links.length < pageSize) break;
  }
  for (let position = end.length; position < length; position += 1)
    faults.push({ position, fault: 'missing' });
  if (end.length === length && end.hash !== hash) faults.push({ position: length - 1, fault: 'end-differs' });
  for (const each of ends.filter((one) => one.length > length))
    faults.push({ position: each.length - 1, fault: 'shorter' });
  return { report: { organizationId, start, length, hash, erased, faults }, beyond };
}
