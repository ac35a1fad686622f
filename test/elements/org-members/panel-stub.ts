import type { SessionFetch } from '../../../src/client/proxy-client.js';
import type { ActivityEntry } from '../../../src/contract/activity.js';
import type { MemberRow } from '../../../src/contract/member.js';
import type { Problem, ProblemCode } from '../../../src/contract/problem.js';
import type { SessionInfo } from '../../../src/contract/session.js';
import type { Operation } from '../../../src/policy/vocabulary.js';
import { problemResponse } from '../stub.js';

type Answer = (url: URL, init: RequestInit) => Response | Promise<Response>;

const everyOperation: readonly Operation[] = [
  'member.list',
  'members.export',
  'bulk.run',
  'invitation.read',
  'invitation.create',
  'activity.read',
];

export const admin: SessionInfo = {
  actor: { userId: 'auth0|0', name: 'Person 0', picture: null },
  organization: {
    id: 'org_1',
    name: 'acme',
    displayName: 'Acme Instruments',
    branding: { logoUrl: null, primaryColor: null },
  },
  organizations: [{ id: 'org_1', name: 'acme', displayName: 'Acme Instruments' }],
  operations: everyOperation.map((name) => ({ name, allowed: true, consequences: [] })),
  members: {
    invitationLinks: false,
    auditReason: false,
    offers: ['password.reset', 'member.block', 'member.unblock', 'roles.assign', 'user.delete'],
    connections: [
      { name: 'acme-users', label: 'Password' },
      { name: 'acme-sso', label: 'Acme SSO' },
    ],
  },
};

/** `role` and `you` for the first, a block for the third, nothing verified of the fourth. */
export function person(index: number): MemberRow {
  return {
    userId: `auth0|${index}`,
    name: `Person ${index}`,
    email: `person.${index}@acme.example`,
    picture: null,
    roles: index === 0 ? [{ id: 'rol_admin', name: 'Admin' }] : [],
    connection: { class: 'database', name: 'acme-users', label: 'Password' },
    status: index === 2 ? ['blocked'] : index === 3 ? ['unverified'] : [],
    lastLogin: index === 4 ? null : '2026-01-05T08:00:00.000Z',
    createdAt: '2025-01-05T08:00:00.000Z',
    you: index === 0,
  };
}

const jsonLines = (lines: readonly object[]) =>
  new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
    headers: { 'content-type': 'application/jsonl; charset=utf-8' },
  });

/** Stands in for the proxy of a panel: as many people as a test wants, and failures when it is told to. */
export class PanelStub {
  info = admin;
  people: readonly MemberRow[];
  /** Whether more match than a bulk action can have. */
  hasMore = false;
  /** Newest first. */
  activity: readonly ActivityEntry[] = [];
  readonly lists: URLSearchParams[] = [];
  /** The filters of the requests for the activity and for its export. */
  readonly activityQueries: string[] = [];
  readonly requests: string[] = [];
  readonly #forced = new Map<string, Answer[]>();

  constructor(count: number) {
    this.people = Array.from({ length: count }, (_, index) => person(index));
  }

  readonly fetch: SessionFetch = async (input, init = {}) => {
    const url = new URL(input, 'https://proxy.example');
    const path = url.pathname.replace('/orgdesk/v1', '');
    this.requests.push(`${init.method ?? 'GET'} ${path}`);
    if (path === '/members') this.lists.push(url.searchParams);
    if (path.startsWith('/activity')) this.activityQueries.push(url.search.slice(1));
    const forced = this.#forced.get(path)?.shift();
    return forced ? forced(url, init) : this.#serve(path, url.searchParams);
  };

  failNext(path: string, code: ProblemCode, details: Partial<Problem> = {}): void {
    this.answerNext(path, () => problemResponse(code, details));
  }

  answerNext(path: string, answer: Answer): void {
    this.#forced.set(path, [...(this.#forced.get(path) ?? []), answer]);
  }

  /** The next request there waits until the returned function lets it go on. */
  holdNext(path: string): () => void {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    this.answerNext(path, async (url, { signal }) => {
      const aborted = new Promise<never>((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      );
      await Promise.race([released, aborted]);
      return this.#serve(path, url.searchParams);
    });
    return release;
  }

  #serve(path: string, params: URLSearchParams): Response {
    if (path === '/session') return Response.json(this.info);
    if (path === '/members') return Response.json(this.#page(params));
    if (path === '/members/selection') {
      const lines = this.#find(params).map(({ userId, name, email }) => ({ userId, name, email }));
      return jsonLines(this.hasMore ? [...lines, { more: true }] : lines);
    }
    if (path === '/roles') {
      const role = { id: 'rol_admin', name: 'Admin', description: null, assignable: true };
      return Response.json({ roles: [role] });
    }
    if (path === '/invitations') return Response.json({ invitations: [], next: null });
    if (path === '/activity') return Response.json(this.#activityPage(params));
    return problemResponse('route_not_found');
  }

  #activityPage(params: URLSearchParams) {
    const person = params.get('member');
    const action = params.get('action');
    const found = this.activity.filter(
      (entry) =>
        (person === null || [entry.actor.userId, entry.target?.userId].includes(person)) &&
        (action === null || entry.action === action),
    );
    const from = Number(params.get('cursor') ?? 0);
    return {
      entries: found.slice(from, from + 50),
      next: from + 50 < found.length ? String(from + 50) : null,
    };
  }

  #find(params: URLSearchParams): readonly MemberRow[] {
    const search = params.get('search')?.toLowerCase() ?? '';
    return this.people.filter(({ name }) => name?.toLowerCase().includes(search));
  }

  #page(params: URLSearchParams) {
    const found = this.#find(params);
    const from = Number(params.get('cursor') ?? 0);
    const to = from + Number(params.get('limit') ?? 50);
    return {
      members: found.slice(from, to),
      next: to < found.length ? String(to) : null,
      total: { count: Math.min(found.length, 1000), exact: found.length < 1000 },
    };
  }
}
