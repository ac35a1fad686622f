import { choose } from '../src/cli/policy/parse-choice.js';
import { defineCommand } from '../src/cli/command.js';
import { exitStatus, UsageError, type ExitStatus } from '../src/cli/exit.js';
import type { Io } from '../src/cli/io.js';
import { explainListening } from '../src/cli/serve/listening.js';
import { painter, twoColumns } from '../src/cli/terminal.js';
import { SeedError, seedNames } from '../dev-tenant/named-seeds.js';
import { seedJsonSchema } from '../dev-tenant/seed-json-schema.js';
import { serveDevTenant, type ServedDevTenant, type ServeOptions } from '../dev-tenant/serve.js';
import { readSeed } from './seed-file.js';

/** The output of `orgdesk dev-tenant schema` is published as `orgdesk-proxy/seed.schema.json`. */
export const devTenantSchema = defineCommand({
  name: 'dev-tenant schema',
  summary: 'Print the JSON Schema of seeds, for editors to complete and check with',
  operands: [],
  options: {},
  notes: ['It knows shapes; the dev tenant itself knows references as well.'],
  async run(_given, { stdout }) {
    stdout(`${JSON.stringify(seedJsonSchema(), null, 2)}\n`);
    return exitStatus.ok;
  },
});

export const devTenant = defineCommand({
  name: 'dev-tenant',
  summary: 'Run a stand-in for an Auth0 tenant, for trials and tests',
  operands: [],
  options: {
    seed: { value: 'NAME|FILE', help: `One of ${seedNames.join(', ')}, crowd:SIZE, or a file; else all` },
    plan: {
      value: 'PLAN',
      help: 'Whose rate limits and endpoints: free, essentials or enterprise (the default)',
    },
    port: { value: 'PORT', help: 'Where to listen, 0 for any free port; else 4400' },
    host: { value: 'HOST', help: 'Where to listen; else 127.0.0.1' },
    lag: { value: 'MS', help: 'Milliseconds until a change reaches lists and search; else 2000' },
    'login-uri': { value: 'URL', help: "The app's login route, where links in invitations lead" },
    'dangerously-expose': {
      value: 'URL',
      help: 'Listen beyond this machine, under that address: whoever reaches it can be anybody',
    },
  },
  notes: [
    'It keeps everything in memory, sends no mail, knows no secret worth keeping, and takes no token but its own.\n' +
      'Its controls are under /__dev: faults, clock, lag, mails, snapshots. See docs/dev-tenant.md.',
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
  { plan, exposedAs }: ServeOptions,
  io: Io,
): Promise<ExitStatus> {
  const paint = painter(io);
  io.stderr(paint('bold', paint('yellow', banner)));
  if (exposedAs !== undefined) {
    io.stderr(
      paint('bold', paint('red', `EXPOSED as ${url}: whoever reaches it can sign in as anybody here.\n`)),
    );
  }
  io.stdout(
    twoColumns([
      ['domain', tenant.domain],
      ['issuer', tenant.issuer],
      ['audience', tenant.audience],
      ['page', tenant.clients.spa.clientId],
      ['machine', `${tenant.clients.proxy.clientId} (secret: ${tenant.clients.proxy.clientSecret})`],
      ['seed', title],
      ['plan', plan ?? 'enterprise'],
    ]),
  );
  io.stdout('\nWho can sign in, each with the password beside it\n');
  io.stdout(twoColumns(tenant.personas.map((each) => [`${each.email}  ${each.password}`, describe(each)])));
  io.stderr(`\nlistening on ${url}; Ctrl-C ends it and forgets everything\n`);
  await io.interrupted();
  io.stderr('closing\n');
  await close();
  return exitStatus.ok;
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
