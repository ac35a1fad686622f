/** Writes the variables of `serve` for a tenant that was set up. */
import { z } from 'zod';
import type { Applied, DesiredTenant, TenantApi } from '../../tenant/index.js';
import { defaultClaims } from '../../options.js';
import { FileError } from '../exit.js';
import type { Io } from '../io.js';
import { writeSecret } from '../policy-file.js';

/**
 * Checks before anything is set up. An existing file could be readable for others, or hold other variables.
 * @throws {FileError}
 */
export async function refuseExisting(path: string, io: Io): Promise<void> {
  const exists = await io.readFile(path).then(
    () => true,
    (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
  );
  if (exists) throw new FileError(`cannot write ${path}: it exists already`);
}

/** @throws {FileError} */
export async function writeEnvironment(
  path: string,
  { options }: DesiredTenant,
  { clientId, proxyClientId, proxyClientSecret }: Applied,
  api: TenantApi,
  io: Io,
): Promise<void> {
  const secret = proxyClientSecret ?? (await readSecret(api, proxyClientId));
  const { authTimeClaim, sessionIdClaim } = options;
  const lines: readonly (readonly [name: string, value: string | null | false])[] = [
    ['ORGDESK_DOMAIN', new URL(options.origin).host],
    ['ORGDESK_AUDIENCE', options.audience],
    ['ORGDESK_CLIENT_ID', proxyClientId],
    ['ORGDESK_CLIENT_SECRET', secret],
    ['ORGDESK_INVITATION_CLIENT_ID', clientId],
    ['ORGDESK_AUTH_TIME_CLAIM', authTimeClaim !== defaultClaims.authTime && authTimeClaim],
    ['ORGDESK_SESSION_ID_CLAIM', sessionIdClaim !== defaultClaims.sessionId && sessionIdClaim],
    ['ORGDESK_DPOP', options.dpop === 'required' && 'required'],
    ['ORGDESK_INSECURE_TENANT', options.origin.startsWith('http:') && '1'],
  ];
  const text = lines.map(([name, value]) => (value ? `${name}=${value}\n` : '')).join('');
  await writeSecret(io, path, text);
  io.stderr(`wrote ${path}\n`);
  if (secret === null) {
    io.stderr(
      'warning: the token may not read the client secret (read:client_keys); add ORGDESK_CLIENT_SECRET\n',
    );
  }
}

const client = z.object({ client_secret: z.string().nullish() });

/** Auth0 leaves the secret out if the token may not read it. */
async function readSecret(api: TenantApi, clientId: string | null): Promise<string | null> {
  if (clientId === null) return null;
  const fields = client.parse(await api('GET', `/clients/${clientId}?fields=client_secret`));
  return fields.client_secret ?? null;
}
