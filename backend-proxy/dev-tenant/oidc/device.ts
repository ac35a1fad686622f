import type { Context } from 'hono';
import type { Device } from './sessions.js';

/** Describes the browser. Every client is local, so the IP address is always this machine's. */
export function deviceOf(c: Context): Device {
  return { userAgent: c.req.header('user-agent') ?? '', ip: '127.0.0.1' };
}
