/** Connections: only what editing depends on. Their options can hold the upstream's secrets. */
import { z } from 'zod';
import {
  rootAttributes,
  type Attribute,
  type AttributeSync,
  type RootAttribute,
  type UsernameForm,
} from '../../../../src/policy/index.js';

export const enabledConnectionSchema = z.object({
  connection_id: z.string(),
  assign_membership_on_login: z.boolean().nullish(),
  is_signup_enabled: z.boolean().nullish(),
  connection: z.object({ name: z.string(), strategy: z.string() }),
});

export interface EnabledConnection {
  readonly connectionId: string;
  readonly name: string;
  readonly strategy: string;
  /** Whether people can come in without being invited: by signing up, or just by signing in. */
  readonly admitsAnyone: boolean;
  /** Whoever signs in through it becomes a member, also somebody who was taken out. */
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

const allowedTypes = z
  .object({ email: z.boolean().nullish(), phone_number: z.boolean().nullish() })
  .nullish();

/** Part of the connection exactly when it is present, whether or not people may sign in with it. */
const flexibleAttribute = z
  .object({
    profile_required: z.boolean().nullish(),
    validation: z
      .object({
        min_length: z.number().nullish(),
        max_length: z.number().nullish(),
        allowed_types: allowedTypes,
      })
      .nullish(),
  })
  .nullish();

export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  strategy: z.string(),
  display_name: z.string().nullish(),
  options: z
    .object({
      set_user_root_attributes: z.string().nullish(),
      import_mode: z.boolean().nullish(),
      enabledDatabaseCustomization: z.boolean().nullish(),
      requires_username: z.boolean().nullish(),
      domain_aliases: z.array(z.string()).nullish().catch(null),
      validation: z
        .object({ username: z.object({ min: z.number().nullish(), max: z.number().nullish() }).nullish() })
        .nullish(),
      authentication_methods: z
        .object({ password: z.object({ enabled: z.boolean().nullish() }).nullish() })
        .nullish(),
      // https://auth0.com/docs/authenticate/database-connections/flexible-identifiers-and-attributes
      attributes: z.object({ username: flexibleAttribute, phone_number: flexibleAttribute }).nullish(),
    })
    .nullish(),
});

export interface Connection {
  readonly name: string;
  readonly displayName: string | null;
  readonly attributeSync: AttributeSync;
  readonly userStore: 'auth0' | 'external';
  readonly hasPassword: boolean;
  readonly hasUsername: boolean;
  readonly hasPhoneNumber: boolean;
  readonly usernameLength: { readonly min: number; readonly max: number };
  readonly usernameForms: readonly UsernameForm[];
  readonly requiredAttributes: readonly RootAttribute[];
  /** The mail domains whose people are sent here to sign in, in lower case. */
  readonly domains: readonly string[];
}

/** Auth0's default is the strictest of the three, and so is ours for a word we do not know. */
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
    hasUsername: options?.requires_username === true || username != null,
    hasPhoneNumber: options?.attributes?.phone_number != null,
    // https://auth0.com/docs/authenticate/database-connections/require-username
    usernameLength: {
      min: username?.validation?.min_length ?? legacy?.min ?? 1,
      max: username?.validation?.max_length ?? legacy?.max ?? 15,
    },
    usernameForms: formsOf(username?.validation?.allowed_types),
    requiredAttributes: requiredOf(options),
    domains: options?.domain_aliases?.map((domain) => domain.toLowerCase()) ?? [],
  };
}

type Options = z.infer<typeof connectionSchema>['options'];

function formsOf(allowed: z.infer<typeof allowedTypes>): readonly UsernameForm[] {
  return [
    ...(allowed?.email === true ? (['email'] as const) : []),
    ...(allowed?.phone_number === true ? (['phone'] as const) : []),
  ];
}

/** The attributes of flexible identifiers win over the older setting. */
function requiredOf(options: Options): readonly RootAttribute[] {
  const { username, phone_number } = options?.attributes ?? {};
  const needsUsername = username?.profile_required ?? options?.requires_username ?? false;
  return [
    ...(needsUsername ? (['username'] as const) : []),
    ...(phone_number?.profile_required === true ? (['phone_number'] as const) : []),
  ];
}

export const scimSchema = z.object({ mapping: z.array(z.object({ auth0: z.string().nullish() })).nullish() });

/** https://auth0.com/docs/authenticate/protocols/scim/configure-inbound-scim: the mapping names what SCIM writes. */
export function toDirectoryOwned({ mapping }: z.infer<typeof scimSchema>): readonly Attribute[] {
  const mapped = new Set(mapping?.map((row) => row.auth0));
  return rootAttributes.filter((attribute) => mapped.has(attribute));
}
