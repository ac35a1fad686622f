import { randomId } from './random.js';

interface Ticket {
  readonly userId: string;
  /** The address to be confirmed; a ticket is void once the user has another. */
  readonly email: string;
}

/** The links in mails: whoever has one proves to read that mailbox. */
export class Tickets {
  #tickets = new Map<string, Ticket>();

  issue(ticket: Ticket): string {
    const id = randomId();
    this.#tickets.set(id, ticket);
    return id;
  }

  redeem(id: string): Ticket | undefined {
    const ticket = this.#tickets.get(id);
    this.#tickets.delete(id);
    return ticket;
  }

  clear(): void {
    this.#tickets.clear();
  }
}
