/** What both pages show: a profile with a password, after a fixed wait for the network. */
import { database } from '../../elements/profiles.js';
import { networkMs } from './members.js';

/** A proxy without a network. */
export async function profileAnswer(address: string): Promise<Response> {
  await new Promise((resolve) => setTimeout(resolve, networkMs));
  if (!address.endsWith('/v1/profile')) return Response.json({}, { status: 404 });
  return Response.json(database, { headers: { etag: '"1"' } });
}
