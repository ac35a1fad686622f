/** Computes what a tenant needs from the policy and a few choices. Pure. */
import {
  administratorPermissions,
  neededScopes,
  type NeededScope,
  type Policy,
} from '../../../src/policy/index.js';
import type { TenantOptions } from './options.js';
import { signInActionCode } from './sign-in-action.js';

/** Properties as Auth0's Management API names them. */
export type Settings = Readonly<Record<string, unknown>>;

export interface DesiredApplication {
  readonly name: string;
  /** An existing application. Default: found by name, or created. */
  readonly clientId: string | undefined;
  /** What it is created with. */
  readonly settings: Settings;
}

export interface DesiredRole {
  readonly actor: string;
  readonly name: string;
  /** Also marks a role as ours. */
  readonly description: string;
  /** Any of these makes a member the actor. A new role gets the first one. */
  readonly permissions: readonly string[];
}

export interface DesiredAction {
  readonly name: string;
  readonly code: string;
  readonly claims: readonly string[];
}

/** What a tenant needs. */
export interface DesiredTenant {
  readonly options: TenantOptions;
  readonly managementAudience: string;
  readonly api: {
    readonly name: string;
    readonly permissions: readonly { value: string; description: string }[];
  };
  readonly app: DesiredApplication;
  readonly callbacks: readonly string[];
  readonly origins: readonly string[];
  /** Where invitations lead; absent if Auth0 can't take the address of the page. */
  readonly loginRoute: string | undefined;
  readonly sendsInvitations: boolean;
  readonly proxy: DesiredApplication;
  readonly scopes: readonly NeededScope[];
  readonly roles: readonly DesiredRole[];
  /** Permissions of people who administer an organization. */
  readonly administrators: readonly string[];
  readonly action: DesiredAction | undefined;
}

/**
 * Returns what a tenant needs for this policy.
 * @example desiredTenant(defaultPolicy, { origin: 'https://acme.eu.auth0.com', appUrls: ['https://app.acme.example/people'], … })
 */
export function desiredTenant(policy: Policy, options: TenantOptions): DesiredTenant {
  const { origin, appUrls, name } = options;
  const scopes = neededScopes(policy);
  const needs = (scope: string) => scopes.some((each) => each.scope === scope);
  const callbacks = [...new Set(appUrls.map(withoutQuery))];
  const origins = [...new Set(appUrls.map((url) => new URL(url).origin))];
  const loginRoute = callbacks.find(isLoginRoute);
  const sendsInvitations = needs('create:organization_invitations');
  const needsAction = policy.safeguards.stepUp !== undefined || needs('read:sessions');
  return {
    options,
    managementAudience: `${origin}/api/v2/`,
    api: { name: `${name} API`, permissions: permissionsOf(policy) },
    app: {
      name: `${name} app`,
      clientId: options.clientId,
      settings: appSettings(options, { callbacks, origins, loginRoute }),
    },
    callbacks,
    origins,
    loginRoute,
    sendsInvitations,
    proxy: { name: `${name} proxy`, clientId: options.proxyClientId, settings: proxySettings },
    scopes,
    roles: rolesOf(policy),
    administrators: [...administratorPermissions(policy)],
    action: needsAction ? signInAction(options) : undefined,
  };
}

interface Addresses {
  readonly callbacks: readonly string[];
  readonly origins: readonly string[];
  readonly loginRoute: string | undefined;
}

/**
 * A new application is for members of organizations only, and asks them which one they mean:
 * https://auth0.com/docs/manage-users/organizations/login-flows-for-organizations
 */
function appSettings({ dpop }: TenantOptions, { callbacks, origins, loginRoute }: Addresses): Settings {
  return {
    app_type: 'spa',
    token_endpoint_auth_method: 'none',
    oidc_conformant: true,
    grant_types: appGrantTypes,
    callbacks,
    allowed_logout_urls: callbacks,
    web_origins: origins,
    ...(loginRoute !== undefined && { initiate_login_uri: loginRoute }),
    organization_usage: 'require',
    organization_require_behavior: 'post_login_prompt',
    refresh_token: rotation,
    ...(dpop === 'required' && { require_proof_of_possession: true }),
  };
}

export const appGrantTypes = ['authorization_code', 'refresh_token'] as const;

/** With Auth0's default lifetimes: 30 days, and 15 days without use. */
export const rotation = {
  rotation_type: 'rotating',
  expiration_type: 'expiring',
  leeway: 0,
  token_lifetime: 2_592_000,
  idle_token_lifetime: 1_296_000,
} as const;

const proxySettings = {
  app_type: 'non_interactive',
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'client_secret_post',
  oidc_conformant: true,
} as const satisfies Settings;

/** Auth0 requires TLS, and takes no localhost: https://auth0.com/docs/authenticate/login/auth0-universal-login/configure-default-login-routes */
function isLoginRoute(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname !== 'localhost';
}

/** The elements return to the address of their page, without its query. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function permissionsOf({ actors }: Policy): DesiredTenant['api']['permissions'] {
  const rows = Object.entries(actors).flatMap(([actor, { permissions }]) =>
    permissions.map((value) => ({ value, description: `Acts as ${actor} in Orgdesk` })),
  );
  return rows.filter(({ value }, index) => rows.findIndex((each) => each.value === value) === index);
}

function rolesOf({ actors }: Policy): readonly DesiredRole[] {
  return Object.entries(actors).map(([actor, { permissions }]) => ({
    actor,
    name: toWords(actor),
    description: `Orgdesk: ${actor}`,
    permissions,
  }));
}

/** `help-desk` and `helpDesk` become `Help desk`. */
function toWords(actor: string): string {
  const words = actor
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function signInAction(options: TenantOptions): DesiredAction {
  return {
    name: `${options.name} sign-in claims`,
    code: signInActionCode(options),
    claims: [options.authTimeClaim, options.sessionIdClaim],
  };
}
