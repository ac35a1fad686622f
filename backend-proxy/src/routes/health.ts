/** Probes for an orchestrator: whether the process lives, and whether it can serve requests. */
import type { Context } from 'hono';
import { ProblemError } from '../http/problem-error.js';
import type { ProxyEnv } from '../http/request.js';
import type { Services } from '../services.js';
import { StorageError } from '../storage/storage-error.js';

/** Shorter than the usual limit of a probe that is set to a few seconds. */
const checkMs = 2_000;
/** Probes are not authenticated. However many there are, the dependencies are asked this often at most. */
const cacheMs = 1_000;

interface Check {
  readonly status: 'ok' | 'failed';
  /** Why it failed: a problem or storage code, `timeout`, or `closing`. Never the text of an error, which can hold an address. */
  readonly reason?: string;
}

/** The body of `GET /readyz`. */
interface Readiness {
  readonly status: 'ready' | 'unready';
  readonly checks: Readonly<Record<'process' | 'storage' | 'keys' | 'token', Check>>;
}

/**
 * The tenant's keys and the proxy's token count as reachable while the ones at hand are good: an outage of the tenant
 * must not take out every instance at once, because they still answer with their caches.
 */
export function healthRoutes({
  storage,
  signingKeys,
  management,
  lifecycle,
}: Pick<Services, 'storage' | 'signingKeys' | 'management' | 'lifecycle'>) {
  let latest: { readonly at: number; readonly readiness: Promise<Readiness> } | null = null;

  async function check(): Promise<Readiness> {
    const [storageCheck, keys, token] = await Promise.all([
      // What authentication reads for every request, for no one.
      outcomeOf(() => storage.demotions.last('', '')),
      outcomeOf(async () => {
        if (!signingKeys.set.jwks()) await signingKeys.set.reload();
      }),
      outcomeOf(() => management.grantedScopes()),
    ]);
    const process: Check = lifecycle.isClosing ? { status: 'failed', reason: 'closing' } : { status: 'ok' };
    const checks = { process, storage: storageCheck, keys, token };
    const isReady = Object.values(checks).every(({ status }) => status === 'ok');
    return { status: isReady ? 'ready' : 'unready', checks };
  }

  async function ready(context: Context<ProxyEnv>): Promise<Response> {
    if (latest === null || Date.now() - latest.at >= cacheMs || lifecycle.isClosing) {
      latest = { at: Date.now(), readiness: check() };
    }
    const readiness = await latest.readiness;
    context.set('isProbe', readiness.status === 'ready');
    return context.json(readiness, readiness.status === 'ready' ? 200 : 503);
  }

  async function live(context: Context<ProxyEnv>): Promise<Response> {
    context.set('isProbe', true);
    return context.json({ status: 'alive' });
  }

  return { live, ready };
}

async function outcomeOf(task: () => Promise<unknown>): Promise<Check> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'failed', reason: 'timeout' }), checkMs);
  });
  const outcome = task().then(
    (): Check => ({ status: 'ok' }),
    (reason: unknown): Check => ({ status: 'failed', reason: reasonOf(reason) }),
  );
  const first = await Promise.race([outcome, timeout]);
  clearTimeout(timer);
  return first;
}

function reasonOf(reason: unknown): string {
  return reason instanceof ProblemError || reason instanceof StorageError ? reason.code : 'unreachable';
}
