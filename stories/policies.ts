/** Policies with options that the default policy leaves off. */
import { defaultPolicy, parsePolicy } from '../backend-proxy/src/index.js';

/** The help desk sees masked addresses and phone numbers, and can reveal them. */
export const maskedPolicy = parsePolicy({
  ...defaultPolicy,
  rules: [
    ...defaultPolicy.rules.map((rule) =>
      rule.id === 'support-reads' ? { ...rule, actors: ['admin'] } : rule,
    ),
    {
      id: 'desk-reads',
      effect: 'allow',
      actors: ['help-desk'],
      actions: ['read'],
      fields: ['name', 'givenName', 'familyName', 'nickname', 'jobTitle', 'timeZone', 'language'],
    },
    {
      id: 'desk-sees-part',
      effect: 'allow',
      actors: ['help-desk'],
      actions: ['read'],
      fields: ['email', 'phoneNumber', 'deskPhone'],
      masked: true,
    },
  ],
});

/** Changes to other members need a reason. */
export const reasonPolicy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, auditReason: 'required' },
});

/** Admins can copy invitation links. */
export const linkPolicy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, invitationLinks: 'allowed' },
});

/** Users can cancel the deletion of their account for a week. */
export const delayPolicy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
});

/** Fields with free lists and members of objects. */
export const structuredPolicy = parsePolicy({
  ...defaultPolicy,
  fields: {
    ...defaultPolicy.fields,
    skills: {
      attribute: 'user_metadata.skills',
      kind: 'list',
      group: 'work',
      label: { en: 'Skills', de: 'Fähigkeiten' },
      constraints: { maxItems: 5, maxLength: 30 },
    },
    city: {
      attribute: 'user_metadata.office.city',
      kind: 'text',
      group: 'work',
      label: { en: 'Office city', de: 'Bürostadt' },
    },
  },
  rules: [
    ...defaultPolicy.rules,
    {
      id: 'own-structures',
      effect: 'allow',
      actors: ['self'],
      actions: ['update'],
      fields: ['skills', 'city'],
    },
  ],
});
