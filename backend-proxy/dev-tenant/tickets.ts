import type { Clock } from './clock.js';
import { randomId } from './random.js';
import { snapshotMap, type Restore } from './snapshot.js';

export interface Ticket {
  readonly kind: 'verify_email' | 'reset_password' | 'unblock';
  readonly userId: string;
  /** The address to be confirmed, or that got the mail: a ticket is void once the user has another. */
  readonly email: string;
  /** Whose name and colours the page carries. */
  readonly organizationId?: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Whether using the link proves that the address is the person's: a password ticket may leave that open. */
  readonly verifiesEmail: boolean;
}

/** Five days unless told: https://auth0.com/docs/api/management/v2/tickets/post-password-change */
const lifetime = 432_000;

/** The links in mails: whoever has one proves to read that mailbox. */
export class Tickets {
  readonly #clock: Clock;
  #tickets = new Map<string, Ticket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Only the newest link of a kind works. `ttl` in seconds. */
  issue(ticket: Omit<Ticket, 'expiresAt' | 'verifiesEmail'>, ttl = lifetime, verifiesEmail = true): string {
    for (const [id, { kind, userId }] of this.#tickets) {
      if (kind === ticket.kind && userId === ticket.userId) this.#tickets.delete(id);
    }
    const id = randomId();
    this.#tickets.set(id, { ...ticket, verifiesEmail, expiresAt: this.#clock.now() + ttl * 1000 });
    return id;
  }

  find(id: string, kind: Ticket['kind']): Ticket | undefined {
    const ticket = this.#tickets.get(id);
    return ticket?.kind === kind && ticket.expiresAt > this.#clock.now() ? ticket : undefined;
  }

  /** As {@link find}, and the link works no more. */
  redeem(id: string, kind: Ticket['kind']): Ticket | undefined {
    const ticket = this.find(id, kind);
    if (ticket) this.#tickets.delete(id);
    return ticket;
  }

  snapshot(): Restore {
    return snapshotMap(this.#tickets);
  }

  clear(): void {
    this.#tickets.clear();
  }
}
