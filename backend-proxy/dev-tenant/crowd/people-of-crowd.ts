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
/** A crowd does not age: what it has done it did before this day. */
const today = Date.parse('2026-11-20T18:00:00.000Z');

/**
 * Any number of plausible members, always the same ones; the first hundred of a crowd of a thousand are a crowd of a
 * hundred. They come from the organization's connections (most from the first), and sign in with their address and the
 * password of every seeded person.
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
  const roles = seed.roles.map(({ id }) => id);
  for (let index = 0; index < size; index += 1) {
    const chance = new Chance(index);
    const connection = pickConnection(chance, connections);
    if (!connection) return;
    yield { user: person(chance, index, connection, domain), ...pickRoles(chance, roles, connection) };
  }
}

/** Six in ten from the first, three from the second, and so on. */
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
  // Who has only ever given an address is called by it, as in a database of Auth0's.
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
  // Squared, so that most were here lately.
  const ago = chance.next() ** 2 * (today - created);
  return { created_at, last_login: new Date(today - ago).toISOString(), logins_count: 1 + chance.below(400) };
}

function authenticator(index: number): SeedUser['authentication_methods'][number] {
  const id = `totp|dev_${String(index + 1).padStart(16, '0')}`;
  return { id, type: 'totp', name: 'Authenticator', created_at: '2026-02-01T09:00:00.000Z' };
}

/**
 * One in a hundred has the first of the tenant's roles, four the second, and nearly all others the last. Of those who come
 * through an identity provider some have theirs from a group there.
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
