/**
 * The table of operations: everything that can be done to an account, a member or an organization besides editing
 * fields. Lists of operations elsewhere are derived from it, so that a new operation is added here first and the
 * compiler names the other places that need a decision. Free of zod, because the browser loads it.
 */

/** Where an operation is offered. */
export type Surface =
  | 'own' // on the caller's own profile
  | 'onBehalf' // on the profile of another member
  | 'menu' // in a member's row menu and among the actions of their page, with a dialog
  | 'organization'; // with the session: it concerns no one member

/** The members that an operation is for. Offering it to others would be pointless. */
export type MemberState =
  | 'everyone'
  | 'with-email' // there is an address to send an email to
  | 'unverified' // the email address isn't verified
  | 'locked-out' // too many wrong passwords
  | 'with-authenticator' // has enrolled a method of two-step verification
  | 'blocked'
  | 'not-blocked';

/** What is true of an operation, and of few others. */
export type Trait =
  | 'management' // a role that allows it makes its holders admins, whom the last-admin safeguard counts
  | 'destructive' // takes something away from the person: red in the interface
  | 'irreversible' // can't be undone: confirmed by typing a phrase, and should need a recent sign-in
  | 'sensitive' // can't be undone or takes away access: refused while someone acts with the caller's session
  | 'ends-membership' // afterwards the person is no longer a member
  | 'ends-administration' // afterwards the person can't manage the organization
  | 'tenant-wide' // affects the person in every organization: one user record and one session serve them all
  | 'database-only' // needs a password or an address that Auth0 manages
  | 'bulk' // can be done to several members at once
  | 'at-once' // small, and takes nothing away: done without a question
  | 'asks-reason' // needs a reason if the policy's `auditReason` is `required`
  | 'audited'; // recorded in the activity log under its own name

/** The steps of operations, and whether the rest of an operation depends on one. */
const stepTable = {
  'remove-membership': { critical: true },
  'block-account': { critical: true },
  'unblock-account': { critical: true },
  'end-sessions': { critical: false },
  'revoke-refresh-tokens': { critical: false },
  'revoke-invitations': { critical: false },
  'delete-account': { critical: true },
  'delete-linked-identities': { critical: false },
  'clear-lockout': { critical: false },
  'remove-authenticator': { critical: false },
  'forget-trusted-browsers': { critical: false },
} as const satisfies Record<string, { readonly critical: boolean }>;

export type OperationStep = keyof typeof stepTable;

/** What an operation never affects. */
export type NotCovered =
  | 'issued-access-tokens' // they are valid until they expire
  | 'application-sessions' // a product keeps its own
  | 'other-organizations'; // if the person belongs to any

/** A consequence of an operation, shown before it is confirmed. Each has one message per locale. */
export type Consequence =
  | 'mail-to-address' // an email goes to the stored address
  | 'password-unchanged-until-used' // nothing changes until the link in the email is used
  | 'ends-other-sessions' // the person is signed out everywhere else
  | 'ends-all-sessions' // the person is signed out here too
  | 'removes-account' // the account and its attributes are deleted for good
  | 'removes-memberships' // in every organization, not only this one
  | 'keeps-other-systems' // other systems and backups keep what they hold
  | 'removes-linked-identities' // other ways to sign in are linked to the account, and are deleted with it
  | 'erases-product-data'; // the product is asked to erase its own data first

interface OperationFacts {
  readonly actsOn: 'own-account' | 'member' | 'organization';
  readonly surfaces: readonly Surface[];
  readonly appliesTo: MemberState;
  readonly traits: readonly Trait[];
  /** The level of the de-provisioning ladder that it is. */
  readonly level: 'remove' | 'revoke-access' | 'block' | 'delete' | null;
  /** In the order they are taken. An operation with steps ends in a receipt. */
  readonly steps: readonly OperationStep[];
  readonly notCovered: readonly NotCovered[];
  /** Empty if the de-provisioning plan lists them. */
  readonly consequences: readonly Consequence[];
}

