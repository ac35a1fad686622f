import type { ActivityPage } from '../../../src/contract/activity.js';
import type {
  AssignableRole,
  DeprovisionPlan,
  MemberReceipt,
  MemberRow,
  MemberSecurity,
  Membership,
  DeprovisionLevelPlan,
} from '../../../src/contract/member.js';
import type { ProfileView } from '../../../src/contract/profile.js';
import type { OperationView } from '../../../src/policy/views/view.js';
import { database, enterprise } from '../profiles.js';
import { ProxyStub } from '../stub.js';
import { sessionList } from '../account-scenes.js';

export const mia = { userId: 'auth0|mia', name: 'Mia Okafor', email: 'mia@acme.example', picture: null };
export const ben = { userId: 'auth0|ben', name: 'Ben Roth', email: 'ben@acme.example', picture: null };

/** A member as the list shows them. */
export const rowOf = ({ userId, name, email }: Pick<MemberRow, 'userId' | 'name' | 'email'>): MemberRow => ({
  ...{ userId, name, email },
  picture: null,
  connection: null,
  status: [],
  lastLogin: null,
  createdAt: null,
  you: false,
});

export const operation = (name: OperationView['name'], more: Partial<OperationView> = {}): OperationView => ({
  name,
  allowed: true,
  consequences: [],
  ...more,
});

/** All that an admin may do about someone. */
export const everything: readonly OperationView[] = [
  'password.reset',
  'email.verify',
  'sessions.read',
  'member.clear-lockout',
  'member.mfa-reset',
  'roles.assign',
  'member.revoke-access',
  'member.block',
  'membership.remove',
  'user.delete',
].map((name) => operation(name as OperationView['name']));

/** What a help desk may. */
export const helpDesk = everything.filter(({ name }) =>
  ['password.reset', 'email.verify', 'member.clear-lockout'].includes(name),
);

export const membership: Membership = {
  status: ['unverified'],
  roles: [
    { id: 'rol_viewer', name: 'Viewer', description: 'Reads everything' },
    { id: 'rol_auditor', name: 'Auditor', description: null, inheritedFrom: 'group' },
  ],
  lastLogin: '2026-11-18T07:05:00.000Z',
  createdAt: '2025-03-01T09:00:00.000Z',
  otherOrganizations: 2,
};

const fieldsOfMia = (view: ProfileView): ProfileView => ({
  ...view,
  own: false,
  person: { userId: mia.userId, name: mia.name, picture: null },
  organization: {
    id: 'org_acme',
    name: 'acme',
    displayName: 'Acme Instruments',
    branding: { logoUrl: null, primaryColor: null },
  },
  fields: view.fields.map((field) => {
    if (field.name === 'name') return { ...field, value: mia.name };
    return field.name === 'email' ? { ...field, value: mia.email } : field;
  }),
  operations: everything,
  member: membership,
});

/** Signs in with a password. */
export const member = fieldsOfMia(database);

/** Signs in with Globex SSO. */
export const federated = fieldsOfMia(enterprise);

export const assignable: readonly AssignableRole[] = [
  { id: 'rol_viewer', name: 'Viewer', description: 'Reads everything', assignable: true },
  { id: 'rol_editor', name: 'Editor', description: null, assignable: true },
  { id: 'rol_auditor', name: 'Auditor', description: null, assignable: true },
  { id: 'rol_owner', name: 'Owner', description: null, assignable: false, reason: 'role-above-own' },
];

export const calm: MemberSecurity = {
  lockouts: [],
  methods: [
    {
      id: 'totp|1',
      type: 'totp',
      name: 'Authenticator',
      createdAt: '2026-01-05T09:00:00.000Z',
      lastUsedAt: '2026-11-18T07:05:00.000Z',
    },
    { id: 'passkey|1', type: 'passkey', name: null, createdAt: null, lastUsedAt: null },
  ],
};

export const lockedOut: MemberSecurity = {
  ...calm,
  lockouts: [{ identifier: 'mia@acme.example', ip: '192.0.2.7' }],
};

