/** The packed proxy on each version of Node that we support, as npm's packages of Node have it. Needs `npm run build` before. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeExample, serveTenant, type ExampleTests } from './describe-example.js';
import {
  findPort,
  installNode,
  startExample,
  startProgram,
  variablesFor,
  writeVariables,
  type Example,
} from './example.js';
import { assertRoundTrip } from './round-trip.js';

const run = promisify(execFile);

const world = serveTenant();

const command = ({ folder }: Example) => join(folder, 'node_modules/orgdesk-proxy/dist/cli.js');

/** What the proxy has to do on a version of Node. */
const testsOn = (major: number): ExampleTests => ({
  [`runs the command on Node ${major}`]: async (example) => {
    const node = join(await installNode(example, major), 'node');
    const { stdout: version } = await run(node, ['--version']);
    assert.match(version, new RegExp(`^v${major}\\.`));
    const { stdout, stderr } = await run(node, [command(example), 'policy', 'check']);
    assert.match(stdout, /no errors, no warnings/);
    assert.equal(stderr, '');
  },

  [`serves on Node ${major}, and keeps its data in SQLite`]: async (example) => {
    const node = join(await installNode(example, major), 'node');
    const port = await findPort();
    const variables = {
      ...variablesFor(world.served),
      ORGDESK_BASE_PATH: '/orgdesk',
      ORGDESK_PORT: String(port),
    };
    const running = await startProgram(example, node, [command(example), 'serve'], port, variables);
    await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
    assert.equal(await running.stop(), 0);
  },

  [`is mounted in a server on Node ${major}`]: async (example) => {
    await writeVariables(example, variablesFor(world.served));
    const nodeFolder = await installNode(example, major);
    const running = await startExample(example, await findPort(), { nodeFolder });
    await assertRoundTrip(`${running.origin}/orgdesk`, world.served.tenant);
    assert.equal(await running.stop(), 0);
  },
});

describeExample('hono', { ...testsOn(22), ...testsOn(24) });
