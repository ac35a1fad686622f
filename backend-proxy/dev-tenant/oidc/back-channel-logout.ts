import type { Client } from '../clients.js';
import type { Clock } from '../clock.js';
import { randomId } from '../random.js';
import type { SigningKeys } from '../signing-keys.js';
import type { Restore } from '../snapshot.js';
import type { TenantLog } from '../tenant-log.js';
import type { LogoutInitiator } from './logout-initiator.js';
import type { Session } from './sessions.js';

/** A notification of one application. */
export interface LogoutDelivery {
  readonly clientId: string;
  readonly url: string;
  readonly initiator: LogoutInitiator;
  readonly userId: string;
  readonly sessionId: string;
  readonly logoutToken: string;
  readonly sentAt: string;
  /** HTTP status of the response, or why there was none. */
  readonly outcome: number | 'failed';
}

interface Surroundings {
  readonly clients: ReadonlyMap<string, Client>;
  readonly issuer: string;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  readonly log: TenantLog;
  /** Sends a logout request to an application. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** Lifetime of the token in seconds, and response timeout in milliseconds. */
const tokenLifetime = 120;
const timeoutMs = 5000;

/**
 * Notifies applications through their back channel that a session has ended, once each and asynchronously. Unlike
 * Auth0, it accepts localhost and URLs without TLS.
 * https://auth0.com/docs/authenticate/login/logout/back-channel-logout
 */
export class BackChannelLogout {
  readonly #around: Surroundings;
  #deliveries: LogoutDelivery[] = [];
  #underWay = new Set<Promise<void>>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Notifies only applications that used the session, and only of the initiators they selected. */
  announce(session: Session, initiator: LogoutInitiator): void {
    for (const id of session.clients) {
      const client = this.#around.clients.get(id);
      const urls =
        client && isInterested(client, initiator) ? client.oidc_logout.backchannel_logout_urls : [];
      for (const url of urls) this.#begin(this.#deliver({ clientId: id, url, initiator }, session));
    }
  }

  /** Completed notifications, in order of completion. */
  list(): LogoutDelivery[] {
    return [...this.#deliveries];
  }

  /** Resolves when no notification is in flight. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Restores the list only: sent notifications can't be undone. */
  snapshot(): Restore {
    const kept = this.list();
    return () => {
      this.#deliveries = [...kept];
    };
  }

  clear(): void {
    this.#deliveries = [];
  }

  #begin(delivery: Promise<void>): void {
    const noted = delivery.finally(() => this.#underWay.delete(noted));
    this.#underWay.add(noted);
  }

  async #deliver(
    target: Pick<LogoutDelivery, 'clientId' | 'url' | 'initiator'>,
    { id: sessionId, userId }: Session,
  ): Promise<void> {
    const { clock, log } = this.#around;
    const logoutToken = await this.#token(target.clientId, userId, sessionId);
    const sentAt = clock.timestamp();
    const outcome = await this.#post(target.url, logoutToken);
    this.#deliveries.push({ ...target, userId, sessionId, logoutToken, sentAt, outcome });
    const isDone = outcome === 200;
    log.write({
      type: isDone ? 'sslo' : 'fslo',
      description: `${isDone ? 'Successful' : 'Failed'} OIDC Back-Channel Logout request`,
      user_id: userId,
      client_id: target.clientId,
    });
  }

  async #post(url: string, logoutToken: string): Promise<number | 'failed'> {
    const body = new URLSearchParams({ logout_token: logoutToken });
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return (await this.#around.fetch(url, { method: 'POST', body, signal, redirect: 'manual' })).status;
    } catch {
      return 'failed';
    }
  }

  #token(clientId: string, userId: string, sessionId: string): Promise<string> {
    const { issuer, clock, keys } = this.#around;
    const iat = clock.seconds();
    return keys.sign(
      {},
      {
        iss: issuer,
        sub: userId,
        aud: clientId,
        iat,
        exp: iat + tokenLifetime,
        jti: crypto.randomUUID(),
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        trace_id: randomId(8),
        sid: sessionId,
      },
    );
  }
}

/** Logouts by the application or the identity provider always notify. */
function isInterested({ oidc_logout }: Client, initiator: LogoutInitiator): boolean {
  const { mode, selected_initiators } = oidc_logout.backchannel_logout_initiators;
  return mode === 'all' || ['rp-logout', 'idp-logout', ...selected_initiators].includes(initiator);
}
