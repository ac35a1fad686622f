/** The four classes of connections. They determine which attributes of a user can change. */
export type ConnectionClass = 'database' | 'passwordless' | 'enterprise' | 'social';

const byStrategy: ReadonlyMap<string, ConnectionClass> = new Map([
  ['auth0', 'database'],
  ['email', 'passwordless'],
  ['sms', 'passwordless'],
  ...(
    'amazon apple auth0-oidc bitbucket dropbox facebook github google-oauth2 instagram linkedin line oauth1 ' +
    'oauth2 paypal salesforce shopify twitter vkontakte windowslive wordpress yahoo yandex'
  )
    .split(' ')
    .map((strategy): [string, ConnectionClass] => [strategy, 'social']),
]);

/** Unknown strategies count as enterprise, the most restrictive class. */
export function connectionClass(strategy: string): ConnectionClass {
  return byStrategy.get(strategy) ?? 'enterprise';
}

interface Connection {
  strategy: string;
  display_name?: string | undefined;
  options: Record<string, unknown>;
}

/** Returns whether an upstream identity provider manages the users. */
export function isFederated({ strategy }: Connection): boolean {
  return ['enterprise', 'social'].includes(connectionClass(strategy));
}

/** Returns whether this is a custom database whose users aren't imported into Auth0's store. */
export function isExternalStore({ options }: Connection): boolean {
  return options['enabledDatabaseCustomization'] === true && options['import_mode'] !== true;
}

/** Returns whether sign-ins overwrite root attributes. Auth0's default is `on_each_login`. */
export function attributeSync({ options }: Connection): string {
  const mode = options['set_user_root_attributes'];
  return typeof mode === 'string' ? mode : 'on_each_login';
}

const enterpriseNames: Readonly<Record<string, string>> = {
  samlp: 'SAML',
  waad: 'Microsoft Entra ID',
  okta: 'Okta',
  oidc: 'OpenID Connect',
  adfs: 'ADFS',
  'google-apps': 'Google Workspace',
};

/** Label of a connection on the login page, for example "enterprise (SAML)". */
export function connectionLabel(connection: Connection): string {
  const kind = connectionClass(connection.strategy);
  if (kind === 'enterprise')
    return `enterprise (${enterpriseNames[connection.strategy] ?? connection.strategy})`;
  if (kind === 'social') return `social (${connection.display_name ?? connection.strategy})`;
  return kind;
}
