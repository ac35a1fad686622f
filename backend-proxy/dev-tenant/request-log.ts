import { spellings } from './paths.js';

/** Part of the tenant that handled a request. */
export type RequestArea = 'oidc' | 'management';

export interface RequestRecord {
  readonly area: RequestArea;
  readonly method: string;
  /** Path template such as `/api/v2/users/{id}`, or the path itself if no route matched. */
  readonly endpoint: string;
  /** Raw path: percent-encoded, without the query. */
  readonly path: string;
  readonly query: string;
  /** 0 until answered. Stays 0 if the connection was reset or never answered. */
  readonly status: number;
  /** The caller's `X-Correlation-ID`, which Auth0 copies to its tenant log. */
  readonly correlation_id: string | undefined;
}

export interface RequestFilter {
  area?: RequestArea;
  method?: string;
  /** A string matches exactly, a regular expression by `test`. */
  path?: string | RegExp;
}

/** Requests to the tenant in order of arrival. Tests assert their call budgets with it. */
export class RequestLog {
  #records: RequestRecord[] = [];

  /** Records a request. Call the returned function with the final status. */
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

  /** Number of requests per endpoint. */
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
