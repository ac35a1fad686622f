/**
 * Checks the dev tenant's accepted requests and responses against Auth0's published OpenAPI document. The document
 * isn't part of this repository; without it nothing is checked, and openapi.test.ts reports that.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const documentPath = process.env['AUTH0_OPENAPI'] ?? `${root}/../shared/auth0/management-subset.json`;
export const isDocumentHere = existsSync(documentPath);

const schema = z.unknown();
const content = z.record(z.string(), z.object({ schema }));
const response = z.looseObject({ description: z.string(), content: content.optional() });
const operation = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema })).default([]),
  requestBody: z.object({ content, required: z.boolean().optional() }).optional(),
  responses: z.record(z.string(), response),
});
const openapi = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operation)) });

export interface Operation extends z.output<typeof operation> {
  /** For example, `GET /users/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly template: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** All operations of the document; empty without it. */
export function readOperations(): readonly Operation[] {
  if (!isDocumentHere) return [];
  const { paths } = openapi.parse(readDocument());
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).flatMap(([method, each]) =>
      methods.includes(method)
        ? [{ ...each, name: `${method.toUpperCase()} ${template}`, method, template }]
        : [],
    ),
  );
}

/** Accepts any `oneOf` alternative, because they overlap: an offset page is a checkpoint page without `next`. */
function readDocument(): unknown {
  const document: unknown = JSON.parse(readFileSync(documentPath, 'utf8').replaceAll('"oneOf":', '"anyOf":'));
  return addOrganizationRoles(document);
}

const amended = z.looseObject({
  paths: z.looseObject({
    '/roles': z.looseObject({ get: z.looseObject({ parameters: z.array(z.unknown()) }) }),
  }),
  components: z.looseObject({
    schemas: z.looseObject({
      Role: z.looseObject({ properties: z.record(z.string(), z.unknown()) }),
      GetRoleResponseContent: z.looseObject({ properties: z.record(z.string(), z.unknown()) }),
    }),
  }),
});

/** Adds what is newer than the document: organization roles, as in the types of the `auth0` package 7.1.0. */
function addOrganizationRoles(document: unknown): unknown {
  const { success, data } = amended.safeParse(document);
  if (!success) return document;
  const type = { type: 'string', enum: ['tenant', 'organization'] };
  const owner_id = { type: 'string' };
  data.paths['/roles'].get.parameters.push(
    { name: 'type', in: 'query', schema: type },
    { name: 'owner_id', in: 'query', schema: owner_id },
  );
  const { Role, GetRoleResponseContent } = data.components.schemas;
  for (const { properties } of [Role, GetRoleResponseContent]) Object.assign(properties, { type, owner_id });
  return data;
}

/** Endpoints that only newer versions or other parts of the document describe. */
const elsewhere = [
  /^GET \/organizations\/[^/]+\/roles\/[^/]+\/(members|groups)$/,
  /^GET \/connections\/[^/]+\/(scim-configuration|directory-provisioning)$/,
  /^\w+ \/(client-grants|clients|resource-servers)(\/[^/]+)?$/,
  /^\w+ \/actions\/(actions(\/[^/]+){0,2}|triggers\/[^/]+\/bindings)$/,
  /^GET \/(tenants\/settings|emails\/provider)$/,
  /^GET \/groups\/[^/]+\/members$/,
];

