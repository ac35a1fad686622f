/** Holds responses of the proxy against its own OpenAPI document. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describeApi } from '../../backend-proxy/src/openapi/document.js';

interface DescribedOperation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, DescribedResponse | { readonly $ref: string }>>;
}

interface DescribedResponse {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

export interface OpenApiDocument {
  readonly servers: readonly object[];
  readonly security: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, DescribedResponse>>;
    readonly schemas: Readonly<Record<string, unknown>>;
  };
}

export const document = describeApi({
  basePath: '',
  publicUrl: null,
  dpop: 'allowed',
}) as unknown as OpenApiDocument;

/** Clients have to accept properties that they don't know, but the document has to know all that there are. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, closed(each)] as const);
  const isObject = 'type' in value && value.type === 'object' && 'properties' in value;
  return Object.fromEntries(isObject ? [...entries, ['additionalProperties', false]] : entries);
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'https://openapi.example/', ...(closed(document) as object) });
const validators = new Map<string, ValidateFunction>();

function validatorOf(pointer: readonly string[]): ValidateFunction {
  const path = pointer
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = validators.get(path) ?? ajv.compile({ $ref: `https://openapi.example/#/${path}` });
  validators.set(path, validate);
  return validate;
}

/** The path's template; the most specific of several. */
function templateOf(path: string): string | undefined {
  const isLike = (template: string) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return Object.keys(document.paths)
    .filter(isLike)
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** The body of the request, if it has one. */
  readonly sent?: unknown;
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

/** Returns what the document doesn't say about a request that was taken, and its response; empty if it says everything. */
export function complaintsAbout({
  method,
  path,
  sent,
  status,
  contentType,
  text,
}: Exchange): readonly string[] {
  const template = templateOf(path.split('?')[0] ?? '');
  const verb = method.toLowerCase();
  const operation = template === undefined ? undefined : document.paths[template]?.[verb];
  const place = `${method} ${template ?? path} ${status}`;
  if (template === undefined || !operation) return [`${place}: no such route`];
  if (sent !== undefined && status < 400) {
    const validate = validatorOf([
      'paths',
      template,
      verb,
      'requestBody',
      'content',
      'application/json',
      'schema',
    ]);
    if (!validate(sent)) return [`${place}: the request: ${ajv.errorsText(validate.errors)}`];
  }
  const found = operation.responses[String(status)];
  const isShared = found !== undefined && '$ref' in found;
  const response = isShared ? document.components.responses[String(status)] : found;
  if (!response) return [`${place}: no such status: ${text.slice(0, 200)}`];
  const media = contentType?.split(';')[0] ?? null;
  if (media === null || !response.content) {
    const isEmpty = media === null && !response.content && text === '';
    return isEmpty ? [] : [`${place}: ${media ?? 'no content'}`];
  }
  const content = response.content[media];
  if (!content) return [`${place}: ${media}`];
  if (!content.schema) return [];
  const parent = isShared ? ['components'] : ['paths', template, verb];
  const pointer = [...parent, 'responses', String(status), 'content', media, 'schema'];
  const validate = validatorOf(pointer);
  if (validate(JSON.parse(text))) return [];
  return [`${place}: ${ajv.errorsText(validate.errors)}: ${text.slice(0, 200)}`];
}
