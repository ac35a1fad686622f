import type { Clock } from './clock.js';
import { spaClient } from './clients.js';
import { randomId } from './random.js';
import type { ParsedSeed } from './seed.js';
import { snapshotMap, type Restore } from './snapshot.js';

export interface Invitation {
  readonly id: string;
  readonly organization_id: string;
  readonly inviter: { readonly name: string };
  readonly invitee: { readonly email: string };
  readonly client_id: string;
  readonly connection_id?: string | undefined;
  readonly roles: readonly string[];
  readonly user_metadata?: Record<string, unknown> | undefined;
  readonly app_metadata?: Record<string, unknown> | undefined;
  /** The secret in the emailed link. Anyone who has it can try to accept. */
  readonly ticket_id: string;
  readonly created_at: string;
  readonly expires_at: string;
}

/**
 * Default for a missing or zero TTL, one week:
 * https://auth0.com/docs/api/management/v2/organizations/post-invitations
 */
const lifetime = 604_800;

/** Unused invitations. Expired ones stay listed until they are deleted. */
export class Invitations {
  readonly #clock: Clock;
  #invitations = new Map<string, Invitation>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `ttl` is in seconds. */
  create(
    invitation: Omit<Invitation, 'id' | 'ticket_id' | 'created_at' | 'expires_at'>,
    ttl = 0,
  ): Invitation {
    const now = this.#clock.now();
    const id = `uinv_${randomId()
      .replace(/[^a-z0-9]/gi, '')
      .slice(0, 16)}`;
    const created: Invitation = {
      ...invitation,
      id,
      ticket_id: randomId(),
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + (ttl || lifetime) * 1000).toISOString(),
    };
    this.#invitations.set(id, created);
    return created;
  }

  /** Replaces all invitations with the seeded ones. */
  seed(seeded: ParsedSeed['invitations']): void {
    this.clear();
    for (const { email, inviter, ...invitation } of seeded) {
      this.#invitations.set(invitation.id, {
        ...invitation,
        invitee: { email },
        inviter: { name: inviter },
        client_id: spaClient.clientId,
        ticket_id: randomId(),
      });
    }
  }

  /** Newest first. */
  listOf(organizationId: string): Invitation[] {
    return [...this.#invitations.values()]
      .filter(({ organization_id }) => organization_id === organizationId)
      .reverse();
  }

  find(organizationId: string, id: string): Invitation | undefined {
    const found = this.#invitations.get(id);
    return found?.organization_id === organizationId ? found : undefined;
  }

  /** Finds an invitation that can still be accepted. */
  byTicket(organizationId: string, ticket: string): Invitation | undefined {
    return this.listOf(organizationId).find(
      ({ ticket_id, expires_at }) => ticket_id === ticket && Date.parse(expires_at) > this.#clock.now(),
    );
  }

  remove(id: string): void {
    this.#invitations.delete(id);
  }

  snapshot(): Restore {
    return snapshotMap(this.#invitations);
  }

  clear(): void {
    this.#invitations.clear();
  }
}
