/** The metrics, for a Prometheus server that knows the token. */
import type { Context } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { ProblemError } from '../http/problem-error.js';
import type { ProxyEnv } from '../http/request.js';
import type { Metrics } from '../metrics/metrics.js';

/** @param token - The bearer token that the Prometheus server sends: it is none of the tenant's. */
export function metricsRoutes(metrics: Metrics, token: string) {
  async function read(context: Context<ProxyEnv>): Promise<Response> {
    const [, given] = /^bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
    if (given === undefined) throw new ProblemError('token_missing');
    if (!(await timingSafeEqual(given, token))) throw new ProblemError('token_invalid');
    context.set('isProbe', true);
    return context.body(metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  }
  return { read };
}
