import type { Context } from 'hono';
import type { Device } from './sessions.js';

/** The browser in front of the tenant. Everybody is at home here, so every address is this machine's. */
export function deviceOf(c: Context): Device {
  return { userAgent: c.req.header('user-agent') ?? '', ip: '127.0.0.1' };
}
