/** Builds the OpenAPI document: the table of routes, joined with the JSON Schemas of the contract. */
import { z } from 'zod';
import { problemStatus, type ProblemCode } from '../../../src/contract/index.js';
import type { Settings } from '../options.js';
import schemas from './contract-schemas.json' with { type: 'json' };
import {
  commonProblems,
  problemsOf,
  routes,
  type Content,
  type RequestHeader,
  type RouteDescription,
} from './routes.js';

type Json = Readonly<Record<string, unknown>>;

const components: Readonly<Record<string, Json>> = schemas;

/**
 * Returns the document (OpenAPI 3.1). Its server is `publicUrl`, or else `basePath` at the origin that it is read from.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function describeApi({
  basePath,
  publicUrl,
  dpop,
}: Pick<Settings, 'basePath' | 'publicUrl' | 'dpop'>): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const [method = '', pattern = ''] = name.split(' ');
    const path = pattern.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: toOperation(path, route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Orgdesk',
      version: '1',
      summary: 'Profiles and member management for organizations on Auth0',
      description:
        'The organization is that of the access token. Failures are problem documents (RFC 9457) with a stable `code`. Clients ' +
        'should ignore properties and values that they don’t know.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl ?? (basePath === '' ? '/' : basePath) }],
    security: [...(dpop === 'required' ? [] : [{ bearer: [] }]), ...(dpop === 'off' ? [] : [{ dpop: [] }])],
    tags: [...new Set(Object.values(routes).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        dpop: {
          type: 'http',
          scheme: 'dpop',
          description: 'A DPoP-bound access token, with a proof in the header `DPoP` (RFC 9449).',
        },
      },
      responses: Object.fromEntries(
        [...byStatus(commonProblems)].map(([status, codes]) => [status, toProblem(codes)]),
      ),
      schemas: Object.fromEntries(usedSchemas(paths)),
    },
  };
}

function toOperation(path: string, route: RouteDescription): Json {
  const { id, tag, summary, operation, headers = [], query, body, optionalBody, success } = route;
  const isPublic = !path.startsWith('/v1/');
  const content = body ?? optionalBody;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(operation && {
      description: `Needs the policy's permission for \`${operation}\`.`,
      'x-orgdesk-operation': operation,
    }),
    ...(isPublic && { security: [] }),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(query ? toParameters(query) : []),
      ...headers.map((name) => ({ name, in: 'header', schema: { type: 'string' }, ...headerNotes[name] })),
    ],
    ...(content && {
      requestBody: {
        required: body !== undefined,
        content: { 'application/json': { schema: toSchema(content) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(success).map(([status, each]) => [status, toResponse(Number(status), each)]),
      ),
      ...(isPublic ? {} : toProblems(route)),
    },
  };
}

const headerNotes: Readonly<Record<RequestHeader, Json>> = {
  'Idempotency-Key': {
    description: 'A new value for each action, the same when it is repeated. 8 to 255 printable characters.',
  },
  'If-Match': { required: true, description: 'The `ETag` of the profile that the change is based on.' },
  'If-None-Match': { description: 'The `ETag` of the profile that you have.' },
  'Accept-Language': { description: 'The language of headings and labels.' },
  'Last-Event-ID': { description: 'The ID of the last event that arrived.' },
};

/** Descriptions are required, and most have nothing to add. */
const statusNames: Readonly<Record<number, string>> = {
  200: 'Done',
  202: 'Accepted',
  204: 'Done',
  304: 'Unchanged',
  503: 'Not ready',
};

function toResponse(status: number, content: Content): Json {
  return {
    description: statusNames[status] ?? String(status),
    ...(content !== null && { content: toContent(content) }),
  };
}

function toContent({ type, media = [] }: NonNullable<Content>): Json {
  return {
    ...(type !== undefined && { 'application/json': { schema: reference(type) } }),
    ...Object.fromEntries(media.map((name) => [name, {}])),
  };
}

/** One response for each status, with the codes that it can have. Most are the same for every route. */
function toProblems(route: RouteDescription): Json {
  const { operation, headers = [], query, body, optionalBody, problems = [] } = route;
  const codes = new Set<ProblemCode>([
    ...commonProblems,
    ...(operation ? problemsOf.operation : []),
    ...(query ? problemsOf.query : []),
    ...((body ?? optionalBody) ? problemsOf.body : []),
    ...(headers.includes('Idempotency-Key') ? problemsOf['Idempotency-Key'] : []),
    ...problems,
  ]);
  return Object.fromEntries(
    [...byStatus([...codes])].map(([status, possible]) => {
      const isCommon = possible.every((code) => commonProblems.includes(code));
      return [status, isCommon ? { $ref: `#/components/responses/${status}` } : toProblem(possible)];
    }),
  );
}

function byStatus(codes: readonly ProblemCode[]): ReadonlyMap<number, readonly ProblemCode[]> {
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort((a, b) => a - b);
  return new Map(statuses.map((status) => [status, codes.filter((code) => problemStatus[code] === status)]));
}

function toProblem(possible: readonly ProblemCode[]): Json {
  const schema = { ...reference('Problem'), properties: { code: { enum: possible } } };
  return {
    description: possible.map((code) => `\`${code}\``).join(', '),
    content: { 'application/problem+json': { schema } },
  };
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Describes what is sent: a value with a default can be left out. */
function toSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

function toParameters(query: z.ZodObject): readonly Json[] {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: toSchema(schema as z.ZodType),
  }));
}

/** Returns the schemas that the paths refer to, directly or through others. */
function usedSchemas(paths: unknown): ReadonlyMap<string, Json> {
  const used = new Map<string, Json>();
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      const schema = components[name];
      if (!schema) throw new Error(`the contract has no type ${name}`);
      if (used.has(name)) continue;
      used.set(name, schema);
      follow(schema);
    }
  };
  follow(paths);
  return new Map([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
}