export class OpenApiJudge {
  readonly #operations = readOperations().map((each) => ({ ...each, pattern: pattern(each.template) }));
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  /** Query values are text and stand for numbers or lists. */
  readonly #coercing = new Ajv2020({ strict: false, logger: false, coerceTypes: 'array' });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    for (const ajv of [this.#ajv, this.#coercing]) {
      formats(ajv);
      if (isDocumentHere)
        ajv.addSchema({ $id: 'https://openapi.example/', ...openapi.parse(readDocument()) });
    }
  }

  /** Finds the most specific operation: `/organizations/name/{name}` before `/organizations/{id}`. */
  operationOf(method: string, path: string): Operation | undefined {
    return this.#operations
      .filter((each) => each.method === method.toLowerCase() && each.pattern.test(path))
      .sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
  }

  /** Returns what the document rejects about a request and its response. `path` is relative to `/api/v2`. */
  complaints(method: string, url: URL, requestBody: unknown, status: number, answer: unknown): string[] {
    const path = url.pathname.replace(/^\/api\/v2/, '');
    const found = this.operationOf(method, path);
    if (!found) {
      const known = status >= 400 || elsewhere.some((each) => each.test(`${method} ${path}`));
      return known ? [] : [`${method} ${path}: there is no such operation`];
    }
    const place = (complaint: string) => `${found.name} ${status}: ${complaint}`;
    if (status >= 400) return errorComplaints(status, answer).map(place);
    return [
      ...this.#queryComplaints(found, url.searchParams),
      ...this.#bodyComplaints(found, requestBody),
      ...this.#answerComplaints(found, status, answer),
    ].map(place);
  }

  #queryComplaints({ name, parameters, template, method }: Operation, query: URLSearchParams): string[] {
    return [...new Set(query.keys())].flatMap((key) => {
      const index = parameters.findIndex((each) => each.name === key && each.in === 'query');
      if (index < 0) return [`the query has an unknown parameter "${key}"`];
      const pointer = ['paths', template, method, 'parameters', String(index), 'schema'];
      const validate = this.#validator(this.#coercing, `${name} ${key}`, pointer);
      const values = query.getAll(key);
      const data = { value: values.length > 1 ? values : values[0] };
      // Coercion writes into its input, hence the wrapper object.
      return validate(data) ? [] : [`the query's ${key}: ${this.#coercing.errorsText(validate.errors)}`];
    });
  }

  #bodyComplaints({ name, requestBody, template, method }: Operation, body: unknown): string[] {
    if (body === undefined) return [];
    if (!requestBody) return ['the request has a body'];
    if (!requestBody.content['application/json']) return [];
    const pointer = ['paths', template, method, 'requestBody', 'content', 'application/json', 'schema'];
    const validate = this.#validator(this.#ajv, `${name} body`, pointer);
    return validate({ value: body }) ? [] : [`the request: ${this.#ajv.errorsText(validate.errors)}`];
  }

  #answerComplaints(
    { name, responses, template, method }: Operation,
    status: number,
    answer: unknown,
  ): string[] {
    const described = responses[String(status)];
    if (!described) return ['there is no such status'];
    if (!described.content?.['application/json'] || answer === undefined) return [];
    const pointer = [
      'paths',
      template,
      method,
      'responses',
      String(status),
      'content',
      'application/json',
      'schema',
    ];
    const validate = this.#validator(this.#ajv, `${name} ${status}`, pointer);
    if (validate({ value: answer })) return [];
    // Tests use made-up providers, which Auth0 may add one day.
    const errors = (validate.errors ?? []).filter(
      ({ instancePath }) => !/identities.*provider$/.test(instancePath),
    );
    return errors.length === 0 ? [] : [`the answer: ${this.#ajv.errorsText(errors)}`];
  }

  #validator(ajv: Ajv2020, key: string, pointer: readonly string[]): ValidateFunction {
    const known = this.#compiled.get(key);
    if (known) return known;
    const reference = pointer
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const value = { $ref: `https://openapi.example/#/${reference}` };
    const compiled = ajv.compile({ type: 'object', properties: { value } });
    this.#compiled.set(key, compiled);
    return compiled;
  }
}

/** The document only has messages for errors. Their format is described in prose. */
const errorShape = z.strictObject({
  statusCode: z.int(),
  error: z.string().min(1),
  message: z.string().min(1),
  errorCode: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .optional(),
});

function errorComplaints(status: number, answer: unknown): string[] {
  const { success, data } = errorShape.safeParse(answer);
  return success && data.statusCode === status ? [] : [`the error is ${JSON.stringify(answer)}`];
}

function pattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
}
