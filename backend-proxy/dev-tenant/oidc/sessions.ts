import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import type { LogoutInitiator } from './logout-initiator.js';
import { snapshotMap, type Restore } from '../snapshot.js';

/** Data from the browser. */
export interface Device {
  readonly userAgent: string;
  readonly ip: string;
}

/** Idle and absolute lifetime in seconds. */
export interface SessionLifetime {
  readonly idle: number;
  readonly absolute: number;
}

/** A user's session at the tenant in one browser. */
export interface Session {
  /** The `sid` claim of ID tokens. */
  readonly id: string;
  /** Value of the cookie. Different from the `sid`, which apps can see. */
  readonly secret: string;
  readonly userId: string;
  /** Seconds since 1970. Becomes `auth_time`. */
  readonly authTime: number;
  /** Increases with every session, for stable paging. */
  readonly order: number;
  readonly device: Device;
  readonly lastDevice: Device;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly lastUsedAt: number;
  /** Applications that used the session. */
  readonly clients: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** Sessions of signed-in users. */
export class Sessions {
  readonly #clock: Clock;
  readonly #lifetime: SessionLifetime;
  readonly #onEnd: (session: Session, why: LogoutInitiator) => void;
  #sessions = new Map<string, Session>();
  #order = 0;

  /** `onEnd` is called for sessions that end for a reason. Expiration isn't one: it is only detected later. */
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

  /** Finds a session by the ID that apps and the Management API use. */
  byId(id: string): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.id === id && this.#isAlive(session));
  }

  /** Oldest first. */
  listOf(userId: string): Session[] {
    return [...this.#sessions.values()].filter(
      (session) => session.userId === userId && this.#isAlive(session),
    );
  }

  /** Records that an application used the session, which extends its lifetime. */
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

  /** Ends a session. Without a reason no application is notified, because a new session replaces it. */
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