/** For every member alike, without steps, and with nothing to say before or after. */
const plain = { appliesTo: 'everyone', level: null, steps: [], notCovered: [], consequences: [] } as const;
const toOrganization = { ...plain, actsOn: 'organization', surfaces: ['organization'] } as const;
const toMember = { ...plain, actsOn: 'member', surfaces: ['onBehalf', 'menu'] } as const;
const toAnyone = { ...plain, actsOn: 'member', surfaces: ['own', 'onBehalf', 'menu'] } as const;
const toOwnAccount = { ...plain, actsOn: 'own-account', surfaces: ['own'] } as const;

/**
 * By name, in the order in which operations are offered: those that help a person first, those that take most away
 * last. The names are stable: they appear in policies and audit entries.
 */
export const operationTable = {
  'password.reset': {
    ...toAnyone,
    appliesTo: 'with-email',
    traits: ['database-only', 'bulk', 'at-once', 'asks-reason', 'audited'],
    consequences: ['mail-to-address', 'password-unchanged-until-used'],
  },
  'email.verify': {
    ...toAnyone,
    appliesTo: 'unverified',
    traits: ['database-only', 'at-once', 'asks-reason', 'audited'],
    consequences: ['mail-to-address'],
  },
  'sessions.read': { ...toAnyone, surfaces: ['own', 'onBehalf'], traits: ['tenant-wide'] },
  'sessions.revoke': {
    ...toAnyone,
    surfaces: ['own', 'onBehalf'],
    traits: ['sensitive', 'tenant-wide', 'audited'],
    consequences: ['ends-other-sessions'],
  },
  'profile.export': { ...toOwnAccount, traits: ['audited'] },
  'profile.delete': {
    ...toOwnAccount,
    traits: ['destructive', 'irreversible', 'sensitive', 'ends-membership', 'ends-administration', 'audited'],
    consequences: ['removes-account', 'removes-memberships', 'ends-all-sessions', 'keeps-other-systems'],
  },
  'member.read': { ...toMember, surfaces: [], traits: [] },
  'member.clear-lockout': {
    ...toMember,
    appliesTo: 'locked-out',
    traits: ['tenant-wide', 'at-once', 'asks-reason', 'audited'],
    steps: ['clear-lockout'],
  },
  'member.unblock': {
    ...toMember,
    appliesTo: 'blocked',
    traits: ['tenant-wide', 'bulk', 'at-once', 'asks-reason', 'audited'],
    steps: ['unblock-account'],
  },
  'member.mfa-reset': {
    ...toMember,
    appliesTo: 'with-authenticator',
    traits: ['sensitive', 'tenant-wide', 'asks-reason', 'audited'],
    steps: ['remove-authenticator', 'forget-trusted-browsers'],
  },
  'roles.assign': {
    ...toAnyone,
    traits: ['management', 'bulk', 'asks-reason', 'audited'],
  },
  'member.revoke-access': {
    ...toMember,
    traits: ['sensitive', 'tenant-wide', 'bulk', 'asks-reason', 'audited'],
    level: 'revoke-access',
    steps: ['end-sessions', 'revoke-refresh-tokens'],
    notCovered: ['issued-access-tokens', 'application-sessions'],
  },
  'member.block': {
    ...toMember,
    appliesTo: 'not-blocked',
    traits: [
      'management',
      'destructive',
      'sensitive',
      'ends-administration',
      'tenant-wide',
      'bulk',
      'asks-reason',
      'audited',
    ],
    level: 'block',
    steps: ['block-account', 'end-sessions', 'revoke-refresh-tokens'],
    notCovered: ['issued-access-tokens', 'application-sessions'],
  },
  'membership.remove': {
    ...toMember,
    traits: [
      'management',
      'destructive',
      'sensitive',
      'ends-membership',
      'ends-administration',
      'bulk',
      'asks-reason',
      'audited',
    ],
    level: 'remove',
    steps: ['remove-membership', 'revoke-invitations'],
    notCovered: ['issued-access-tokens', 'application-sessions', 'other-organizations'],
  },
  'user.delete': {
    ...toMember,
    traits: [
      'management',
      'destructive',
      'irreversible',
      'sensitive',
      'ends-membership',
      'ends-administration',
      'tenant-wide',
      'bulk',
      'asks-reason',
      'audited',
    ],
    level: 'delete',
    steps: ['delete-account', 'delete-linked-identities', 'revoke-invitations'],
    notCovered: ['issued-access-tokens', 'application-sessions'],
  },
  'member.list': { ...toOrganization, traits: [] },
  'members.export': { ...toOrganization, traits: ['audited'] },
  'bulk.run': { ...toOrganization, traits: [] },
  'invitation.read': { ...toOrganization, traits: [] },
  'invitation.create': {
    ...toOrganization,
    traits: ['management', 'audited'],
  },
  'invitation.revoke': { ...toOrganization, traits: ['audited'] },
  'invitation.resend': { ...toOrganization, traits: ['audited'] },
  'activity.read': { ...toOrganization, traits: [] },
} as const satisfies Record<string, OperationFacts>;

