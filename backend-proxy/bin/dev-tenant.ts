import { choose } from '../src/cli/policy/parse-choice.js';
import { defineCommand } from '../src/cli/command.js';
import { exitStatus, UsageError, type ExitStatus } from '../src/cli/exit.js';
import type { Io } from '../src/cli/io.js';
import { explainListening } from '../src/cli/serve/listening.js';
import { painter, twoColumns } from '../src/cli/terminal.js';
import { SeedError, seedNames } from '../dev-tenant/named-seeds.js';
import type { DevTenant } from '../dev-tenant/index.js';
import { seedJsonSchema } from '../dev-tenant/seed-json-schema.js';
import { serveDevTenant, type ServedDevTenant, type ServeOptions } from '../dev-tenant/serve.js';
import { readSeed } from './seed-file.js';

/** The output of `orgdesk dev-tenant schema` is published as `orgdesk-proxy/seed.schema.json`. */
export const devTenantSchema = defineCommand({
  name: 'dev-tenant schema',
  summary: 'Print the JSON Schema of seed files, for completion and checks in editors',
  operands: [],
  options: {},
  notes: ['The schema covers structure. References between objects are checked when the dev tenant starts.'],
  async run(_given, { stdout }) {
    stdout(`${JSON.stringify(seedJsonSchema(), null, 2)}\n`);
    return exitStatus.ok;
  },
});

export const devTenant = defineCommand({
  name: 'dev-tenant',
  summary: 'Run a stand-in for an Auth0 tenant, for demos and tests',
  operands: [],
  options: {
    seed: { value: 'NAME|FILE', help: `One of ${seedNames.join(', ')}, crowd:SIZE, or a file; default: all` },
    plan: {
      value: 'PLAN',
      help: 'Plan with its rate limits and endpoints: free, essentials, or enterprise (default)',
    },
    port: { value: 'PORT', help: 'Port to listen on, 0 for any free port; default: 4400' },
    host: { value: 'HOST', help: 'Host to listen on; default: 127.0.0.1' },
    lag: { value: 'MS', help: 'Milliseconds until a change appears in lists and search; default: 2000' },
    'organizations-lag': {
      value: 'MS',
      help: "Milliseconds until a change appears in a user's organizations; default: 0",
    },
    'strict-urls': { help: 'Refuse URLs that the seed does not register, also those on localhost' },
    'login-uri': { value: 'URL', help: "The app's login route, which invitation links open" },
    'dangerously-expose': {
      value: 'URL',
      help: 'Public URL, needed with a --host beyond this machine: anyone who reaches it can sign in as anyone',
    },
  },
  notes: [
    'It keeps everything in memory, sends no email, and accepts only its own tokens. Its secrets are public.\n' +
      'Its controls are under /__dev: faults, clock, lag, emails, snapshots. See docs/dev-tenant.md.',
  ],
  async run({ values }, io) {
    try {
      const { seed, title } = await readSeed(io, values.seed ?? 'all');
      const options = {
        seed,
        plan: choose('plan', values.plan ?? 'enterprise', ['free', 'essentials', 'enterprise']),
        port: wholeNumber('port', values.port ?? '4400', 65_535),
        host: values.host ?? '127.0.0.1',
        lag: wholeNumber('lag', values.lag ?? '2000', 86_400_000),
        organizationsLag: wholeNumber('organizations-lag', values['organizations-lag'] ?? '0', 86_400_000),
        strictUrls: values['strict-urls'] ?? false,
        loginUri: url('login-uri', values['login-uri']),
        exposedAs: url('dangerously-expose', values['dangerously-expose']),
      };
      const served = await start(options, io);
      return served ? await serveUntilInterrupted(served, title, options, io) : exitStatus.refused;
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      io.stderr(`error: ${error.message}\n`);
      return exitStatus.refused;
    }
  },
});

async function start(options: ServeOptions & { host: string }, io: Io): Promise<ServedDevTenant | null> {
  try {
    return await serveDevTenant(options);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.replace('[dev tenant] ', ''));
    io.stderr(explainListening(error, options));
    return null;
  }
}

async function serveUntilInterrupted(
  { tenant, url, close }: ServedDevTenant,
  title: string,
  { plan, exposedAs, seed }: ServeOptions,
  io: Io,
): Promise<ExitStatus> {
  const paint = painter(io);
  io.stderr(paint('bold', paint('yellow', banner)));
  if (exposedAs !== undefined) {
    io.stderr(
      paint('bold', paint('red', `EXPOSED as ${url}: anyone who reaches it can sign in as anyone.\n`)),
    );
  }
  io.stdout(
    twoColumns([
      ['domain', tenant.domain],
      ['issuer', tenant.issuer],
      ...(seed === 'empty' ? [] : productRows(tenant)),
      ['set-up', describeMachine(tenant.clients.explorer)],
      ['seed', title],
      ['plan', plan ?? 'enterprise'],
    ]),
  );
  io.stdout('\nWho can sign in, with their passwords\n');
  io.stdout(twoColumns(tenant.personas.map((each) => [`${each.email}  ${each.password}`, describe(each)])));
  io.stderr(`\nlistening on ${url}; Ctrl-C stops it and discards everything\n`);
  await io.interrupted();
  io.stderr('closing\n');
  await close();
  return exitStatus.ok;
}

function productRows({ audience, clients }: DevTenant): readonly (readonly [string, string])[] {
  return [
    ['audience', audience],
    ['page', clients.spa.clientId],
    ['machine', describeMachine(clients.proxy)],
  ];
}

function describeMachine({ clientId, clientSecret }: { clientId: string; clientSecret: string }): string {
  return `${clientId} (secret: ${clientSecret})`;
}

const banner = `
  ************************************************************
  *  DEV TENANT. Not Auth0, not safe, not for production:    *
  *  its keys, passwords and secrets are public.             *
  ************************************************************
`;

function describe(persona: ServedDevTenant['tenant']['personas'][number]): string {
  return [persona.organizationName, persona.connection, persona.note].filter(Boolean).join(' · ');
}

function wholeNumber(option: string, text: string, max: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Infinity;
  if (number > max)
    throw new UsageError(`--${option} cannot be "${text}"; it is a whole number from 0 to ${max}`);
  return number;
}

function url(option: string, text: string | undefined): string | undefined {
  if (text === undefined || URL.canParse(text)) return text;
  throw new UsageError(`--${option} cannot be "${text}"; it is a URL such as http://localhost:3000/login`);
}
