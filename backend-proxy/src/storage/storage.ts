import type { AuditAction, BulkItem, BulkRequest } from '../../../src/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { ActivityLogEntry } from '../audit/audit-entry.js';
import type { ChainEnd, ChainLink } from '../audit/chain.js';

export type { ActivityLogEntry } from '../audit/audit-entry.js';

/**
 * State the proxy keeps between requests. Proxies that share a storage behave as one.
 *
 * Times are read from the clock of the process, except for locks and leases, which must agree between instances. Every
 * method rejects when the data can't be read or written: the proxy then fails the request instead of guessing.
 *
 * Run `describeStorage` from `orgdesk-proxy/storage-tests` against an implementation of your own.
 */
export interface Storage {
  /**
   * `null` if the data outlives the process. Otherwise the time, in milliseconds since the epoch, from which on the
   * storage knows what happened. The proxy fails closed about what came before.
   */
  readonly knownSince: number | null;
  readonly idempotency: IdempotencyRecords;
  readonly cooldowns: Cooldowns;
  readonly quotas: Quotas;
  readonly invitations: InvitationLedger;
  readonly activity: ActivityLog;
  readonly bulkRuns: BulkRuns;
  readonly recent: RecentChanges;
  readonly demotions: Demotions;
  readonly proofs: UsedProofs;
  readonly locks: Locks;
  readonly deletions: PendingDeletions;
  readonly shared: SharedValues;
  /** Closes connections and files. */
  close(): Promise<void>;
}

/**
 * Members who lost a role or their membership: their older tokens still carry the permissions. Kept for 30 days, the
 * longest life of a token.
 */
export interface Demotions {
  note(organizationId: string, userId: string): Promise<void>;
  /** Returns the time of the last one, in seconds since the epoch. */
  last(organizationId: string, userId: string): Promise<number | null>;
}

/** An account deletion that its owner asked for and that is carried out later. Times are RFC 3339, in UTC. */
export interface StoredDeletion {
  readonly id: string;
  readonly userId: string;
  /** The organization it was requested in. */
  readonly organizationId: string;
  readonly requestedAt: string;
  readonly dueAt: string;
  /** Later than `dueAt` after a failed attempt. */
  readonly tryAt: string;
}

/** At most one per user; kept until taken. */
export interface PendingDeletions {
  /** Adds a deletion, or replaces the user's. */
  note(deletion: StoredDeletion): Promise<void>;
  read(userId: string): Promise<StoredDeletion | null>;
  /** Removes it. Returns `true` for exactly one of several concurrent callers. */
  take(userId: string, id: string): Promise<boolean>;
  /** Returns the deletions whose `tryAt` has come. */
  due(now: string): Promise<readonly StoredDeletion[]>;
}

/** Mutual exclusion across every proxy that shares the storage. */
export interface Locks {
  /**
   * Runs the task while holding the named lock; waits for it first. A lock isn't reentrant. The lock of a process that
   * dies becomes free after a few seconds.
   */
  hold<T>(name: string, task: () => Promise<T>): Promise<T>;
}

/** DPoP proofs that were used: each is good for one request (RFC 9449 §11.1). */
export interface UsedProofs {
  /** Remembers a proof for this long. Returns `false` if it was used before. */
  take(id: string, seconds: number): Promise<boolean>;
}

/**
 * Short-lived values that every proxy reads and replaces: what is left of Auth0's rate limits, and answers of Auth0 that
 * change slowly. Losing one costs calls and nothing else.
 */
export interface SharedValues {
  /** Returns `null` if there is none, or if it has expired. */
  read(key: string): Promise<SharedValue | null>;
  /**
   * Stores a value for so many seconds, unless the one before has changed or expired since `was` was read. Exactly one of
   * several concurrent callers with the same `was` gets what is stored then, and the others `null`.
   */
  replace(key: string, was: SharedValue | null, next: NextSharedValue): Promise<SharedValue | null>;
}

export interface SharedValue {
  readonly value: string;
  /** Different each time a value is stored. */
  readonly version: string;
  /** In milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface NextSharedValue {
  readonly value: string;
  readonly seconds: number;
}

/** The response to a request with an `Idempotency-Key`. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

export type IdempotencyClaim =
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  /**
   * An earlier request with this key may have been carried out: its answer was lost, or its process died. The caller has
   * the key now, as with `new`.
   * @property since - When its first write was about to be sent, in milliseconds since the epoch.
   */
  | { readonly state: 'unknown'; readonly since: number }
  /** The key was used for another request. */
  | { readonly state: 'different' }
  | { readonly state: 'answered'; readonly answer: StoredAnswer };

/** Idempotency keys, kept for 24 hours. https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
export interface IdempotencyRecords {
  /**
   * Claims a key for the request with this fingerprint. Exactly one of several concurrent callers gets `new` or `unknown`. A
   * claim ends after `runningSeconds`, because its process died: the next one is `unknown` if a write had begun, and `new`
   * otherwise.
   */
  claim(key: string, fingerprint: string, runningSeconds: number): Promise<IdempotencyClaim>;
  /**
   * Notes that a write is about to be sent, and returns when that was first noted for the key, in milliseconds since the
   * epoch: the `since` of a later claim.
   */
  begin(key: string): Promise<number>;
  /** Stores the response. */
  settle(key: string, answer: StoredAnswer): Promise<void>;
  /** Forgets a request that changed nothing, so that it can be retried with the same key. */
  release(key: string): Promise<void>;
  /** Ends a claim whose outcome is unknown, so that the next one doesn't have to wait for its end. */
  suspend(key: string): Promise<void>;
}

