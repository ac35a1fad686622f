/**
 * Limits how many requests a caller, and an organization, can send in a minute.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 *
 * Our own instead of hono-rate-limiter, which has one limit per response and writes to its store for every request.
 */
import type { MiddlewareHandler } from 'hono';
import type { Services } from '../services.js';
import { Expiring } from '../storage/memory/expiring.js';
import type { Quotas } from '../storage/storage.js';
import { ProblemError } from './problem-error.js';
import type { AuthenticatedEnv } from './request.js';

const windowSeconds = 60;
/**
 * A quota is used in blocks. Every instance has one without asking, so a caller at a normal pace costs no write. Each
 * further one is taken from the storage, where all instances share the rest. Together, n instances let at most n - 1 blocks
 * more through than the quota.
 */
const blocks = 10;

interface Window {
  used: number;
  /** Requests that can be let through without asking the storage again. */
  granted: number;
  readonly endsAt: number;
  /** Once the storage has no more, no request asks it before the end. */
  isExhausted: boolean;
}

interface Usage {
  readonly isAllowed: boolean;
  readonly remaining: number;
  readonly secondsLeft: number;
}

/**
 * Creates the middleware. Register it after authentication: no limit depends on something that anyone could send, so a
 * flood of bad tokens uses up no one's quota.
 * @throws {ProblemError} `rate_limited`
 */
export function createRequestLimits({
  settings,
  storage: { quotas },
}: Pick<Services, 'settings' | 'storage'>): MiddlewareHandler<AuthenticatedEnv> {
  const caller = new SharedQuota('caller', settings.requestsPerMinute, quotas);
  const organization = new SharedQuota('organization', settings.organizationRequestsPerMinute, quotas);
  const policy = [caller, organization].map((quota) => quota.policy).join(', ');

  return async function limitRequests(context, next) {
    const { organizationId, userId } = context.get('actor');
    const usages: (readonly [SharedQuota, Usage])[] = [
      [caller, await caller.use(JSON.stringify([organizationId, userId]))],
    ];
    // A caller who is refused uses up nothing of their organization's.
    if (usages.every(([, { isAllowed }]) => isAllowed)) {
      usages.push([organization, await organization.use(organizationId)]);
    }
    context.header('ratelimit-policy', policy);
    context.header(
      'ratelimit',
      usages
        .map(([{ name }, { remaining, secondsLeft }]) => `"${name}";r=${remaining};t=${secondsLeft}`)
        .join(', '),
    );
    const refused = usages.find(([, { isAllowed }]) => !isAllowed)?.[1];
    if (refused) throw new ProblemError('rate_limited', { retryAfter: refused.secondsLeft });
    await next();
  };
}

class SharedQuota {
  readonly name: string;
  readonly policy: string;
  readonly #max: number;
  readonly #block: number;
  readonly #quotas: Quotas;
  readonly #windows = new Expiring<Window>(Date.now);

  constructor(name: string, max: number, quotas: Quotas) {
    this.name = name;
    this.policy = `"${name}";q=${max};w=${windowSeconds}`;
    this.#max = max;
    this.#block = Math.ceil(max / blocks);
    this.#quotas = quotas;
  }

  async use(key: string): Promise<Usage> {
    const window = this.#windows.get(key)?.value ?? this.#open(key);
    if (window.used >= window.granted && !window.isExhausted) await this.#takeBlock(key, window);
    const isAllowed = window.used < window.granted;
    if (isAllowed) window.used += 1;
    return {
      isAllowed,
      // As this instance knows it: what others have used shows when a block is taken.
      remaining: window.isExhausted ? Math.max(0, window.granted - window.used) : this.#max - window.used,
      secondsLeft: Math.max(1, Math.ceil((window.endsAt - Date.now()) / 1000)),
    };
  }

  #open(key: string): Window {
    const lifetimeMs = windowSeconds * 1000;
    const window = { used: 0, granted: this.#block, endsAt: Date.now() + lifetimeMs, isExhausted: false };
    this.#windows.set(key, window, lifetimeMs);
    return window;
  }

  async #takeBlock(key: string, window: Window): Promise<void> {
    const others = Math.ceil(this.#max / this.#block) - 1;
    const granted = Math.min(this.#block, this.#max - window.granted);
    const wait =
      others > 0 && granted > 0
        ? await this.#quotas.take(JSON.stringify(['requests', this.name, key]), {
            max: others,
            seconds: windowSeconds,
          })
        : windowSeconds;
    if (wait > 0) window.isExhausted = true;
    else window.granted += granted;
  }
}
