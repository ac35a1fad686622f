import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import type { LogoutInitiator } from './logout-initiator.js';
import { snapshotMap, type Restore } from '../snapshot.js';

/** What a browser tells of itself. */
export interface Device {
  readonly userAgent: string;
  readonly ip: string;
}

/** Idle and absolute, in seconds. */
export interface SessionLifetime {
  readonly idle: number;
  readonly absolute: number;
}

/** Somebody signed in at the tenant, in one browser. */
export interface Session {
  /** The `sid` of ID tokens. */
  readonly id: string;
  /** The cookie's value. Not the `sid`, which every app gets to see. */
  readonly secret: string;
  readonly userId: string;
  /** Seconds since 1970; becomes `auth_time`. */
  readonly authTime: number;
  /** Grows with every session and makes paging stable. */
  readonly order: number;
  readonly device: Device;
  readonly lastDevice: Device;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly lastUsedAt: number;
  /** The applications that used it. */
  readonly clients: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** Who is signed in. */
export class Sessions {
  readonly #clock: Clock;
  readonly #lifetime: SessionLifetime;
  readonly #onEnd: (session: Session, why: LogoutInitiator) => void;
  #sessions = new Map<string, Session>();
  #order = 0;

  /** `onEnd` hears of every session that is ended for a reason; that one has expired is noticed too late to be told. */
  constructor(
    clock: Clock,
    lifetime: SessionLifetime,
    onEnd: (session: Session, why: LogoutInitiator) => void,
  ) {
    this.#clock = clock;
    this.#lifetime = lifetime;
    this.#onEnd = onEnd;
  }

  start(userId: string, device: Device): Session {
    const now = this.#clock.now();
    this.#order += 1;
    const session: Session = {
      id: randomId(16),
      secret: randomId(),
      userId,
      authTime: this.#clock.seconds(),
      order: this.#order,
      device,
      lastDevice: device,
      startedAt: now,
      lastUsedAt: now,
      clients: [],
      metadata: {},
    };
    this.#sessions.set(session.secret, session);
    return session;
  }

  get(secret: string | undefined): Session | undefined {
    const session = secret === undefined ? undefined : this.#sessions.get(secret);
    return session && this.#isAlive(session) ? session : undefined;
  }

  /** By the id that apps and the Management API know. */
  byId(id: string): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.id === id && this.#isAlive(session));
  }

  /** Oldest first. */
  listOf(userId: string): Session[] {
    return [...this.#sessions.values()].filter(
      (session) => session.userId === userId && this.#isAlive(session),
    );
  }

  /** An application has used the session: it will live longer. */
  use(id: string, clientId: string, lastDevice: Device): void {
    const session = this.byId(id);
    if (!session) return;
    const clients = [...new Set([...session.clients, clientId])];
    this.#put({ ...session, clients, lastDevice, lastUsedAt: this.#clock.now() });
  }

  setMetadata(id: string, metadata: Readonly<Record<string, string>>): void {
    const session = this.byId(id);
    if (session) this.#put({ ...session, metadata });
  }

  /** Milliseconds since 1970. */
  expiry({ startedAt, lastUsedAt }: Session): { idle: number; absolute: number } {
    const { idle, absolute } = this.#lifetime;
    return { idle: lastUsedAt + idle * 1000, absolute: startedAt + absolute * 1000 };
  }

  #isAlive(session: Session): boolean {
    const { idle, absolute } = this.expiry(session);
    return Math.min(idle, absolute) > this.#clock.now();
  }

  #put(session: Session): void {
    this.#sessions.set(session.secret, session);
  }

  /** Without a reason nobody is told: another session takes its place. */
  end(secret: string | undefined, why?: LogoutInitiator): void {
    this.endWhere((session) => session.secret === secret, why);
  }

  endAllOf(userId: string, why: LogoutInitiator): void {
    this.endWhere((session) => session.userId === userId, why);
  }

  snapshot(): Restore {
    return snapshotMap(this.#sessions);
  }

  clear(): void {
    this.#sessions.clear();
  }

  endWhere(condition: (session: Session) => boolean, why?: LogoutInitiator): void {
    for (const session of this.#sessions.values()) {
      if (!condition(session)) continue;
      this.#sessions.delete(session.secret);
      if (why !== undefined && this.#isAlive(session)) this.#onEnd(session, why);
    }
  }
}
