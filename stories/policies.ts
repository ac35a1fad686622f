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
