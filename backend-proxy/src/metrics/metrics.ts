/** What the proxy counts: requests, calls to Auth0, uses of the storage, the progress of bulk runs, and what waits. */
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ProxyEnv } from '../http/request.js';
import type { WaitingCalls } from '../management/call-scheduler.js';
import type { ResponseHead, TransportRequest } from '../management/transport.js';
import type { BulkRunner } from '../operations/bulk/runner.js';
import type { Settings } from '../options.js';
import type { RunResult, Storage, StoredDeletion } from '../storage/storage.js';
import { endpointOf } from './endpoint.js';
import { Registry } from './registry.js';

/** What waits, at the moment that it's asked for. */
export interface Queues {
  waitingCalls(): WaitingCalls;
  runProgress(): ReturnType<BulkRunner['progress']>;
}

export interface Metrics {
  /** Middleware that counts requests. */
  readonly countRequests: MiddlewareHandler<ProxyEnv>;
  /** Returns the same settings, with every request to Auth0 counted, retries included. */
  countCalls(settings: Settings): Settings;
  /** Returns the same storage, with its uses counted. */
  countUses(storage: Storage): Storage;
  /** Adds what waits to the metrics. Called once. */
  watch(queues: Queues): void;
  /** Returns everything in Prometheus' text format. */
  text(): string;
}

export function createMetrics(basePath: string): Metrics {
  const registry = new Registry();
  const requests = registry.counter({
    name: 'orgdesk_http_requests_total',
    help: 'Requests to the proxy, by the pattern of their route.',
    labels: ['method', 'route', 'status'],
  });
  const requestDuration = registry.histogram({
    name: 'orgdesk_http_request_duration_seconds',
    help: 'Time until the response to a request began.',
    labels: ['method', 'route'],
  });
  const requestsOpen = registry.gauge({
    name: 'orgdesk_http_requests_open',
    help: 'Requests under way.',
    labels: [],
  });
  const calls = registry.counter({
    name: 'orgdesk_auth0_calls_total',
    help: 'Requests to Auth0, retries included. The status is "none" without a response.',
    labels: ['method', 'endpoint', 'status'],
  });
  const callDuration = registry.histogram({
    name: 'orgdesk_auth0_call_duration_seconds',
    help: 'Time until the response of Auth0 began.',
    labels: ['method', 'endpoint'],
  });
  const callsOpen = registry.gauge({
    name: 'orgdesk_auth0_calls_open',
    help: 'Requests to Auth0 under way.',
    labels: [],
  });
  const uses = registry.counter({
    name: 'orgdesk_storage_operations_total',
    help: 'Uses of the storage.',
    labels: ['operation', 'outcome'],
  });
  const useDuration = registry.histogram({
    name: 'orgdesk_storage_operation_duration_seconds',
    help: 'Time that a use of the storage took.',
    labels: ['operation'],
  });
  const runs = registry.counter({
    name: 'orgdesk_bulk_runs_total',
    help: 'Bulk runs that this instance started, or continued for another one.',
    labels: ['event'],
  });
  const runMembers = registry.counter({
    name: 'orgdesk_bulk_run_members_total',
    help: 'Members that bulk runs of this instance are finished with.',
    labels: ['result'],
  });

  let dueDeletions: number | null = null;
  registry.observedGauge(
    {
      name: 'orgdesk_deletions_due',
      help: 'Scheduled deletions whose time had come at the last check.',
      labels: [],
    },
    () => (dueDeletions === null ? [] : [[[], dueDeletions]]),
  );

  async function countCall<T extends ResponseHead>(
    { method, url }: Pick<TransportRequest, 'method' | 'url'>,
    urls: Pick<Settings, 'managementUrl' | 'tokenUrl' | 'jwksUrl'>,
    send: () => Promise<T>,
  ): Promise<T> {
    const startedAt = performance.now();
    const endpoint = endpointOf(url, urls);
    let status = 'none';
    callsOpen.add([]);
    try {
      const response = await send();
      status = String(response.status);
      return response;
    } finally {
      callsOpen.add([], -1);
      calls.add([method, endpoint, status]);
      callDuration.observe([method, endpoint], secondsSince(startedAt));
    }
  }

  /** Counts what a use of the storage says about bulk runs and scheduled deletions. */
  function noteWork(operation: string, args: readonly unknown[], result: unknown): void {
    if (operation === 'deletions.due') dueDeletions = (result as readonly StoredDeletion[]).length;
    if (operation === 'bulkRuns.add') runs.add(['started']);
    if (operation === 'bulkRuns.claim' && result !== null) runs.add(['continued']);
    if (operation === 'bulkRuns.note' && result === true) {
      for (const { state } of args[2] as readonly RunResult[]) runMembers.add([state]);
    }
  }

  function countUsesOf<T extends object>(name: string, part: T): T {
    return new Proxy(part, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        const operation = `${name}.${String(key)}`;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          const startedAt = performance.now();
          let outcome = 'failed';
          try {
            const result: unknown = await Reflect.apply(method, target, args);
            outcome = 'ok';
            noteWork(operation, args, result);
            return result;
          } finally {
            uses.add([operation, outcome]);
            useDuration.observe([operation], secondsSince(startedAt));
          }
        };
      },
    });
  }

  return {
    countRequests: async (context, next) => {
      const startedAt = performance.now();
      requestsOpen.add([]);
      await next();
      requestsOpen.add([], -1);
      const method = methods.has(context.req.method) ? context.req.method : 'other';
      // Also where a middleware responded before the route could.
      const matched = matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'));
      const route = matched ? matched.path.slice(basePath.length) : 'none';
      requests.add([method, route, String(context.res.status)]);
      requestDuration.observe([method, route], secondsSince(startedAt));
    },
    countCalls: (settings) => ({
      ...settings,
      fetch: (input, init) =>
        countCall(
          { method: init?.method ?? 'GET', url: String(input instanceof Request ? input.url : input) },
          settings,
          () => settings.fetch(input, init),
        ),
      transport: (request) => countCall(request, settings, () => settings.transport(request)),
    }),
    countUses: (storage) => {
      const parts = new Map<PropertyKey, object>();
      return new Proxy(storage, {
        get: (target, key) => {
          const part: unknown = Reflect.get(target, key);
          if (typeof part === 'function') return part.bind(target) as unknown;
          // A lock is held for as long as its task takes, which says nothing about the storage.
          if (typeof part !== 'object' || part === null || key === 'locks') return part;
          const counted = parts.get(key) ?? countUsesOf(String(key), part);
          parts.set(key, counted);
          return counted;
        },
      });
    },
    watch: ({ waitingCalls, runProgress }) => {
      registry.observedGauge(
        {
          name: 'orgdesk_auth0_calls_waiting',
          help: "Calls that wait for Auth0's rate limits, by what they are for.",
          labels: ['lane'],
        },
        () => Object.entries(waitingCalls()).map(([lane, count]) => [[lane], count]),
      );
      registry.observedGauge(
        { name: 'orgdesk_bulk_runs_open', help: 'Bulk runs that this instance works on.', labels: [] },
        () => [[[], runProgress().runs]],
      );
      registry.observedGauge(
        {
          name: 'orgdesk_bulk_run_members_waiting',
          help: 'Members without a result in the bulk runs that this instance works on.',
          labels: [],
        },
        () => [[[], runProgress().waitingMembers]],
      );
    },
    text: () => registry.text(),
  };
}

/** Callers can send any method: others would each be a series. */
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

const secondsSince = (startedAt: number) => (performance.now() - startedAt) / 1000;
