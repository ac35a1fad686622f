/** A person as the proxy has loaded them. */
import type { Person } from '../../backend-proxy/src/access/load-person.js';
import { connections, target } from '../policy/support.js';

export const values = {
  name: 'Mia Okafor',
  email: 'mia@acme.example',
  picture: 'https://acme.example/mia.png',
};
/** A member who signs in with a password, and whose address isn't verified. */
export const mia: Person = {
  user: {
    userId: 'auth0|mia',
    blocked: false,
    lastLogin: null,
    createdAt: null,
    primaryIdentity: { connectionName: 'acme-db', provider: 'auth0' },
    linkedConnections: [],
    values,
    profileBytes: 100,
    verification: { email: false, phoneNumber: false },
  },
  organization: {
    id: 'org_acme',
    name: 'acme',
    displayName: 'Acme',
    metadata: {},
    branding: { logoUrl: null, primaryColor: null },
  },
  otherOrganizations: 0,
  target: target(connections.database),
  signIn: {
    class: 'database',
    name: 'acme-db',
    label: 'Password',
    attributeSync: 'each-login',
    identifiers: ['email'],
    hasPassword: true,
  },
};
