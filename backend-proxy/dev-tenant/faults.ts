import { z } from 'zod';
import { spellings } from './paths.js';

/**
 * A fault to inject. Without `status`, `hang`, or `reset`, the request is delayed by `latencyMs` and then answered
 * normally.
 */
export const faultSchema = z.strictObject({
  method: z.string().optional(),
  /** `*` matches within one segment, `**` matches anything, and a lone `*` matches every path. */
  path: z.string().min(1),
  /** Number of requests the fault applies to. Default: 1. */
  times: z.union([z.int().positive(), z.literal(Infinity)]).optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  /** Responds with an HTML page, like a gateway in front of the tenant. Status 502 unless `status` is set. */
  html: z.boolean().optional(),
  /** Processes the request but cuts off the response body after this many bytes. */
  truncateTo: z.int().nonnegative().optional(),
  latencyMs: z.number().nonnegative().optional(),
  /** Never responds. Ends when the caller aborts. */
  hang: z.boolean().optional(),
  /** Breaks the connection: fetch rejects in process, the socket is destroyed when served. */
  reset: z.boolean().optional(),
});

export type Fault = z.infer<typeof faultSchema>;

/** Queue of faults. A request gets the oldest fault that matches it. */
export class Faults {
  #waiting: { fault: Fault; left: number; path: RegExp }[] = [];

  add(fault: Fault): void {
    const parsed = faultSchema.parse(fault);
    this.#waiting.push({ fault: parsed, left: parsed.times ?? 1, path: pattern(parsed.path) });
  }

  /** Pending faults with their remaining number of requests. */
  list(): Fault[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Returns the fault for this request, if any, and uses it up once. */
  take(method: string, path: string): Fault | undefined {
    const hit = this.#waiting.find(
      (each) =>
        (each.fault.method ?? method).toUpperCase() === method &&
        spellings(path).some((spelling) => each.path.test(spelling)),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    this.#waiting = this.#waiting.filter((each) => each.left > 0);
    return hit.fault;
  }
}

function pattern(path: string): RegExp {
  if (path === '*') return /^/;
  const source = path
    .split('**')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'))
    .join('.*');
  return new RegExp(`^${source}$`);
}

/** Auth0's body and headers for a 429. A fault with its own body or headers overrides them. */
export function faultResponse(fault: Fault, status: number, now: number): Response {
  const limited = status === 429;
  const type = fault.html ? 'text/html' : 'application/json';
  const headers = new Headers({ 'content-type': `${type}; charset=utf-8` });
  if (limited) {
    headers.set('x-ratelimit-remaining', '0');
    headers.set('x-ratelimit-reset', String(now + 1));
  }
  for (const [name, value] of Object.entries(fault.headers ?? {})) headers.set(name, value);
  const body =
    fault.body ?? (fault.html ? page(status) : JSON.stringify(limited ? tooManyRequests : failure(status)));
  const bodiless = [204, 205, 304].includes(status);
  return new Response(bodiless ? null : body, { status, headers });
}

const tooManyRequests = {
  statusCode: 429,
  error: 'Too Many Requests',
  message: 'Global limit has been reached',
  errorCode: 'too_many_requests',
};

function page(status: number): string {
  return `<!doctype html><title>${status}</title><h1>${status}</h1><p>The gateway did not get an answer.</p>\n`;
}

function failure(status: number) {
  return { statusCode: status, error: 'Fault', message: 'The dev tenant was asked to fail here' };
}
