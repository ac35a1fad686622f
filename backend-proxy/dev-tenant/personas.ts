import { connectionLabel } from './connection-class.js';
import type { Directory, Organization } from './directory.js';
import type { Person } from './users/user.js';

/** A person who can sign in to one organization. */
export interface Persona {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationDisplayName: string;
  /** For example, "enterprise (SAML)". */
  readonly connection: string;
  readonly note: string;
}

/** Current personas: one row per person and organization. */
export function personas(directory: Directory): Persona[] {
  return directory.organizations.flatMap((organization) =>
    peopleOf(directory, organization).map((person) => ({
      ...describePerson(directory, person),
      organizationId: organization.id,
      organizationName: organization.name,
      organizationDisplayName: organization.display_name,
    })),
  );
}

/** Members, and people whom the connection makes members at login. Excludes the crowd. */
export function peopleOf(directory: Directory, organization: Organization): Person[] {
  return directory.people.cast().filter((person) => {
    const enabled = directory.enabledConnection(organization.id, person.connection);
    if (!enabled) return false;
    return enabled.assign_membership_on_login || directory.membership(organization.id, person.user_id);
  });
}

export function describePerson(directory: Directory, person: Person) {
  const profile = directory.users.get(person.user_id) ?? person.upstream;
  const connection = directory.connectionNamed(person.connection);
  return {
    userId: person.user_id,
    name: profile.name ?? person.user_id,
    email: profile.email ?? '',
    password: person.password,
    connection: connection ? connectionLabel(connection) : '',
    note: person.note,
  };
}
