/** The four kinds of connection, which decide what may be changed about a user. */
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

/** A strategy nobody listed counts as enterprise, the class with the fewest liberties. */
export function connectionClass(strategy: string): ConnectionClass {
  return byStrategy.get(strategy) ?? 'enterprise';
}

interface Connection {
  strategy: string;
  display_name?: string | undefined;
  options: Record<string, unknown>;
}

/** Whether somebody upstream, and not the tenant, keeps the users. */
export function isFederated({ strategy }: Connection): boolean {
  return ['enterprise', 'social'].includes(connectionClass(strategy));
}

/** A custom database whose users are not imported into Auth0's own store. */
export function isExternalStore({ options }: Connection): boolean {
  return options['enabledDatabaseCustomization'] === true && options['import_mode'] !== true;
}

/** Whether root attributes are overwritten at login; `on_each_login` is Auth0's default. */
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

/** How the login page names where a person comes from, for example "enterprise (SAML)". */
export function connectionLabel(connection: Connection): string {
  const kind = connectionClass(connection.strategy);
  if (kind === 'enterprise')
    return `enterprise (${enterpriseNames[connection.strategy] ?? connection.strategy})`;
  if (kind === 'social') return `social (${connection.display_name ?? connection.strategy})`;
  return kind;
}
