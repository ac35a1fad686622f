import { connectionClass } from '../connection-class.js';
import type { ParsedSeed } from '../seed.js';
import { Chance } from './chance.js';
import { familyNames, givenNames } from './names.js';

type SeedUser = ParsedSeed['users'][number];
type Connection = ParsedSeed['connections'][number];
type Membership = ParsedSeed['memberships'][number];

export interface CrowdMember extends Pick<Membership, 'roles' | 'group_roles'> {
  readonly user: SeedUser;
}

const jobTitles = [
  ...['Accountant', 'Analyst', 'Architect', 'Buyer', 'Controller', 'Designer', 'Developer', 'Editor'],
  ...['Field engineer', 'Lawyer', 'Logistician', 'Nurse', 'Planner', 'Recruiter', 'Sales representative'],
  ...['Scientist', 'Support agent', 'Teacher', 'Technician', 'Translator', 'Warehouse lead', 'Writer'],
];
const languages = ['en', 'en', 'en', 'de', 'de', 'fr', 'es', 'pt', 'ja', 'tr'];
const timeZones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo'];

const day = 24 * 60 * 60 * 1000;
/** A crowd's activity ends on this date, so that its data never changes. */
const today = Date.parse('2026-11-20T18:00:00.000Z');

/**
 * Generates any number of plausible members. The result is deterministic: the first 100 members of a crowd of 1,000
 * are the crowd of 100. They come from the organization's connections (most from the first) and sign in with their
 * email address and the password all seeded people share.
 */
export function* peopleOfCrowd(
  seed: ParsedSeed,
  { organization_id, size }: ParsedSeed['crowds'][number],
): Generator<CrowdMember> {
  const organization = seed.organizations.find(({ id }) => id === organization_id);
  const connections = seed.enabled_connections.flatMap((row) =>
    row.organization_id === organization_id
      ? (seed.connections.find(({ id }) => id === row.connection_id) ?? [])
      : [],
  );
  const domain = `${organization?.name}.example`;
  const roles = seed.roles.filter(({ owner_id }) => owner_id === undefined).map(({ id }) => id);
  for (let index = 0; index < size; index += 1) {
    const chance = new Chance(index);
    const connection = pickConnection(chance, connections);
    if (!connection) return;
    yield { user: person(chance, index, connection, domain), ...pickRoles(chance, roles, connection) };
  }
}

/** 60% from the first connection, 30% from the second, and so on. */
function pickConnection(chance: Chance, connections: readonly Connection[]): Connection | undefined {
  return connections.find(() => chance.happens(0.6)) ?? connections[0];
}

function person(
  chance: Chance,
  index: number,
  { name: connection, strategy }: Connection,
  domain: string,
): SeedUser {
  const kind = connectionClass(strategy);
  const [given, family] = [chance.pick(givenNames), chance.pick(familyNames)];
  const local = `${given?.ascii}.${family?.ascii}.${index + 1}`;
  const email = `${local}@${domain}`;
  // Users without a name are named after their email address, as in Auth0's databases.
  const isNamed = kind !== 'database' || !chance.happens(0.03);
  return {
    user_id: userId(index, kind, connection, strategy, email),
    connection,
    email,
    email_verified: kind !== 'database' || !chance.happens(0.05),
    ...(isNamed
      ? { name: `${given?.text} ${family?.text}`, given_name: given?.text, family_name: family?.text }
      : { name: email }),
    nickname: local,
    ...(chance.happens(0.8) && {
      user_metadata: {
        job_title: chance.pick(jobTitles),
        time_zone: chance.pick(timeZones),
        language: chance.pick(languages),
      },
    }),
    ...(chance.happens(0.02) && { blocked: true }),
    ...past(chance),
    password: 'orgdesk',
    locked_out: kind === 'database' && chance.happens(0.01),
    authentication_methods: chance.happens(0.3) ? [authenticator(index)] : [],
    note: '',
  };
}

function userId(index: number, kind: string, connection: string, strategy: string, email: string): string {
  if (kind === 'enterprise') return `${strategy}|${connection}|${email}`;
  if (kind === 'social') return `${strategy}|${(10n ** 20n + BigInt(index)).toString()}`;
  return `${strategy}|c30d1${(index + 1).toString(16).padStart(19, '0')}`;
}

/** One in twelve has never signed in. */
function past(chance: Chance): Pick<SeedUser, 'created_at' | 'last_login' | 'logins_count'> {
  const created = today - chance.below(900 * day);
  const created_at = new Date(created).toISOString();
  if (chance.happens(1 / 12)) return { created_at, logins_count: 0 };
  // Squared, so that most signed in recently.
  const ago = chance.next() ** 2 * (today - created);
  return { created_at, last_login: new Date(today - ago).toISOString(), logins_count: 1 + chance.below(400) };
}

function authenticator(index: number): SeedUser['authentication_methods'][number] {
  const id = `totp|dev_${String(index + 1).padStart(16, '0')}`;
  return { id, type: 'totp', name: 'Authenticator', created_at: '2026-02-01T09:00:00.000Z' };
}

/**
 * 1% have the first of the tenant's roles, 4% the second, and almost all others the last. Some members from identity
 * providers get theirs through a group.
 */
function pickRoles(
  chance: Chance,
  roles: readonly string[],
  { strategy }: Connection,
): Pick<CrowdMember, 'roles' | 'group_roles'> {
  const at = chance.next();
  const role = at < 0.01 ? roles[0] : at < 0.05 ? roles[1] : at < 0.95 ? roles.at(-1) : undefined;
  if (role === undefined) return { roles: [], group_roles: [] };
  const byGroup = connectionClass(strategy) === 'enterprise' && chance.happens(0.25);
  if (byGroup) return { roles: [], group_roles: [{ role, group: `${role.replace(/^rol_|0+$/g, '')}s` }] };
  return { roles: [role], group_roles: [] };
}
