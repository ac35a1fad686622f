/** The post-login Action that adds to access tokens what the proxy reads and Auth0 leaves out. */
import type { TenantOptions } from './options.js';

type ClaimNames = Pick<TenantOptions, 'authTimeClaim' | 'sessionIdClaim'>;

/**
 * Returns the code of the Action: the time of the last sign-in, and the session's ID.
 * https://auth0.com/docs/customize/actions/explore-triggers/signup-and-login-triggers/login-trigger/post-login-event-object
 */
export function signInActionCode({ authTimeClaim, sessionIdClaim }: ClaimNames): string {
  return `exports.onExecutePostLogin = async (event, api) => {
  const signedInAt = event.authentication?.methods
    .map(({ timestamp }) => Date.parse(timestamp))
    .sort((a, b) => a - b)
    .at(-1);
  if (signedInAt)
    api.accessToken.setCustomClaim(${quote(authTimeClaim)}, Math.floor(signedInAt / 1000));
  if (event.session) api.accessToken.setCustomClaim(${quote(sessionIdClaim)}, event.session.id);
};
`;
}

function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'")}'`;
}
