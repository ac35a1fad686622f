import type { Clock } from './clock.js';
import { randomId } from './random.js';
import type { Restore } from './snapshot.js';

/**
 * An entry of the tenant log. `type` is one of Auth0's codes:
 * https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export interface LogEntry {
  readonly log_id: string;
  readonly date: string;
  readonly type: string;
  readonly description: string;
  readonly user_id?: string | undefined;
  readonly organization_id?: string | undefined;
  readonly connection?: string | undefined;
  readonly client_id?: string | undefined;
  readonly ip: string;
  /** The caller's `X-Correlation-ID`. */
  readonly references?: { readonly correlation_id: string } | undefined;
  readonly details?: Record<string, unknown> | undefined;
}

/** Events in the tenant, oldest first. */
export class TenantLog {
  readonly #clock: Clock;
  #entries: LogEntry[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  write(entry: Omit<LogEntry, 'log_id' | 'date' | 'ip'>): void {
    this.#entries.push({ ...entry, log_id: randomId(18), date: this.#clock.timestamp(), ip: '127.0.0.1' });
  }

  list(): readonly LogEntry[] {
    return this.#entries;
  }

  snapshot(): Restore {
    const kept = [...this.#entries];
    return () => {
      this.#entries = [...kept];
    };
  }

  clear(): void {
    this.#entries = [];
  }
}