export interface Cooldowns {
  /** Starts a cool-down and returns 0, or returns how many whole seconds the current one still takes. */
  start(key: string, seconds: number): Promise<number>;
  /** Returns how many whole seconds the current one still takes, or 0 if there is none. */
  left(key: string): Promise<number>;
  cancel(key: string): Promise<void>;
}

export interface Quotas {
  /**
   * Takes one unit of a quota whose window opens with the first. Returns 0, or how many whole seconds remain until the
   * next window if the quota is used up.
   */
  take(key: string, quota: Quota): Promise<number>;
  /** Returns a unit that wasn't needed. */
  giveBack(key: string): Promise<void>;
}

export interface Quota {
  readonly max: number;
  readonly seconds: number;
}

/** An invitation as the proxy saw it last. Holds no link and no ticket. Times are RFC 3339. */
export interface InvitationRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly inviter: string | null;
  /** Role IDs. */
  readonly roles: readonly string[];
  readonly connectionId: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** How it ended, once that is known. */
  readonly end: InvitationEnd | null;
}

export interface InvitationEnd {
  /** `gone` is how it ended as long as nothing shows more. */
  readonly state: 'expired' | 'accepted' | 'gone' | 'revoked' | 'replaced';
  readonly at: string;
}

/** Auth0 forgets an invitation once it is used; the ledger remembers how it ended, for at least 30 days. */
export interface InvitationLedger {
  /** Adds or updates records. An end that is known already stays. */
  note(organizationId: string, records: readonly InvitationRecord[]): Promise<void>;
  /** Stores how an invitation ended. The first end stays, except `gone`, which any other replaces. */
  settle(organizationId: string, id: string, end: InvitationEnd): Promise<void>;
  read(organizationId: string, id: string): Promise<InvitationRecord | null>;
  /** Returns the newest 2,000, newest first. */
  list(organizationId: string): Promise<readonly InvitationRecord[]>;
}

/**
 * What was done, tried, and refused through the proxy, for the organization's admins and for auditors. The entries of an
 * organization are a chain, in which each holds the hash of the one before.
 */
export interface ActivityLog {
  /**
   * Adds an entry at the end of its organization's chain, in the form that `linkEntry` gives it. Concurrent appends, also of
   * several instances, must follow each other: read the end of the chain and write the new one in one transaction.
   */
  append(entry: ActivityLogEntry): Promise<void>;
  /** Returns a page, newest first. */
  read(organizationId: string, query: ActivityQuery): Promise<ActivityLogPage>;
  /** Returns the start and the end of every chain, also of those whose entries were all dropped. */
  chains(): Promise<readonly ActivityChain[]>;
  /** Returns the stored entries after a position (-1 for all), oldest first, just as they are stored. */
  links(organizationId: string, page: LinkPage): Promise<readonly StoredLink[]>;
  /**
   * Drops the oldest entries of each chain, up to the first that isn't older than this (RFC 3339, in UTC with milliseconds),
   * and keeps the hash of the last one dropped, so that the rest can be verified.
   */
  dropBefore(time: string): Promise<void>;
}

export interface ActivityChain extends ChainEnd {
  readonly organizationId: string;
  /** The position of the first entry that is kept. */
  readonly start: number;
  /** The hash of the entry before it. */
  readonly startHash: string;
}

export interface LinkPage {
  readonly after: number;
  readonly limit: number;
}

/** An entry as it is stored, with its position in the chain, from 0. */
export interface StoredLink extends ChainLink {
  readonly position: number;
}

export interface ActivityQuery {
  /** Only entries with this user as actor or target. */
  readonly userId: string | null;
  readonly action: AuditAction | null;
  /** Only entries from this time on. RFC 3339, in UTC with milliseconds, as the next. */
  readonly from: string | null;
  /** Only entries before this time. */
  readonly to: string | null;
  /** The `next` of the page before. */
  readonly before: number | null;
  readonly limit: number;
}

export interface ActivityLogPage {
  readonly entries: readonly ActivityLogEntry[];
  /** The position of the last entry if there are more. Positions count the entries of one organization. */
  readonly next: number | null;
}

