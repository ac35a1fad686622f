/**
 * The policy that a proxy uses if it is given none: users manage their own profile, a help desk helps members, and an
 * admin manages them. Most rules follow Auth0's own advice:
 * https://auth0.com/docs/get-started/architecture-scenarios/multiple-organization-architecture/single-identity-provider-organizations/profile-management
 */
import { fieldHelp, fieldLabel, groupLabel } from './labels/index.js';
import { parsePolicy } from './parse.js';
import type { Policy, PolicyDocument } from './schema.js';

const names = ['givenName', 'familyName', 'name', 'nickname', 'picture'];
const identifiers = ['email', 'phoneNumber', 'username'];
const application = ['jobTitle', 'deskPhone', 'timeZone', 'language'];

const document: PolicyDocument = {
  version: 1,
  actors: {
    admin: { permissions: ['manage:members'] },
    'help-desk': { permissions: ['support:members'] },
  },
  groups: {
    identity: { label: groupLabel('identity') },
    contact: { label: groupLabel('contact') },
    work: { label: groupLabel('work') },
  },
  fields: {
    givenName: {
      attribute: 'given_name',
      kind: 'text',
      group: 'identity',
      label: fieldLabel('givenName'),
    },
    familyName: {
      attribute: 'family_name',
      kind: 'text',
      group: 'identity',
      label: fieldLabel('familyName'),
    },
    name: {
      attribute: 'name',
      kind: 'text',
      group: 'identity',
      label: fieldLabel('name'),
      constraints: { required: true },
    },
    nickname: {
      attribute: 'nickname',
      kind: 'text',
      group: 'identity',
      label: fieldLabel('nickname'),
    },
    picture: {
      attribute: 'picture',
      kind: 'picture',
      group: 'identity',
      label: fieldLabel('picture'),
      help: fieldHelp('picture'),
    },
    email: {
      attribute: 'email',
      kind: 'email',
      group: 'contact',
      label: fieldLabel('email'),
    },
    phoneNumber: {
      attribute: 'phone_number',
      kind: 'phone',
      group: 'contact',
      label: fieldLabel('phoneNumber'),
    },
    username: {
      attribute: 'username',
      kind: 'username',
      group: 'contact',
      label: fieldLabel('username'),
    },
    jobTitle: {
      attribute: 'user_metadata.job_title',
      kind: 'text',
      group: 'work',
      label: fieldLabel('jobTitle'),
      constraints: { maxLength: 80 },
      autocomplete: 'organization-title',
    },
    deskPhone: {
      attribute: 'user_metadata.desk_phone',
      kind: 'phone',
      group: 'work',
      label: fieldLabel('deskPhone'),
      autocomplete: 'work tel',
    },
    timeZone: {
      attribute: 'user_metadata.time_zone',
      kind: 'time-zone',
      group: 'work',
      label: fieldLabel('timeZone'),
    },
    language: {
      attribute: 'user_metadata.language',
      kind: 'language',
      group: 'work',
      label: fieldLabel('language'),
      help: fieldHelp('language'),
      constraints: { choices: ['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt'] },
    },
  },
  rules: [
    { id: 'own-profile', effect: 'allow', actors: ['self'], actions: ['read'], fields: ['*'] },
    {
      id: 'own-application-attributes',
      effect: 'allow',
      actors: ['self'],
      actions: ['update'],
      fields: application,
    },
    {
      id: 'own-names',
      effect: 'allow',
      actors: ['self'],
      actions: ['update'],
      fields: names,
      when: { connection: ['database', 'passwordless'] },
    },
    {
      id: 'own-identifiers',
      effect: 'allow',
      actors: ['self'],
      actions: ['update'],
      fields: identifiers,
      when: { connection: ['database'] },
    },
    {
      // Also for connections that would let Auth0 store another value: the upstream is the source.
      id: 'upstream-owned',
      effect: 'deny',
      actors: ['self', 'help-desk', 'admin'],
      actions: ['update'],
      fields: [...names, ...identifiers],
      when: { connection: ['enterprise', 'social'] },
      reason: 'managed-by-connection',
    },
    {
      id: 'invited-email',
      effect: 'deny',
      actors: ['self'],
      actions: ['update'],
      fields: ['email'],
      when: { connection: ['database'], provisioning: ['invitation'] },
      reason: 'invited-address',
    },
    { id: 'own-password', effect: 'allow', actors: ['self'], operations: ['password.reset', 'email.verify'] },
    { id: 'own-data', effect: 'allow', actors: ['self'], operations: ['profile.export'] },
    {
      // A deleted federated account is created again at the next sign-in.
      id: 'own-account',
      effect: 'allow',
      actors: ['self'],
      operations: ['profile.delete'],
      when: { connection: ['database'] },
    },
    {
      id: 'recreated-account',
      effect: 'deny',
      actors: ['self'],
      operations: ['profile.delete'],
      when: { connection: ['enterprise', 'social'] },
      reason: 'recreated-at-login',
    },
    {
      id: 'own-sessions',
      effect: 'allow',
      actors: ['self'],
      operations: ['sessions.read', 'sessions.revoke'],
    },
    {
      id: 'support-reads',
      effect: 'allow',
      actors: ['help-desk', 'admin'],
      actions: ['read'],
      fields: ['*'],
    },
    {
      // Not the email: a password reset goes to that address, so changing it takes over the account.
      id: 'support-edits',
      effect: 'allow',
      actors: ['help-desk', 'admin'],
      actions: ['update'],
      fields: [...names, 'phoneNumber', 'username', ...application],
    },
    {
      id: 'support-desk',
      effect: 'allow',
      actors: ['help-desk', 'admin'],
      operations: [
        'member.list',
        'member.read',
        'password.reset',
        'email.verify',
        'member.clear-lockout',
        'member.unblock',
      ],
    },
    {
      id: 'admin-ladder',
      effect: 'allow',
      actors: ['admin'],
      operations: [
        'sessions.read',
        'sessions.revoke',
        'member.block',
        'member.revoke-access',
        'member.mfa-reset',
        'membership.remove',
        'user.delete',
      ],
    },
    {
      id: 'admin-organization',
      effect: 'allow',
      actors: ['admin'],
      operations: [
        'roles.assign',
        'invitation.read',
        'invitation.create',
        'invitation.revoke',
        'invitation.resend',
        'members.export',
        'bulk.run',
        'activity.read',
      ],
    },
  ],
  safeguards: {
    lastAdmin: true,
    sharedUsers: 'membership-only',
    stepUp: { maxAge: 300, for: ['profile.delete', 'user.delete', 'field:email'] },
  },
};

/** The policy of a proxy without one of its own. */
export const defaultPolicy: Policy = parsePolicy(document);