const activity: ActivityPage = {
  entries: [
    {
      id: 'one',
      requestId: 'request',
      outcome: 'done',
      at: '2026-11-20T09:00:00.000Z',
      actor: { userId: 'auth0|ada', name: 'Ada Keller', delegated: false },
      target: { userId: mia.userId, name: mia.name },
      action: 'profile.update',
      fields: ['jobTitle'],
      reason: 'asked by phone',
    },
    {
      id: 'two',
      requestId: 'request',
      outcome: 'done',
      at: '2026-11-19T09:00:00.000Z',
      actor: { userId: 'auth0|hal', name: null, delegated: false },
      target: { userId: mia.userId, name: null },
      // Only a newer proxy records it.
      action: 'something.new' as 'profile.update',
    },
  ],
  next: null,
};

const level = (
  name: DeprovisionLevelPlan['level'],
  view: OperationView,
  more: Partial<DeprovisionLevelPlan>,
): DeprovisionLevelPlan => ({
  level: name,
  operation: view,
  steps: [],
  regainPaths: [],
  recommended: false,
  ...more,
});

/** For someone with a password: nothing brings them back but a block that is lifted. */
export const plan: DeprovisionPlan = {
  person: mia,
  connection: { class: 'database', label: 'Acme accounts' },
  accessTokensUntil: null,
  levels: [
    level('remove', operation('membership.remove'), {
      steps: ['remove-membership', 'revoke-invitations'],
      regainPaths: ['pending-invitation'],
    }),
    level('revoke-access', operation('member.revoke-access'), {
      steps: ['end-sessions', 'revoke-refresh-tokens'],
    }),
    level('block', operation('member.block'), {
      steps: ['block-account', 'end-sessions', 'revoke-refresh-tokens'],
    }),
    level('delete', operation('user.delete', { stepUp: { maxAge: 300 } }), {
      steps: ['delete-account'],
    }),
  ],
};

/** For someone whose account the upstream would make again. */
export const federatedPlan: DeprovisionPlan = {
  ...plan,
  connection: { class: 'enterprise', label: 'Globex SSO' },
  levels: plan.levels.map((each) => ({
    ...each,
    recommended: each.level === 'block',
    regainPaths:
      each.level === 'delete' ? ['recreated-at-login'] : each.level === 'remove' ? ['joins-at-login'] : [],
  })),
};

/** The same plan, with this operation as it is judged. */
export const planWith = (view: OperationView): DeprovisionPlan => ({
  ...plan,
  levels: plan.levels.map((each) =>
    each.operation.name === view.name ? { ...each, operation: view } : each,
  ),
});

export const receipt: MemberReceipt = {
  id: 'receipt-1',
  at: '2026-11-24T10:00:00.000Z',
  userId: mia.userId,
  operation: 'member.block',
  done: ['block-account', 'end-sessions', 'revoke-refresh-tokens'],
  notDone: [],
  notCovered: ['issued-access-tokens', 'application-sessions'],
  status: ['blocked'],
};

/** A proxy on which everything works. */
export function memberProxy(view: ProfileView = member): ProxyStub {
  const proxy = new ProxyStub(view);
  const answers = (address: string, body: unknown) => proxy.answerAt(address, () => Response.json(body));
  answers('GET /security', calm);
  answers('GET /sessions', sessionList);
  answers('GET /v1/activity', activity);
  answers('GET /deprovision', plan);
  answers('POST /deprovision', receipt);
  for (const act of ['unblock', 'clear-lockout', 'mfa-reset']) {
    answers(`POST /${act}`, { ...receipt, operation: `member.${act}`, done: ['clear-lockout'], status: [] });
  }
  for (const mail of ['password-reset', 'email-verification']) answers(`POST /${mail}`, { retryAfter: 60 });
  answers('PUT /roles', { roles: [{ id: 'rol_editor', name: 'Editor', description: null }] });
  return proxy;
}
