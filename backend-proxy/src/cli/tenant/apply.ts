import {
  applyItems,
  compareTenant,
  desiredTenant,
  inviteFirstAdmin,
  readTenant,
  type Applied,
  type DesiredTenant,
  type FirstAdmin,
  type FirstAdminStep,
  type TenantApi,
} from '../../tenant/index.js';
import { defineCommand, policyOperand } from '../command.js';
import { exitStatus, UsageError, type ExitStatus } from '../exit.js';
import type { Io } from '../io.js';
import { painter } from '../terminal.js';
import { credentialsNote, readChoices, tenantOptions } from './choices.js';
import { connectTenant } from './connect.js';
import { refuseExisting, writeEnvironment } from './env-out.js';
import { orExplain } from './explain.js';
import { describeItem } from './report.js';

export const apply = defineCommand({
  name: 'tenant apply',
  summary: 'Set up in an Auth0 tenant what "tenant plan" shows',
  operands: [policyOperand],
  options: {
    ...tenantOptions,
    organization: {
      value: 'NAME',
      help: 'With --admin: the organization, which is created if there is none',
    },
    admin: { value: 'EMAIL', help: 'Invite the first admin of the organization' },
    connection: {
      value: 'NAME',
      help: "How the organization's members sign in; default: the only database of the tenant",
    },
    'env-out': {
      value: 'FILE',
      help: 'Write a new file with the variables of "serve", among them the client secret, for its owner only',
    },
  },
  notes: [
    'It adds to what is there, and never removes or narrows anything. Running it again does nothing, or what is left.',
    credentialsNote,
  ],
  run: (given, io) =>
    orExplain('tenant apply', io, async () => {
      const { policy, options, env } = await readChoices(given, io);
      const admin = firstAdmin(given.values);
      const file = given.values['env-out'];
      if (file !== undefined) await refuseExisting(file, io);
      const desired = desiredTenant(policy, options);
      const api = await connectTenant(options.origin, env, io);
      const applied = await setUp(api, desired, io);
      if (admin) await invite(api, desired, admin, io);
      if (file !== undefined) await writeEnvironment(file, desired, applied, api, io);
      return reportRest(api, desired, io);
    }),
});

async function setUp(api: TenantApi, desired: DesiredTenant, io: Io): Promise<Applied> {
  const current = await readTenant(api, desired);
  const items = compareTenant(desired, current);
  const onDone = ({ what }: { what: string }) => io.stdout(`done: ${what}\n`);
  if (!items.some(({ status }) => status === 'missing')) io.stdout('nothing to do\n');
  return applyItems({ api, pause: io.pause, onDone }, desired, current, items);
}

function firstAdmin(values: {
  readonly organization: string | undefined;
  readonly admin: string | undefined;
  readonly connection: string | undefined;
}): FirstAdmin | null {
  const { organization, admin: email, connection } = values;
  if (organization === undefined && email === undefined) return null;
  if (organization === undefined || email === undefined) {
    throw new UsageError('--organization and --admin go together');
  }
  return { organization, email, connection };
}

const stepTexts: Readonly<Record<FirstAdminStep, (admin: FirstAdmin) => string>> = {
  organization: ({ organization }) => `Organization "${organization}"`,
  connection: ({ organization }) => `Connection of the organization "${organization}"`,
  invitation: ({ email }) => `Invitation to ${email}`,
};

async function invite(api: TenantApi, desired: DesiredTenant, admin: FirstAdmin, io: Io): Promise<void> {
  const steps = await inviteFirstAdmin(api, desired, await readTenant(api, desired), admin);
  for (const step of steps) io.stdout(`done: ${stepTexts[step](admin)}\n`);
  if (steps.length === 0) io.stdout(`the organization "${admin.organization}" needs no invitation\n`);
}

/** Reads again what the tenant has, so that what is said is what is there. */
async function reportRest(api: TenantApi, desired: DesiredTenant, io: Io): Promise<ExitStatus> {
  const items = compareTenant(desired, await readTenant(api, desired));
  const rest = items.filter(({ status }) => status !== 'ok');
  const paint = painter(io);
  if (rest.length > 0) {
    io.stdout(`\nLeft to do by hand\n\n${rest.map((item) => describeItem(item, paint)).join('')}`);
  }
  return rest.some(({ status }) => status === 'missing') ? exitStatus.refused : exitStatus.ok;
}
