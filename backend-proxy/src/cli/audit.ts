/** `orgdesk audit verify`: checks the hash chains of the activity log. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { verifyActivity, type ChainFault, type ChainReport, type ExpectedEnd } from '../audit/verify.js';
import { StorageError } from '../storage/storage-error.js';
import type { Storage } from '../storage/storage.js';
import { defineCommand, jsonOption } from './command.js';
import { exitStatus, FileError } from './exit.js';
import type { Io } from './io.js';
import { readStorageSettings } from './serve/settings.js';
import { openStorage } from './serve/storage.js';

const reportFile = z.array(
  z.object({ organizationId: z.string(), length: z.int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
);

export const verifyAudit = defineCommand({
  name: 'audit verify',
  summary: 'Find entries of the activity log that were edited, removed, or moved',
  operands: [],
  options: {
    expect: { value: 'FILE', help: 'An earlier report, kept outside the database: finds what was cut off' },
    json: jsonOption,
  },
  notes: [
    'Reads the database of DATABASE_URL, or the SQLite file of ORGDESK_DATA, like "serve".',
    'Someone who can write to the database can cut off the newest entries, or compute a new chain. Only a report that they\n' +
      'cannot change shows that. Keep one with: orgdesk audit verify --json > report.json',
  ],
  async run({ values: { expect, json } }, io) {
    const expected = expect === undefined ? [] : await readReport(io, expect);
    const storage = await openExisting(io);
    if (!storage) return exitStatus.misused;
    try {
      const reports = await verifyActivity(storage.activity, expected);
      io.stdout(json ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(describeReport).join(''));
      return reports.every(({ faults }) => faults.length === 0) ? exitStatus.ok : exitStatus.refused;
    } finally {
      await storage.close();
    }
  },
});

async function openExisting(io: Io): Promise<Storage | null> {
  const settings = readStorageSettings(io.env);
  // Opening would create it.
  if (settings.kind === 'sqlite' && !existsSync(settings.path))
    throw new FileError(`Can't find ${settings.path}`);
  try {
    return await openStorage(settings, io);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    io.stderr(`error: ${error.message} (${error.code})\n`);
    return null;
  }
}

async function readReport({ readFile }: Io, path: string): Promise<readonly ExpectedEnd[]> {
  const text = await readFile(path).catch((cause: unknown) => {
    throw new FileError(`Can't read ${path}`, { cause });
  });
  try {
    return reportFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new FileError(`${path} is not a report of "audit verify --json"`, { cause });
  }
}

const faultTexts: Readonly<Record<ChainFault['fault'], string>> = {
  missing: 'is missing',
  edited: 'was edited or moved',
  'details-edited': 'has other names, values, or another reason than were recorded',
  unexpected: 'is outside the chain',
  'end-differs': 'is not the entry that was the last one',
  shorter: 'was the last one in the report, and is missing',
};

/** Positions count from 0 in the storage, and entries from 1 for people. */
function describeReport({ organizationId, start, length, hash, erased, faults }: ChainReport): string {
  const kept = length - start;
  const facts = [
    `${kept} ${kept === 1 ? 'entry' : 'entries'}`,
    ...(start > 0 ? [`starts at entry ${start + 1}`] : []),
    ...(erased > 0 ? [`${erased} without personal data`] : []),
    `head ${length}:${hash}`,
  ];
  const lines = faults.map(({ position, fault }) => `  entry ${position + 1} ${faultTexts[fault]}\n`);
  return `${organizationId}: ${faults.length === 0 ? 'intact' : 'NOT INTACT'}, ${facts.join(', ')}\n${lines.join('')}`;
}
