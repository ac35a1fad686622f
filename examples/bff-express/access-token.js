/**
 * Returns the access token of the session, and renews it if it has expired.
 * @param {import('express').Request} request
 * @returns {Promise<string | undefined>} Nothing if there is no session.
 */
export async function accessToken({ oidc }) {
  const token = oidc.accessToken;
  if (!token?.isExpired()) return token?.access_token;
  if (!oidc.refreshToken) return undefined;
  try {
    return (await token.refresh()).access_token;
  } catch (error) {
    // The session has ended. Any other failure says nothing about it.
    if (error instanceof Error && 'error' in error && error.error === 'invalid_grant') return undefined;
    throw error;
  }
}
