import type { SessionFetch } from '../../src/client/proxy-client.js';
import { problemStatus, type Problem, type ProblemCode } from '../../src/contract/problem.js';
import type { ProfileView } from '../../src/contract/profile.js';
import { withValues } from './profiles.js';

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly ifMatch: string | null;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  /** Why somebody edits on behalf of another. */
  readonly reason: string | undefined;
  /** All that was sent; `null` where it was nothing. */
  readonly body: unknown;
  /** The key of the attempt, where it must not be made twice. */
  readonly key: string | null;
  readonly signal: AbortSignal | null | undefined;
}

type Answer = (request: RecordedRequest) => Response | Promise<Response>;

/** Stands in for the proxy: keeps one profile, honours `If-Match`, and fails when it is told to. */
export class ProxyStub {
  profile: ProfileView;
  readonly requests: RecordedRequest[] = [];
  readonly #forced: Answer[] = [];
  readonly #addresses = new Map<string, Answer>();
  #version = 1;

  constructor(profile: ProfileView) {
    this.profile = profile;
  }

  readonly fetch: SessionFetch = async (url, init = {}) => {
    const headers = new Headers(init.headers);
    const body =
      typeof init.body === 'string'
        ? (JSON.parse(init.body) as Pick<RecordedRequest, 'fields' | 'reason'>)
        : null;
    const request: RecordedRequest = {
      method: init.method ?? 'GET',
      url,
      ifMatch: headers.get('if-match'),
      fields: body?.fields,
      reason: body?.reason,
      body,
      key: headers.get('idempotency-key'),
      signal: init.signal,
    };
    this.requests.push(request);
    const forced = this.#forced.shift();
    const address = this.#addresses.get(`${request.method} ${addressOf(url)}`);
    return (forced ?? address ?? ((request) => this.#serve(request)))(request);
  };

  get etag(): string {
    return `"${this.#version}"`;
  }

  get patches(): RecordedRequest[] {
    return this.requests.filter((request) => request.method === 'PATCH');
  }

  /** Somebody else edits the profile. */
  changeElsewhere(values: Readonly<Record<string, unknown>>): void {
    this.replaceElsewhere(withValues(this.profile, values));
  }

  replaceElsewhere(profile: ProfileView): void {
    this.profile = profile;
    this.#version += 1;
  }

  /** The next request is answered with this, and nothing is stored. */
  failNext(code: ProblemCode, details: Partial<Problem> = {}): void {
    this.answerNext(() => problemResponse(code, details));
  }

  answerNext(answer: Answer): void {
    this.#forced.push(answer);
  }

  /** From now on, `method path` below the profile (`POST /password-reset`) is answered with this. */
  answerAt(address: string, answer: Answer): void {
    this.#addresses.set(address, answer);
  }

  /** The next request waits until the returned function lets it go on. */
  holdNext(): () => void {
    let release = () => {};
    const promise = new Promise<void>((resolve) => (release = resolve));
    this.answerNext(async (request) => {
      const aborted = new Promise<never>((_, reject) => {
        request.signal?.addEventListener('abort', () => reject(request.signal?.reason as Error));
      });
      await Promise.race([promise, aborted]);
      return this.#serve(request);
    });
    return release;
  }

  #serve({ method, ifMatch, fields = {} }: RecordedRequest): Response {
    if (method === 'PATCH') {
      if (ifMatch !== this.etag) {
        const current = { profile: this.profile, etag: this.etag };
        return problemResponse('profile_changed', { current });
      }
      this.changeElsewhere(fields);
    }
    return Response.json(this.profile, { headers: { etag: this.etag } });
  }
}

/** The path below the profile, without its query; empty for the profile itself. Of what is below no profile, all of it. */
function addressOf(url: string): string {
  const [path = ''] = url.split('?');
  return /\/v1\/(?:profile|members\/[^/]+)(.*)/.exec(path)?.[1] ?? path;
}

export function problemResponse(code: ProblemCode, details: Partial<Problem> = {}): Response {
  const status = problemStatus[code];
  const problem: Problem = { type: `urn:orgdesk:problem:${code}`, title: code, status, code, ...details };
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}
