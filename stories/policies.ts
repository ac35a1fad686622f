/** Policies that show what the default one leaves out. */
import { defaultPolicy, parsePolicy } from '../backend-proxy/src/index.js';

/** The help desk sees addresses and numbers in part, and each look at the whole is noted. */
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

/** Whoever does something to somebody else says why. */
export const reasonPolicy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, auditReason: 'required' },
});

/** Admins may hand out the links of invitations themselves. */
export const linkPolicy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, invitationLinks: 'allowed' },
});

/** Who deletes their own account can take that back for a week. */
export const delayPolicy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
});
