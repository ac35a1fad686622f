/** Icons of operations on members, wherever they are offered. */
import { svg, type TemplateResult } from 'lit';
import type { OperationOn } from '../../policy/operations.js';
import { deleteIcon } from '../parts/delete-icon.js';
import { blockIcon, icon, keyIcon, mirroredIcon } from '../parts/icons.js';

const person = svg`<circle cx="6.5" cy="5" r="2.5" /><path d="M2 13.5a4.5 4.5 0 0 1 9 0" />`;
const shield = svg`<path d="M8 1.5 13 3.5v4c0 3.5-2.2 5.8-5 7-2.8-1.2-5-3.5-5-7v-4z" />`;

export const personIcon = icon('person', person);

export const copyIcon = icon(
  'copy',
  svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.5" /><path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />`,
);

export const fileIcon = icon('file', svg`<path d="M4 1.5h5l3.5 3.5v9.5H4zM9 1.5V5h3.5" />`);

export const mailIcon = icon(
  'mail',
  svg`<rect x="2" y="3.5" width="12" height="9.5" rx="1.5" /><path d="m2.5 4.5 5.5 4.5 5.5-4.5" />`,
);

const unlockIcon = icon(
  'unlock',
  svg`<rect x="3" y="7" width="10" height="7" rx="1.5" /><path d="M5 7V5a3 3 0 0 1 5.8-1" />`,
);

export const operationIcons: Readonly<Record<OperationOn<'menu'>, TemplateResult>> = {
  'password.reset': keyIcon,
  'email.verify': mailIcon,
  'member.clear-lockout': unlockIcon,
  'member.unblock': unlockIcon,
  'member.mfa-reset': icon('two-step', svg`${shield}<path d="m5.8 7.8 1.7 1.7 2.9-3" />`),
  'roles.assign': icon('roles', shield),
  'member.revoke-access': mirroredIcon('sign-out', svg`<path d="M6 2.5H3v11h3M10.5 5l3 3-3 3M13.5 8H6" />`),
  'member.block': blockIcon,
  'membership.remove': icon('remove', svg`${person}<path d="M10.5 8h4" />`),
  'user.delete': deleteIcon,
};
