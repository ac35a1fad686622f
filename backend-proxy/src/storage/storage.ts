import type { BulkItem, BulkRequest } from '../../../src/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { AuditEntry } from '../audit/audit-entry.js';
import type { RecentChanges } from './recent-changes.js';

/**
 * What the proxy has to remember between requests. Everything here is lost with the process in the memory version:
 * two instances, or a restart, may send a mail twice.
 */
export interface Storage {
  readonly idempotency: IdempotencyRecords;
  readonly cooldowns: Cooldowns;
  readonly quotas: Quotas;
  readonly invitations: InvitationLedger;
  readonly activity: ActivityTrail;
  readonly bulkRuns: BulkRuns;
  readonly recent: RecentChanges;
  readonly demotions: Demotions;
  readonly proofs: ProofRegister;
  readonly locks: Locks;
  readonly deletions: PendingDeletions;
}

/**
 * Who has lost a role, or the membership: their tokens from before say otherwise. Each is kept for 30 days, which is as
 * long as Auth0 lets a token live.
 */
export interface Demotions {
  note(organizationId: string, userId: string): Promise<void>;
  /** When it was last, in seconds since the epoch. */
  last(organizationId: string, userId: string): Promise<number | null>;
}

/** A person's wish to have their account deleted, until the day it is done. */
export interface StoredDeletion {
  readonly id: string;
  readonly userId: string;
  /** The organization it was asked for in. */
  readonly organizationId: string;
  /** RFC 3339, as all three. */
  readonly requestedAt: string;
  readonly dueAt: string;
  /** Later than that where it has been tried, and could not be done. */
  readonly tryAt: string;
}

/** One for each person. In memory they are lost with the process: then nothing is deleted. */
export interface PendingDeletions {
  note(deletion: StoredDeletion): Promise<void>;
  read(userId: string): Promise<StoredDeletion | null>;
  /** Takes it out; of several at once exactly one is told `true`. */
  take(userId: string, id: string): Promise<boolean>;
  /** Those to be tried by now. */
  due(now: string): Promise<readonly StoredDeletion[]>;
}

/** What must not be done twice at once, by whichever of the proxies that share this storage. */
export interface Locks {
  /**
   * Runs the task when nobody else holds the lock of that name; those who wait get it in turn. Whoever dies with it loses
   * it.
   */
  hold<T>(name: string, task: () => Promise<T>): Promise<T>;
}

/** The proofs of possession that have been used: each is good for one request (RFC 9449 §11.1). */
export interface ProofRegister {
  /** Notes a proof for so many seconds; `false` where it has been noted already. */
  take(id: string, seconds: number): Promise<boolean>;
}

/** What a request was answered the first time. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

export type IdempotencyClaim =
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  /** The key stands for another request. */
  | { readonly state: 'different' }
  | { readonly state: 'answered'; readonly answer: StoredAnswer };

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
export interface IdempotencyRecords {
  /** Takes a key for a request, told from others by its fingerprint; of several at once exactly one is told `new`. */
  claim(key: string, fingerprint: string): Promise<IdempotencyClaim>;
  /** Keeps the answer for as long as keys are remembered. */
  settle(key: string, answer: StoredAnswer): Promise<void>;
  /** Forgets a request that came to nothing, so that it may be tried again under the same key. */
  release(key: string): Promise<void>;
}

export interface Cooldowns {
  /** Starts a cool-down and answers 0, or answers how many whole seconds the one under way still takes. */
  start(key: string, seconds: number): Promise<number>;
  cancel(key: string): Promise<void>;
}

export interface Quotas {
  /**
   * Takes one of so many in a window, which opens with the first. Answers 0, or how many whole seconds until the next
   * window where all have been taken.
   */
  take(key: string, quota: Quota): Promise<number>;
  /** For what came to nothing. */
  giveBack(key: string): Promise<void>;
}

export interface Quota {
  readonly most: number;
  readonly seconds: number;
}

/** What the proxy knows of an invitation, beside what Auth0 still says of it. No link, and no ticket. */
export interface InvitationRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly inviter: string | null;
  /** Ids. */
  readonly roles: readonly string[];
  readonly connectionId: string | null;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** What became of it, once that is known. */
  readonly end: InvitationEnd | null;
}

export interface InvitationEnd {
  readonly state: 'expired' | 'accepted' | 'consumed-by-another' | 'revoked' | 'replaced';
  readonly at: string;
}

/**
 * Auth0 forgets an invitation the moment anybody uses it. Whoever asks what became of one is told from here.
 * Records are kept for a while after their end, and a bounded number for each organization.
 */
export interface InvitationLedger {
  /** Notes what Auth0 says; an end that is known already stays. */
  note(organizationId: string, records: readonly InvitationRecord[]): Promise<void>;
  /** Of several ends the first one counts. */
  settle(organizationId: string, id: string, end: InvitationEnd): Promise<void>;
  read(organizationId: string, id: string): Promise<InvitationRecord | null>;
  /** The newest first. */
  list(organizationId: string): Promise<readonly InvitationRecord[]>;
}

/** An entry of the audit, with the names people had at the time. */
export interface TrailEntry extends AuditEntry {
  readonly id: string;
  readonly actorName: string | null;
  readonly targetName: string | null;
}

/** What was done, for the organization's own people to read. */
export interface ActivityTrail {
  append(entry: TrailEntry): Promise<void>;
  /** The newest first, from before the position `before`, where one is given. */
  read(organizationId: string, query: TrailQuery): Promise<TrailPage>;
}

export interface TrailQuery {
  /** Only what this person did, and what was done about them. */
  readonly userId: string | null;
  readonly before: number | null;
  readonly limit: number;
}

export interface TrailPage {
  readonly entries: readonly TrailEntry[];
  /** The position of the last entry, where there are more. */
  readonly next: number | null;
}

/** All there is to know of a run: whoever has this can go on with it. */
export interface StoredRun {
  readonly id: string;
  /** Who started it, as their token said then. */
  readonly actor: Actor;
  readonly request: Pick<BulkRequest, 'operation' | 'roles' | 'reason'>;
  readonly state: 'running' | 'done' | 'cancelled';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly items: readonly BulkItem[];
}

export interface BulkRuns {
  add(run: StoredRun): Promise<void>;
  /** `null` for one that is forgotten, that never was, and that belongs to another organization. */
  read(organizationId: string, id: string): Promise<StoredRun | null>;
  /** Writes what came of some of the people. */
  note(organizationId: string, id: string, items: readonly BulkItem[]): Promise<void>;
  /** Of several ends the first one counts. */
  end(organizationId: string, id: string, state: 'done' | 'cancelled'): Promise<void>;
}
