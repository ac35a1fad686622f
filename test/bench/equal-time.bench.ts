/**
 * How well someone could tell an account of another organization from one that doesn't exist by waiting: the area under the
 * ROC curve of the response times, by route. 0.5 is a guess. Run by
 * `node --import tsx test/bench/equal-time.bench.ts [pairs]`. It asserts nothing: `test/proxy/equal-time.test.ts` does,
 * without a clock.
 */
import { setTimeout } from 'node:timers/promises';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { foreign, madeUp, requests } from '../proxy/existence-requests.js';
import { createWorld } from '../proxy/support.js';

const pairs = Number(process.argv[2] ?? 400);
const tenant = createDevTenant({ rateLimits: 'off', signingKeys: storedSigningKeys });

/** Milliseconds that Auth0 takes for the two reads about a person. */
const latencies = {
  'equally fast reads': { user: 10, organizations: 10 },
  'a slow user': { user: 20, organizations: 10 },
  'slow organizations of the user': { user: 10, organizations: 20 },
} as const;

/**
 * The probability that an answer about an account that exists takes longer than one about another, and half of it if they
 * take equally long.
 */
function areaUnderCurve(exists: readonly number[], others: readonly number[]): number {
  const ranked = [
    ...exists.map((time) => ({ time, exists: true })),
    ...others.map((time) => ({ time, exists: false })),
  ].sort((a, b) => a.time - b.time);
  let ranks = 0;
  for (let start = 0; start < ranked.length;) {
    let end = start;
    while (ranked[end]?.time === ranked[start]?.time && end < ranked.length) end += 1;
    const tied = ranked.slice(start, end).filter((one) => one.exists).length;
    ranks += (tied * (start + 1 + end)) / 2;
    start = end;
  }
  return (ranks - (exists.length * (exists.length + 1)) / 2) / (exists.length * others.length);
}

interface RecordedAnswer {
  readonly text: string;
  readonly status: number;
  readonly headers: Headers;
}

async function record(response: Response): Promise<RecordedAnswer> {
  return { text: await response.text(), status: response.status, headers: response.headers };
}

for (const [name, { user, organizations }] of Object.entries(latencies)) {
  const answers = new Map<string, RecordedAnswer>();
  const world = createWorld(
    { requestsPerMinute: 1e9, organizationRequestsPerMinute: 1e9 },
    {
      tenant,
      intercept: async (request, callOn) => {
        const path = decodeURIComponent(new URL(request.url).pathname);
        const isAboutThem = path.includes(foreign) || path.includes(madeUp);
        if (!isAboutThem) return callOn();
        // Recorded, and answered at a set time, so that what the dev tenant itself takes isn't counted.
        const latency = setTimeout(path.endsWith('/organizations') ? organizations : user);
        const key = `${request.method} ${request.url}`;
        const answer = answers.get(key) ?? (await record(await callOn()));
        answers.set(key, answer);
        await latency;
        return new Response(answer.text, answer);
      },
    },
  );
  const token = await world.freshTokenOf('ada');
  const time = async (request: (path: string) => [string, RequestInit], userId: string) => {
    const [path, init] = request(`/v1/members/${encodeURIComponent(userId)}`);
    const startedAt = performance.now();
    await world.send(token, path, init);
    return performance.now() - startedAt;
  };
  console.log(`\n${name}: ${pairs} pairs`);
  for (const [label, request] of Object.entries(requests)) {
    const times: Record<string, number[]> = { [foreign]: [], [madeUp]: [] };
    for (let pair = 0; pair < pairs; pair += 1) {
      // Interleaved and in either order, so that whatever else the machine does meets both.
      const ids = Math.random() < 0.5 ? [foreign, madeUp] : [madeUp, foreign];
      for (const id of ids) times[id]?.push(await time(request, id));
    }
    const area = areaUnderCurve(times[foreign] ?? [], times[madeUp] ?? []);
    console.log(`  AUC ${area.toFixed(3)}  ${label}`);
  }
}
