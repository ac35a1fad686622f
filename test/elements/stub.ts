import type { SessionFetch } from '../../src/client/proxy-client.js';
import { problemStatus, type Problem, type ProblemCode } from '../../src/contract/problem.js';
import type { ProfileView } from '../../src/contract/profile.js';
import { withValues } from './profiles.js';

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly ifMatch: string | null;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  /** Reason for editing on behalf of another member. */
  readonly reason: string | undefined;
  /** The parsed body; `null` if there is none. */
  readonly body: unknown;
  /** The idempotency key. */
  readonly key: string | null;
  readonly signal: AbortSignal | null | undefined;
}

type Answer = (request: RecordedRequest) => Response | Promise<Response>;

/** Test double of the proxy: stores one profile, honors `If-Match`, and fails on demand. */
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

  /** Changes the profile as another user would. */
  changeElsewhere(values: Readonly<Record<string, unknown>>): void {
    this.replaceElsewhere(withValues(this.profile, values));
  }

  replaceElsewhere(profile: ProfileView): void {
    this.profile = profile;
    this.#version += 1;
  }

  /** Fails the next request, and stores nothing. */
  failNext(code: ProblemCode, details: Partial<Problem> = {}): void {
    this.answerNext(() => problemResponse(code, details));
  }

  answerNext(answer: Answer): void {
    this.#forced.push(answer);
  }

  /** Answers `method path` below the profile, such as `POST /password-reset`, from now on. */
  answerAt(address: string, answer: Answer): void {
    this.#addresses.set(address, answer);
  }

  /** Holds the next request until the returned function is called. */
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

/** The path below the profile without its query, empty for the profile itself. Other paths are returned whole. */
function addressOf(url: string): string {
  const [path = ''] = url.split('?');
  return /\/v1\/(?:profile|members\/[^/]+)(.*)/.exec(path)?.[1] ?? path;
}

export function problemResponse(code: ProblemCode, details: Partial<Problem> = {}): Response {
  const status = problemStatus[code];
  const problem: Problem = { type: `urn:orgdesk:problem:${code}`, title: code, status, code, ...details };
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}
