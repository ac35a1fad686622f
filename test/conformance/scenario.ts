import { z } from 'zod';

/** A Management API, of the dev tenant or of Auth0. */
export interface Api {
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  readonly organization: string;
  /** Of a database user who is a member. */
  readonly userId: string;
}

/** What is compared: not the data, which differ, but what kind of answer it is. */
export interface Finding {
  readonly question: string;
  readonly answer: string;
}

const error = z.looseObject({ errorCode: z.string().optional(), message: z.string().optional() });
const row = z.record(z.string(), z.unknown());

/** Asks everything, and changes nothing: its one change is of a kind that has to be refused. */
export async function runScenario({ call, organization, userId }: Api): Promise<Finding[]> {
  const user = `/users/${encodeURIComponent(userId)}`;
  const nobody = '/users/auth0%7Cnobody-of-this-name';
  const inOrganization = `/organizations/${organization}`;
  const search = (q: string) => `/users?q=${encodeURIComponent(q)}&search_engine=v3`;
  const questions: [question: string, method: string, path: string, body?: unknown][] = [
    ['a user', 'GET', `${user}?fields=user_id,email&include_fields=true`],
    ['a user there is not', 'GET', nobody],
    ['organizations of a user there is not', 'GET', `${nobody}/organizations`],
    ['sessions of a user', 'GET', `${user}/sessions`],
    ['second factors of a user there is not', 'GET', `${nobody}/authentication-methods`],
    ['an organization there is not', 'GET', '/organizations/org_0000000000000000'],
    ['members with a total', 'GET', `${inOrganization}/members?per_page=1&include_totals=true`],
    ['members from a checkpoint', 'GET', `${inOrganization}/members?take=1`],
    ['members with their roles', 'GET', `${inOrganization}/members?per_page=1&fields=user_id,roles`],
    ['members past the wall', 'GET', `${inOrganization}/members?per_page=50&page=20`],
    ['members from a made-up cursor', 'GET', `${inOrganization}/members?from=made-up&take=1`],
    ['roles of somebody who is no member', 'GET', `${inOrganization}/members/auth0%7Cnobody/roles`],
    ['a search in the organization', 'GET', search(`organization_id:"${organization}"`)],
    ['a search that cannot be read', 'GET', search('email:(')],
    ['a short wildcard', 'GET', search('name:*a')],
    ['an older search engine', 'GET', '/users?search_engine=v1'],
    ['a page that is none', 'GET', `${inOrganization}/members?page=minus`],
    ['invitations', 'GET', `${inOrganization}/invitations?include_totals=true`],
    ['enabled connections', 'GET', `${inOrganization}/enabled_connections`],
    [
      'two changes that exclude each other',
      'PATCH',
      user,
      { email: 'never@orgdesk.example', username: 'never' },
    ],
    ['a change of nothing', 'PATCH', user, {}],
  ];
  const findings: Finding[] = [];
  for (const [question, method, path, body] of questions) {
    const { status, body: answer } = await call(method, path, body);
    findings.push({
      question,
      answer: `${status} ${status < 400 ? shapeOf(answer) : refusalOf(answer)}`.trim(),
    });
  }
  return findings;
}

/** The names of attributes, of the first row where there are several. */
function shapeOf(answer: unknown): string {
  if (Array.isArray(answer)) return answer.length > 0 ? `[${shapeOf(answer[0])}]` : '[]';
  const { success, data } = row.safeParse(answer);
  return success ? `{${Object.keys(data).sort().join(' ')}}` : '';
}

function refusalOf(answer: unknown): string {
  const { success, data } = error.safeParse(answer);
  return success ? `${data.errorCode ?? '(no code)'}: ${data.message ?? ''}` : '';
}
