/** What the `tenant` commands have in common: their options, and where they find what isn't given. */
import type { Policy } from '../../../../src/policy/index.js';
import { defaultClaims } from '../../options.js';
import type { TenantOptions } from '../../tenant/index.js';
import type { Given, Option, ValuesOf } from '../command.js';
import { readVariable } from '../../environment/read-options.js';
import { readEnvironment } from '../environment.js';
import { UsageError } from '../exit.js';
import type { Io } from '../io.js';
import { choose } from '../policy/parse-choice.js';
import { readPolicy } from '../policy-file.js';

export const tenantOptions = {
  domain: {
    value: 'DOMAIN',
    help: "The tenant's own domain, not a custom one, such as acme.eu.auth0.com; else ORGDESK_DOMAIN",
  },
  'app-url': { value: 'URL', help: 'The page with the elements; several are separated by commas' },
  audience: {
    value: 'ID',
    help: 'The identifier of the API that pages request tokens for; else ORGDESK_AUDIENCE, else the origin of the page and /api',
  },
  'client-id': { value: 'ID', help: 'The application that people sign in to, if you have one' },
  'proxy-client-id': {
    value: 'ID',
    help: 'The machine-to-machine application of the proxy, if you have one; else ORGDESK_CLIENT_ID',
  },
  name: { value: 'NAME', help: 'Begins the names of what is created; default: Orgdesk' },
  dpop: { value: 'MODE', help: 'Tokens bound to a key: off (default) changes nothing, allowed, required' },
  'env-file': { value: 'FILE', help: 'Variables, one NAME=value a line; the environment overrides them' },
} as const satisfies Record<string, Option>;

export const credentialsNote =
  'Credentials come from the environment: AUTH0_MANAGEMENT_TOKEN, a token for the Management API, or AUTH0_CLIENT_ID and\n' +
  'AUTH0_CLIENT_SECRET of an application that may ask for one. They are never printed.';

type TenantGiven = Given<ValuesOf<typeof tenantOptions>>;

export interface Choices {
  readonly policy: Policy;
  /** For messages. */
  readonly policyName: string;
  readonly options: TenantOptions;
  readonly env: Io['env'];
}

const questions = {
  domain: "The tenant's own domain, such as acme.eu.auth0.com: ",
  appUrl: 'The address of the page with the elements, such as https://app.acme.example/people: ',
} as const;

/**
 * Reads the choices from the arguments, and the rest from variables of `serve`. Asks for what is missing at a terminal.
 * @throws {UsageError} naming everything that is missing
 */
export async function readChoices({ values, operands }: TenantGiven, io: Io): Promise<Choices> {
  const env = await readEnvironment(values['env-file'], io);
  const variable = (name: string) => readVariable(env, name);
  const answer = async (question: string) => (await io.ask?.(question)) || undefined;
  const domain =
    values.domain ??
    variable('ORGDESK_MANAGEMENT_DOMAIN') ??
    variable('ORGDESK_DOMAIN') ??
    (await answer(questions.domain));
  // Someone who left the first question isn't asked another.
  const pagesGiven = values['app-url'] ?? (domain && (await answer(questions.appUrl)));
  const appUrls = pagesGiven?.split(',').filter(Boolean) ?? [];
  if (domain === undefined || appUrls.length === 0) {
    const missing = [domain === undefined && '--domain', appUrls.length === 0 && '--app-url'];
    throw new UsageError(`${missing.filter(Boolean).join(' and ')} must be given`);
  }
  const isInsecure = variable('ORGDESK_INSECURE_TENANT') === '1';
  const pages = appUrls.map(toPage);
  const { name, policy } = await readPolicy(io, operands[0] ?? variable('ORGDESK_POLICY'));
  return {
    policy,
    policyName: name,
    env,
    options: {
      origin: toOrigin(domain, isInsecure),
      appUrls: pages,
      audience: values.audience ?? variable('ORGDESK_AUDIENCE') ?? new URL('/api', pages[0]).href,
      name: values.name ?? 'Orgdesk',
      clientId: values['client-id'] ?? variable('ORGDESK_INVITATION_CLIENT_ID'),
      proxyClientId: values['proxy-client-id'] ?? variable('ORGDESK_CLIENT_ID'),
      dpop: choose('dpop', values.dpop ?? dpopOf(variable('ORGDESK_DPOP')), ['off', 'allowed', 'required']),
      authTimeClaim: variable('ORGDESK_AUTH_TIME_CLAIM') ?? defaultClaims.authTime,
      sessionIdClaim: variable('ORGDESK_SESSION_ID_CLAIM') ?? defaultClaims.sessionId,
    },
  };
}

/** A proxy that allows bound tokens, its default, needs none. */
function dpopOf(variable: string | undefined): string {
  return variable === 'required' ? 'required' : 'off';
}

function toOrigin(domain: string, isInsecure: boolean): string {
  if (!/^[a-z\d-]+(\.[a-z\d-]+)*(:\d+)?$/i.test(domain)) {
    throw new UsageError(`--domain cannot be "${domain}"; it is a host such as acme.eu.auth0.com`);
  }
  if (domain.includes(':') && !isInsecure) {
    throw new UsageError(
      `--domain is "${domain}": only a tenant on this machine has a port, and ORGDESK_INSECURE_TENANT=1 allows it`,
    );
  }
  return `${isInsecure ? 'http' : 'https'}://${domain.toLowerCase()}`;
}

function toPage(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new UsageError(`--app-url cannot be "${url}"; it is a URL such as https://app.acme.example/people`);
}