export type Operation = keyof typeof operationTable;

type Table = typeof operationTable;

/** The operations with a trait: `OperationWith<'bulk'>`. */
export type OperationWith<T extends Trait> = {
  [O in Operation]: T extends Table[O]['traits'][number] ? O : never;
}[Operation];

/** The operations that a surface offers: `OperationOn<'menu'>`. */
export type OperationOn<S extends Surface> = {
  [O in Operation]: S extends Table[O]['surfaces'][number] ? O : never;
}[Operation];

/** The operations that are taken step by step and end in a receipt. */
export type SteppedOperation = {
  [O in Operation]: Table[O]['steps'] extends readonly [] ? never : O;
}[Operation];

/** The operations that are a level of the de-provisioning ladder. */
export type LevelOperation = {
  [O in Operation]: Table[O]['level'] extends null ? never : O;
}[Operation];

/** A level of the de-provisioning ladder. */
export type DeprovisionLevel = Table[LevelOperation]['level'];

/** The operation that each level of the ladder is, mildest first. */
export const operationOfLevel = {
  remove: 'membership.remove',
  'revoke-access': 'member.revoke-access',
  block: 'member.block',
  delete: 'user.delete',
} as const satisfies {
  readonly [L in DeprovisionLevel]: {
    [O in LevelOperation]: Table[O]['level'] extends L ? O : never;
  }[LevelOperation];
};

/** The levels of the de-provisioning ladder, mildest first. */
export const deprovisionLevels = Object.keys(operationOfLevel) as readonly DeprovisionLevel[];

/** All operations, in the order in which they are offered. */
export const operations = Object.keys(operationTable) as readonly Operation[];

const facts: Readonly<Record<Operation, OperationFacts>> = operationTable;

/**
 * Returns what the table says about an operation, with types that don't depend on which one it is.
 * @example factsOf('member.block').steps // ['block-account', 'end-sessions', 'revoke-refresh-tokens']
 */
export function factsOf(operation: Operation): OperationFacts {
  return facts[operation];
}

/**
 * Returns whether an operation has a trait.
 * @example hasTrait('member.block', 'destructive') // true
 */
export function hasTrait<T extends Trait>(operation: Operation, trait: T): operation is OperationWith<T> {
  return facts[operation].traits.includes(trait);
}

/**
 * Returns the operations with a trait, in the order in which they are offered.
 * @example operationsWith('irreversible') // ['profile.delete', 'user.delete']
 */
export function operationsWith<T extends Trait>(trait: T): readonly OperationWith<T>[] {
  return operations.filter((operation) => hasTrait(operation, trait));
}

/**
 * Returns the operations that a surface offers, in the order in which it offers them.
 * @example operationsOn('organization') // ['member.list', 'members.export', …]
 */
export function operationsOn<S extends Surface>(surface: S): readonly OperationOn<S>[] {
  return operations.filter((operation): operation is OperationOn<S> =>
    facts[operation].surfaces.includes(surface),
  );
}

/**
 * Returns whether the rest of an operation depends on a step. If it fails, the operation stops.
 * @example isCriticalStep('block-account') // true
 */
export function isCriticalStep(step: OperationStep): boolean {
  return stepTable[step].critical;
}
