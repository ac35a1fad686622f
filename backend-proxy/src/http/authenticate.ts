/**
 * Authentication middleware: verifies the access token, a JWT of the tenant for our audience (RFC 9068 §4, RFC 8725).
 * jose checks the signature and the registered claims, this file checks the claims that Auth0 adds.
 */
import type { MiddlewareHandler } from 'hono';
import { errors, jwtVerify, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { Actor } from '../access/actor.js';
import type { CallContext } from '../management/index.js';
import type { Settings } from '../options.js';
import { ProblemError } from './problem-error.js';
import type { AuthenticatedEnv } from './request.js';
import type { Services } from '../services.js';
import { signingAlgorithms } from './signing-keys.js';
import { VerifiedTokens } from './verified-tokens.js';
import { createBindingCheck, type Presented } from './dpop.js';

/** jose checks presence and time of the registered claims, but not the types of the others. */
const claimsSchema = z.object({
  sub: z.string().min(1).max(1000),
  iat: z.number().finite(),
  exp: z.number().finite(),
  org_id: z.string().regex(/^org_[A-Za-z0-9]{1,64}$/),
  permissions: z.array(z.string()).optional(),
});

const clockToleranceSeconds = 5;

/**
 * Creates the middleware that verifies the access token and sets `actor`. Register it once, for everything below `/v1`.
 * @throws {ProblemError} One of the `token_…` codes, or `upstream_unavailable` or `upstream_timeout` if the tenant's
 * signing keys can't be read.
 */
export function createAuthenticate({
  settings,
  storage,
  signingKeys,
  revalidatePermissions,
}: Pick<
  Services,
  'settings' | 'storage' | 'signingKeys' | 'revalidatePermissions'
>): MiddlewareHandler<AuthenticatedEnv> {
  const checkBinding = createBindingCheck(settings, storage);
  const verified = new VerifiedTokens<Verified>(signingKeys);

  async function verify(token: string): Promise<JWTPayload> {
    const { payload, protectedHeader } = await jwtVerify(token, signingKeys.set, {
      issuer: [...settings.issuers],
      audience: settings.audience,
      algorithms: signingAlgorithms,
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: clockToleranceSeconds,
    }).catch(refuse);
    refuseOtherKinds(protectedHeader);
    return payload;
  }

  return async function authenticate(context, next) {
    const request = context.req.raw;
    const presented = readAuthorization(request.headers.get('authorization'));
    const { token } = presented;
    const timesRead = signingKeys.timesRead();
    const known = verified.find(token);
    const claims = known?.claims ?? (await verify(token));
    await checkBinding(request, presented, claims, (nonce) => context.set('dpopNonce', nonce));
    const { actor, domain } = known ?? {
      actor: toActor(claims, settings),
      domain: customDomainOf(claims, settings),
    };
    if (!known) {
      verified.remember(token, { claims, actor, domain }, { expiresAt: actor.expiresAt, timesRead });
    }
    const call: CallContext = {
      ...context.get('call'),
      organizationId: actor.organizationId,
      emails: { clientId: actor.clientId, domain },
    };
    context.set('call', call);
    context.set('actor', await revalidatePermissions(actor, call));
    await next();
  };
}

/** What a token says, once it is verified. */
interface Verified {
  readonly claims: JWTPayload;
  readonly actor: Actor;
  /** The domain that emails lead to. */
  readonly domain: string | null;
}

/** Parses the Authorization header (RFC 6750 §2.1, RFC 9449 §7.1). Its scheme is case-insensitive (RFC 9110 §11.1). */
function readAuthorization(authorization: string | null): Presented {
  if (!authorization) throw new ProblemError('token_missing');
  const [, scheme = '', token] =
    /^(bearer|dpop) +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i.exec(authorization) ?? [];
  if (!token) throw new ProblemError('token_invalid');
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'dpop' : 'bearer', token };
}

/**
 * Refuses tokens that were signed with the same key for something else, such as `logout+jwt` or `dpop+jwt`. Auth0's access
 * tokens have the type `JWT`, or `at+jwt` where an API uses the profile of RFC 9068.
 */
function refuseOtherKinds({ typ = 'JWT' }: JWTHeaderParameters): void {
  const isAccessToken = /^(?:application\/)?(?:at\+)?jwt$/i.test(typ);
  if (!isAccessToken) throw new ProblemError('token_invalid');
}

/** The domain that emails lead to, if the tenant has several: without a name, Auth0 uses its default one. */
function customDomainOf({ iss }: JWTPayload, { issuers, managementUrl }: Settings): string | null {
  const { host } = new URL(iss ?? issuers[0]);
  return issuers.length > 1 && host !== new URL(managementUrl).host ? host : null;
}

function toActor(payload: JWTPayload, { authTimeClaim, sessionIdClaim }: Settings): Actor {
  const { sub } = payload as { sub?: unknown };
  if (typeof sub !== 'string') throw new ProblemError('token_invalid');
  // Tokens of machines and of anonymous visitors carry the same signature and audience as a person's.
  // https://auth0.com/docs/manage-users/organizations/using-tokens
  if (sub.endsWith('@clients') || sub.startsWith('anon@')) throw new ProblemError('token_not_a_person');
  if (payload.org_id === undefined) throw new ProblemError('token_without_organization');
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) throw new ProblemError('token_invalid');
  return {
    userId: claims.data.sub,
    organizationId: claims.data.org_id,
    permissions: claims.data.permissions ?? [],
    clientId: textClaim(payload, 'azp'),
    sessionId: textClaim(payload, sessionIdClaim),
    issuedAt: claims.data.iat,
    expiresAt: claims.data.exp,
    signedInAt: typeof payload[authTimeClaim] === 'number' ? payload[authTimeClaim] : null,
    delegated: payload['act'] !== undefined,
  };
}

function textClaim(payload: JWTPayload, name: string): string | null {
  const value = payload[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function refuse(reason: unknown): never {
  if (reason instanceof ProblemError) throw reason;
  if (reason instanceof errors.JWTExpired) throw new ProblemError('token_expired');
  // Without the tenant's keys the token can't be verified. That is not the caller's fault.
  if (reason instanceof errors.JWKSTimeout) throw new ProblemError('upstream_timeout', { cause: reason });
  if (reason instanceof errors.JOSEError && !isKeyServerFailure(reason))
    throw new ProblemError('token_invalid');
  throw new ProblemError('upstream_unavailable', { cause: new Error('the tenant gave no signing keys') });
}

/** jose throws its base class for a broken key server, and subclasses for everything about the token. */
function isKeyServerFailure(reason: errors.JOSEError): boolean {
  return reason.code === errors.JOSEError.code || reason instanceof errors.JWKSInvalid;
}
