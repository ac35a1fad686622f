import {
  parsePolicy,
  type ConnectionFacts,
  type SessionContext,
  type PolicyDocument,
  type Target,
} from '../../src/policy/index.js';

export const connections = {
  database: {
    class: 'database',
    strategy: 'auth0',
    name: 'acme-db',
    isEnabled: true,
    attributeSync: 'each-login',
    userStore: 'auth0',
    hasUsername: true,
    hasPhoneNumber: true,
    hasPassword: true,
    hasUniqueEmails: true,
    identifiers: ['email', 'username'],
    usernameLength: { min: 3, max: 20 },
    usernameForms: [],
    requiredAttributes: [],
    directoryOwned: [],
  },
  passwordless: {
    class: 'passwordless',
    strategy: 'email',
    name: 'email',
    isEnabled: true,
    attributeSync: 'each-login',
    userStore: 'auth0',
    hasUsername: false,
    hasPhoneNumber: false,
    hasPassword: false,
    hasUniqueEmails: true,
    identifiers: ['email'],
    usernameLength: { min: 1, max: 15 },
    usernameForms: [],
    requiredAttributes: [],
    directoryOwned: [],
  },
  enterprise: {
    class: 'enterprise',
    strategy: 'samlp',
    name: 'globex-saml',
    isEnabled: true,
    attributeSync: 'each-login',
    userStore: 'auth0',
    hasUsername: false,
    hasPhoneNumber: false,
    hasPassword: false,
    hasUniqueEmails: true,
    identifiers: [],
    usernameLength: { min: 1, max: 15 },
    usernameForms: [],
    requiredAttributes: [],
    directoryOwned: [],
  },
  social: {
    class: 'social',
    strategy: 'google-oauth2',
    name: 'google-oauth2',
    isEnabled: true,
    attributeSync: 'each-login',
    userStore: 'auth0',
    hasUsername: false,
    hasPhoneNumber: false,
    hasPassword: false,
    hasUniqueEmails: true,
    identifiers: [],
    usernameLength: { min: 1, max: 15 },
    usernameForms: [],
    requiredAttributes: [],
    directoryOwned: [],
  },
} as const satisfies Record<string, ConnectionFacts>;

/** An ordinary session: signed in just now, by the person. */
export const moment: SessionContext = { signInAge: 10, delegated: false };

export function target(connection: ConnectionFacts, provisioning: Target['provisioning'] = 'open'): Target {
  return { connection, provisioning, organization: { id: 'org_1', metadata: {} }, roles: [], shared: false };
}

/** A small policy with one field per store; tests replace its rules. */
export const document = {
  version: 1,
  actors: { admin: { permissions: ['manage:members'] }, 'help-desk': { permissions: ['support:members'] } },
  groups: { main: { label: { en: 'Main' } } },
  fields: {
    name: { attribute: 'name', kind: 'text', group: 'main', label: { en: 'Name' } },
    email: { attribute: 'email', kind: 'email', group: 'main', label: { en: 'Email' } },
    username: { attribute: 'username', kind: 'username', group: 'main', label: { en: 'Username' } },
    jobTitle: {
      attribute: 'user_metadata.job_title',
      kind: 'text',
      group: 'main',
      label: { en: 'Job title' },
      constraints: { maxLength: 10 },
    },
    costCenter: {
      attribute: 'app_metadata.cost_center',
      kind: 'choice',
      group: 'main',
      label: { en: 'Cost center' },
      constraints: { choices: ['R1', { value: 'R2', label: { en: 'Research 2' } }] },
    },
  },
  rules: [],
} as const satisfies PolicyDocument;

type RuleInput = NonNullable<PolicyDocument['rules']>[number];

export function policyWith(...rules: RuleInput[]) {
  return parsePolicy({ ...document, rules });
}

/** Everybody may look at everything. */
export const allowRead = {
  id: 'read',
  effect: 'allow',
  actors: ['self', 'admin', 'help-desk'],
  actions: ['read'],
  fields: ['*'],
} as const satisfies RuleInput;
