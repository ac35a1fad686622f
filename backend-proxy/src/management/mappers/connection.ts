/** Maps connections, as far as editing depends on them. Their options can hold the upstream's secrets. */
import { z } from 'zod';
import {
  rootAttributes,
  signInIdentifiers,
  type Attribute,
  type AttributeSync,
  type RootAttribute,
  type SignInIdentifier,
  type UsernameForm,
} from '../../../../src/policy/index.js';
import { lenient, lenientList } from './lenient.js';

export const enabledConnectionSchema = z.object({
  connection_id: z.string(),
  assign_membership_on_login: lenient(z.boolean()),
  is_signup_enabled: lenient(z.boolean()),
  // A strategy of another shape counts as enterprise, as an unknown one does.
  connection: z.object({ name: z.string(), strategy: z.string().catch('') }),
});

export interface EnabledConnection {
  readonly connectionId: string;
  readonly name: string;
  readonly strategy: string;
  /** People can join without an invitation: by signing up, or by signing in. */
  readonly admitsAnyone: boolean;
  /** Signing in through it makes a member, also of a user who was removed. */
  readonly joinsAtLogin: boolean;
}

export function toEnabledConnection(row: z.infer<typeof enabledConnectionSchema>): EnabledConnection {
  return {
    connectionId: row.connection_id,
    name: row.connection.name,
    strategy: row.connection.strategy,
    admitsAnyone: row.assign_membership_on_login === true || row.is_signup_enabled === true,
    joinsAtLogin: row.assign_membership_on_login === true,
  };
}

const allowedTypes = lenient(z.object({ email: lenient(z.boolean()), phone_number: lenient(z.boolean()) }));

/** Part of the connection exactly if it is present, whether or not users can sign in with it. */
const flexibleAttribute = lenient(
  z.object({
    identifier: lenient(z.object({ active: lenient(z.boolean()) })),
    profile_required: lenient(z.boolean()),
    unique: lenient(z.boolean()),
    validation: lenient(
      z.object({
        min_length: lenient(z.number()),
        max_length: lenient(z.number()),
        allowed_types: allowedTypes,
      }),
    ),
  }),
);

const optionsSchema = z.object({
  set_user_root_attributes: lenient(z.string()),
  import_mode: lenient(z.boolean()),
  // The strict reading of a value of another shape: profiles are kept elsewhere.
  enabledDatabaseCustomization: z.boolean().nullish().catch(true),
  requires_username: lenient(z.boolean()),
  domain_aliases: lenientList(z.string()),
  validation: lenient(
    z.object({
      username: lenient(z.object({ min: lenient(z.number()), max: lenient(z.number()) })),
    }),
  ),
  authentication_methods: lenient(
    z.object({ password: lenient(z.object({ enabled: lenient(z.boolean()) })) }),
  ),
  // https://auth0.com/docs/authenticate/database-connections/flexible-identifiers-and-attributes
  attributes: lenient(
    z.object({ email: flexibleAttribute, username: flexibleAttribute, phone_number: flexibleAttribute }),
  ),
});

export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  strategy: z.string().catch(''),
  display_name: lenient(z.string()),
  options: lenient(optionsSchema),
});

export interface Connection {
  readonly name: string;
  readonly displayName: string | null;
  readonly attributeSync: AttributeSync;
  readonly userStore: 'auth0' | 'external';
  readonly hasPassword: boolean;
  readonly hasUniqueEmails: boolean;
  readonly identifiers: readonly SignInIdentifier[];
  readonly hasUsername: boolean;
  readonly hasPhoneNumber: boolean;
  readonly usernameLength: { readonly min: number; readonly max: number };
  readonly usernameForms: readonly UsernameForm[];
  readonly requiredAttributes: readonly RootAttribute[];
  /** Email domains whose users are sent here to sign in, in lower case. */
  readonly domains: readonly string[];
}

/** Auth0's default is the strictest of the three, and so is ours for a mode we don't know. */
const syncModes: Readonly<Record<string, AttributeSync>> = {
  on_each_login: 'each-login',
  on_first_login: 'first-login',
  never_on_login: 'never',
};

export function toConnection(connection: z.infer<typeof connectionSchema>): Connection {
  const { options } = connection;
  const username = options?.attributes?.username;
  const legacy = options?.validation?.username;
  return {
    name: connection.name,
    displayName: connection.display_name ?? null,
    attributeSync: syncModes[options?.set_user_root_attributes ?? ''] ?? 'each-login',
    userStore:
      options?.enabledDatabaseCustomization === true && options.import_mode !== true ? 'external' : 'auth0',
    hasPassword: options?.authentication_methods?.password?.enabled !== false,
    // https://auth0.com/docs/authenticate/database-connections/non-unique-emails
    hasUniqueEmails: options?.attributes?.email?.unique !== false,
    identifiers: identifiersOf(connection),
    hasUsername: connection.strategy === 'auth0' && (options?.requires_username === true || username != null),
    hasPhoneNumber: connection.strategy === 'sms' || options?.attributes?.phone_number != null,
    // https://auth0.com/docs/authenticate/database-connections/require-username
    usernameLength: {
      min: username?.validation?.min_length ?? legacy?.min ?? 1,
      max: username?.validation?.max_length ?? legacy?.max ?? 15,
    },
    usernameForms: formsOf(username?.validation?.allowed_types),
    requiredAttributes: connection.strategy === 'auth0' ? requiredOf(options) : [],
    domains: options?.domain_aliases?.map((domain) => domain.toLowerCase()) ?? [],
  };
}

type Options = z.infer<typeof connectionSchema>['options'];

function formsOf(allowed: z.infer<typeof allowedTypes> | undefined): readonly UsernameForm[] {
  return [
    ...(allowed?.email === true ? (['email'] as const) : []),
    ...(allowed?.phone_number === true ? (['phone'] as const) : []),
  ];
}

/** Other providers check the sign-in themselves. Without flexible identifiers, everyone has an email address. */
function identifiersOf({ strategy, options }: z.infer<typeof connectionSchema>): readonly SignInIdentifier[] {
  if (strategy === 'email') return ['email'];
  if (strategy === 'sms') return ['phone_number'];
  if (strategy !== 'auth0') return [];
  const attributes = options?.attributes;
  if (!attributes) return options?.requires_username === true ? ['email', 'username'] : ['email'];
  return signInIdentifiers.filter((name) => attributes[name]?.identifier?.active === true);
}

/** Flexible identifiers take precedence over the older setting, with which everyone has an email address. */
function requiredOf(options: Options): readonly RootAttribute[] {
  const { email, username, phone_number } = options?.attributes ?? {};
  const needsEmail = options?.attributes ? email != null && email.profile_required !== false : true;
  const needsUsername = username?.profile_required ?? options?.requires_username ?? false;
  return [
    ...(needsEmail ? (['email'] as const) : []),
    ...(needsUsername ? (['username'] as const) : []),
    ...(phone_number?.profile_required === true ? (['phone_number'] as const) : []),
  ];
}

export const directorySchema = z.object({ mapping: lenientList(z.object({ auth0: lenient(z.string()) })) });

/**
 * Returns the attributes that a directory writes, which the mapping names.
 * https://auth0.com/docs/authenticate/protocols/scim/configure-inbound-scim
 */
export function toDirectoryOwned({ mapping }: z.infer<typeof directorySchema>): readonly Attribute[] {
  const mapped = new Set(mapping?.map((row) => row.auth0));
  return rootAttributes.filter((attribute) => mapped.has(attribute));
}
