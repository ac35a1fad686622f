import { spellings } from './paths.js';

/** Which half of the tenant a request was for. */
export type RequestArea = 'oidc' | 'management';

export interface RequestRecord {
  readonly area: RequestArea;
  readonly method: string;
  /** The path with names for what varies, as in `/api/v2/users/{id}`; the path itself where no route was reached. */
  readonly endpoint: string;
  /** The path as sent, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: string;
  /** 0 while unanswered, and for good if the connection was reset or never answered. */
  readonly status: number;
  /** The caller's `X-Correlation-ID`, which Auth0 copies into its tenant log. */
  readonly correlation_id: string | undefined;
}

export interface RequestFilter {
  area?: RequestArea;
  method?: string;
  /** A string must equal the path, a regular expression must match it. */
  path?: string | RegExp;
}

/** What was asked of the tenant, in the order of arrival. Call budgets are asserted against it. */
export class RequestLog {
  #records: RequestRecord[] = [];

  /** Notes an arrival; call the result with the status once it is known. */
  record(request: Request): (status: number, endpoint?: string) => void {
    const { pathname, search } = new URL(request.url);
    const entry = {
      area: pathname.startsWith('/api/v2/') ? ('management' as const) : ('oidc' as const),
      method: request.method,
      endpoint: pathname,
      path: pathname,
      query: search,
      status: 0,
      correlation_id: request.headers.get('x-correlation-id') ?? undefined,
    };
    this.#records.push(entry);
    return (status, endpoint) => {
      entry.status = status;
      entry.endpoint = endpoint ?? pathname;
    };
  }

  list(): RequestRecord[] {
    return this.#records.map((record) => ({ ...record }));
  }

  count(filter: RequestFilter = {}): number {
    return this.#records.filter((record) => matches(record, filter)).length;
  }

  /** How often each endpoint was asked. */
  endpoints(): Record<string, number> {
    const counts = new Map<string, number>();
    for (const { method, endpoint } of this.#records) {
      const name = `${method} ${endpoint}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  clear(): void {
    this.#records = [];
  }
}

function matches(record: RequestRecord, { area, method, path }: RequestFilter): boolean {
  return (
    (area === undefined || record.area === area) &&
    (method === undefined || record.method === method.toUpperCase()) &&
    (path === undefined || spellings(record.path).some((spelling) => fits(spelling, path)))
  );
}

function fits(path: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? path === wanted : path.search(wanted) >= 0;
}
