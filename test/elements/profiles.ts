import type { ProfileView } from '../../src/contract/profile.js';
import type { FieldView } from '../../src/policy/views/view.js';
import type { FieldReason } from '../../src/policy/vocabulary.js';

type FieldOptions = Partial<FieldView> & Pick<FieldView, 'name'>;

export function editable(options: FieldOptions): FieldView {
  return {
    kind: 'text',
    group: 'work',
    label: { en: options.name },
    value: null,
    required: false,
    constraints: {},
    ...options,
    editable: true,
  };
}

export function locked(reason: FieldReason, options: FieldOptions): FieldView {
  return { ...editable(options), editable: false, reason };
}

const jobTitle = editable({
  name: 'jobTitle',
  label: { en: 'Job title', de: 'Position', 'de-CH': 'Funktion' },
  value: 'Controller',
  constraints: { maxLength: 20 },
  autocomplete: 'organization-title',
});
const timeZone = editable({
  name: 'timeZone',
  kind: 'time-zone',
  label: { en: 'Time zone' },
  value: 'Europe/Lisbon',
});
const deskPhone = editable({ name: 'deskPhone', kind: 'phone', label: { en: 'Desk phone' } });
const language = editable({
  name: 'language',
  kind: 'language',
  label: { en: 'Language' },
  help: { en: 'Used for the app and for mails to you' },
  value: 'pt',
});
const work = [jobTitle, timeZone, deskPhone, language];

const name: FieldOptions = { name: 'name', label: { en: 'Name' }, group: 'identity', value: 'Grace Reyes' };
const email: FieldOptions = {
  name: 'email',
  kind: 'email',
  label: { en: 'Email' },
  group: 'identity',
  value: 'grace@globex.example',
  verified: true,
};

function profile(view: Pick<ProfileView, 'connection'>, fields: readonly FieldView[]): ProfileView {
  return {
    own: true,
    person: { userId: 'auth0|grace', name: 'Grace Reyes', picture: null },
    organization: {
      id: 'org_globex',
      name: 'globex',
      displayName: 'Globex',
      branding: { logoUrl: null, primaryColor: null },
    },
    groups: [
      { name: 'identity', label: { en: 'Identity', de: 'Identität' } },
      { name: 'work', label: { en: 'Work', de: 'Arbeit' } },
    ],
    fields,
    operations: [],
    ...view,
  };
}

/** Provisioned by invitation: everything except the address is editable. */
export const database = profile(
  {
    connection: {
      class: 'database',
      label: 'Acme accounts',
      attributeSync: 'never',
      identifiers: ['email'],
      hasPassword: true,
    },
  },
  [
    editable({ ...name, required: true, autocomplete: 'name' }),
    locked('invited-address', email),
    editable({
      name: 'username',
      kind: 'username',
      label: { en: 'Username' },
      group: 'identity',
      value: 'grace',
      autocomplete: 'username',
    }),
    ...work,
  ],
);

/** Signed up without an invitation: the address is editable too. */
export const openDatabase: ProfileView = {
  ...database,
  fields: database.fields.map((field) =>
    field.name === 'email' ? editable({ ...email, required: true }) : field,
  ),
};

export const enterprise = profile(
  {
    connection: {
      class: 'enterprise',
      label: 'Globex SSO',
      attributeSync: 'each-login',
      identifiers: [],
      hasPassword: false,
    },
  },
  [locked('refreshed-at-login', name), locked('managed-by-connection', email), ...work],
);

export const social = profile(
  {
    connection: {
      class: 'social',
      label: 'Google',
      attributeSync: 'each-login',
      identifiers: [],
      hasPassword: false,
    },
  },
  [locked('refreshed-at-login', name), locked('managed-by-connection', email), ...work],
);

export const passwordless = profile(
  {
    connection: {
      class: 'passwordless',
      label: 'Email code',
      attributeSync: 'never',
      identifiers: ['email'],
      hasPassword: false,
    },
  },
  [editable(name), locked('sign-in-identifier', email), ...work],
);

/** Returns the profile with other stored values. */
export function withValues(view: ProfileView, values: Readonly<Record<string, unknown>>): ProfileView {
  return {
    ...view,
    fields: view.fields.map((field) =>
      Object.hasOwn(values, field.name)
        ? { ...field, value: values[field.name] as FieldView['value'] }
        : field,
    ),
  };
}

/** Returns a profile with only these fields, all in the group `work`. */
export function profileOf(...fields: readonly FieldView[]): ProfileView {
  return { ...database, groups: database.groups.filter((group) => group.name === 'work'), fields };
}