/** A bulk run, without its members. */
export interface StoredRun {
  readonly id: string;
  /** The user who started it, with the permissions of their token. */
  readonly actor: Actor;
  readonly request: Pick<BulkRequest, 'operation' | 'roles' | 'reason'>;
  /** `stopping`: canceled while a member was being processed, who has to be finished. */
  readonly state: 'running' | 'paused' | 'stopping' | 'done' | 'cancelled';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly counts: RunCounts;
  /** The permissions that the actor's roles gave when the first member was processed; `null` before. */
  readonly permissionsAtStart: readonly string[] | null;
  /** The member being processed. If the process died, it's unknown what was done to them. */
  readonly current: string | null;
}

/** How many members of a run are in each state. */
export type RunCounts = Readonly<Record<'waiting' | RunResult['state'], number>>;

/** The result for one member of a run. It never changes. */
export interface RunResult extends BulkItem {
  readonly state: 'done' | 'refused' | 'failed';
}

/** A run to be processed, with everything needed for that. */
export interface ClaimedRun {
  readonly run: StoredRun;
  /** The members without a result, in the order of the request. */
  readonly waiting: readonly string[];
}

/** The right to process a run, until it ends or is renewed. */
export interface Lease {
  /** Identifies the holder: unique for each time a run is started or continued. */
  readonly holder: string;
  readonly seconds: number;
}

/** Bulk runs of up to 10,000 members, kept for 24 hours after the last change. */
export interface BulkRuns {
  /** Adds a run that the holder of the lease processes. */
  add(run: Omit<StoredRun, 'counts'>, userIds: readonly string[], lease: Lease): Promise<void>;
  /** Returns `null` for a run that doesn't exist or belongs to another organization. */
  read(organizationId: string, id: string): Promise<StoredRun | null>;
  /** Returns results in the order they were noted, without the first `after`. */
  results(organizationId: string, id: string, page: ResultPage): Promise<readonly RunResult[]>;
  /**
   * Leases a run whose lease has ended: a running one, or one that was paused or canceled while a member was being
   * processed. Several concurrent callers get different runs. Returns `null` if there is none.
   */
  claim(lease: Lease): Promise<ClaimedRun | null>;
  /** Extends a lease, or ends it with 0 seconds. Does nothing for a run that ended or that another holder has leased. */
  renew(organizationId: string, id: string, lease: Lease): Promise<void>;
  /**
   * Stores which member is processed next, and extends the lease. Returns `false` if another holder has leased the run, or
   * if it isn't running, unless the member is the one being processed; then nothing may be done.
   */
  begin(organizationId: string, id: string, member: RunMember, lease: Lease): Promise<boolean>;
  /**
   * Stores results, also after the run was paused or canceled. No member is being processed then. Returns `false` if
   * another holder has leased the run; then nothing is stored.
   */
  note(organizationId: string, id: string, results: readonly RunResult[], lease: Lease): Promise<boolean>;
  /**
   * Gives up the lease, and ends the run: as `done` if no member is without a result, and as `cancelled` if it is
   * stopping. A run with a member being processed doesn't end. Does nothing if another holder has leased the run.
   */
  finish(organizationId: string, id: string, lease: Lease): Promise<void>;
  /** Pauses a running run, or lets a paused one continue. Other runs stay as they are. */
  setPaused(organizationId: string, id: string, isPaused: boolean): Promise<void>;
  /** Cancels a run that hasn't ended: at once, or as soon as the member being processed is finished. */
  cancel(organizationId: string, id: string): Promise<void>;
}

export interface ResultPage {
  readonly after: number;
  readonly limit: number;
}

export interface RunMember {
  readonly userId: string;
  readonly permissionsAtStart: readonly string[];
}

/**
 * Recent writes that Auth0's eventually consistent lists don't show yet. Writers record changes here; list results are
 * patched with them. Kept for a minute, far longer than the lag.
 */
export interface RecentChanges {
  /** Merges a change to the user, which every organization sees. */
  noteUser(userId: string, change: UserChange): Promise<void>;
  /** Merges a change to the user's membership. */
  noteMembership(organizationId: string, userId: string, change: MembershipChange): Promise<void>;
  /** Returns both kinds of changes for those of the users who have any. */
  read(
    organizationId: string,
    userIds: readonly string[],
  ): Promise<ReadonlyMap<string, UserChange & MembershipChange>>;
}

export interface UserChange {
  /** When the account was deleted, in milliseconds since the epoch. A newer answer from Auth0 may know it again. */
  readonly deletedAt?: number;
  readonly blocked?: boolean;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly picture?: string | null;
}

export interface MembershipChange {
  /** When they were removed, in milliseconds since the epoch. A newer answer from Auth0 may know them again. */
  readonly removedAt?: number;
  /** `null`: not known, because the membership they had the roles in has ended. */
  readonly roles?: readonly { readonly id: string; readonly name: string }[] | null;
}
