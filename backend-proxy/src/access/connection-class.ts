import type { ConnectionClass, ConnectionFacts } from '../../../src/policy/index.js';

/**
 * Auth0's strategies by class, as its event schemas group them. An unknown strategy counts as enterprise, the class
 * that may edit least.
 */
const classes: Readonly<Record<Exclude<ConnectionClass, 'enterprise'>, readonly string[]>> = {
  database: ['auth0'],
  passwordless: ['email', 'sms'],
  social: splitList(`
    amazon apple auth0-oidc baidu bitbucket bitly box daccount dropbox dwolla evernote evernote-sandbox exact facebook
    fitbit github google-oauth2 instagram line linkedin oauth1 oauth2 paypal paypal-sandbox planningcenter salesforce
    salesforce-community salesforce-sandbox shop shopify soundcloud thirtysevensignals twitter untappd vkontakte weibo
    windowslive wordpress yahoo yandex`),
};

const classByStrategy = new Map(
  Object.entries(classes).flatMap(([name, strategies]) =>
    strategies.map((strategy) => [strategy, name as ConnectionClass] as const),
  ),
);

export function connectionClassOf(strategy: string): ConnectionClass {
  return classByStrategy.get(strategy) ?? 'enterprise';
}

/** Display names of well-known providers, for connections without one of their own. */
const knownProviders: Readonly<Record<string, string>> = {
  'google-oauth2': 'Google',
  apple: 'Apple',
  facebook: 'Facebook',
  github: 'GitHub',
  linkedin: 'LinkedIn',
  windowslive: 'Microsoft',
  waad: 'Microsoft Entra ID',
  'google-apps': 'Google Workspace',
  okta: 'Okta',
};

export function connectionLabelOf(
  connection: Pick<ConnectionFacts, 'strategy' | 'name'>,
  displayName: string | null,
): string {
  const provider = Object.hasOwn(knownProviders, connection.strategy)
    ? knownProviders[connection.strategy]
    : undefined;
  return displayName ?? provider ?? connection.name;
}

function splitList(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
