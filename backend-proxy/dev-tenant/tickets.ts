import type { Clock } from './clock.js';
import { randomId } from './random.js';
import { snapshotMap, type Restore } from './snapshot.js';

export interface Ticket {
  readonly kind: 'verify_email' | 'reset_password' | 'unblock';
  readonly userId: string;
  /** The address to verify, or the recipient of the email. A ticket is void once the user has a different address. */
  readonly email: string;
  /** The organization whose branding the page uses. */
  readonly organizationId?: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Whether using the link verifies the address. For password tickets, the caller decides. */
  readonly verifiesEmail: boolean;
}

/** Default of five days: https://auth0.com/docs/api/management/v2/tickets/post-password-change */
const lifetime = 432_000;

/** Tickets behind links in emails. Using one proves access to the mailbox. */
export class Tickets {
  readonly #clock: Clock;
  #tickets = new Map<string, Ticket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Creates a ticket and voids older ones of the same kind. `ttl` is in seconds. */
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

  /** Like {@link find}, and uses up the ticket. */
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
