import { z } from 'zod';
import { isRegistered } from '../clients.js';
import { OAuthError, PageError } from '../errors.js';
import type { TenantState } from '../state.js';
import { prompts, type AuthorizationRequest, type ResponseTarget } from './authorization-request.js';
import {
  checkUsage,
  knownAudience,
  knownConnection,
  namedInvitation,
  namedOrganization,
} from './request-references.js';
import { splitScope } from './split-scope.js';

type Query = Record<string, string>;

/**
 * Parses the redirect target.
 * @throws PageError for an unregistered URL, which must not receive a redirect
 */
export function parseTarget({ clients }: TenantState, query: Query): ResponseTarget {
  const { client_id, redirect_uri, response_mode, state } = query;
  const client = clients.get(client_id ?? '');
  if (!client) {
    throw new PageError(
      400,
      'Unknown client',
      `There is no application with client_id "${client_id ?? ''}".`,
    );
  }
  if (redirect_uri === undefined || !isRegistered(client, 'callbacks', redirect_uri)) {
    const message = `The redirect_uri "${redirect_uri ?? ''}" is not in the list of allowed callback URLs.`;
    throw new PageError(403, 'Callback URL mismatch', message);
  }
  const responseMode = response_mode === 'web_message' ? 'web_message' : 'query';
  const { origin } = new URL(redirect_uri);
  if (responseMode === 'web_message' && !isRegistered(client, 'web_origins', origin)) {
    throw new PageError(403, 'Origin mismatch', `"${origin}" is not in the list of allowed web origins.`);
  }
  return { client, redirectUri: redirect_uri, responseMode, state };
}

const parameters = z.object({
  response_type: z.literal('code', 'Only response_type=code is supported'),
  response_mode: z.enum(['query', 'web_message'], 'Unsupported response_mode').optional(),
  code_challenge: z
    .string('Parameter "code_challenge" is required')
    .regex(/^[\w-]{43}$/, 'Bad code_challenge'),
  code_challenge_method: z.literal('S256', 'code_challenge_method must be S256'),
  prompt: z
    .string()
    .transform((text) => splitScope(text))
    .pipe(z.array(z.enum(prompts, 'Unsupported prompt')))
    .refine((all) => !all.includes('none') || all.length === 1, 'prompt=none goes with no other prompt')
    .default([]),
  max_age: z
    .string()
    .regex(/^\d{1,9}$/, 'max_age must be a number of seconds')
    .optional(),
  scope: z.string().default('openid profile email'),
  nonce: z.string().optional(),
  login_hint: z.string().optional(),
  screen_hint: z.string().optional(),
  dpop_jkt: z
    .string()
    .regex(/^[\w-]{43}$/, 'Bad dpop_jkt')
    .optional(),
});

/**
 * Parses the remaining parameters.
 * @throws OAuthError to send to the target
 */
export function parseAuthorizationRequest(
  tenant: TenantState,
  target: ResponseTarget,
  query: Query,
): AuthorizationRequest {
  const parsed = parameters.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const isType = issue?.path[0] === 'response_type';
    throw new OAuthError(400, isType ? 'unsupported_response_type' : 'invalid_request', issue?.message ?? '');
  }
  const { scope, nonce, prompt, max_age, login_hint, screen_hint, code_challenge, dpop_jkt } = parsed.data;
  const organization = namedOrganization(tenant, query['organization']);
  checkUsage(target.client, organization);
  const invitation = namedInvitation(tenant, organization, query['invitation']);
  return {
    ...target,
    scope,
    nonce,
    prompt,
    screenHint: screen_hint,
    audience: knownAudience(tenant, query['audience']),
    organizationId: organization,
    personal: false,
    connection: knownConnection(tenant, query['connection'], organization),
    invitation,
    maxAge: max_age === undefined ? undefined : Number(max_age),
    loginHint: login_hint ?? invitation?.invitee.email,
    challenge: code_challenge,
    dpopKey: dpop_jkt,
  };
}
