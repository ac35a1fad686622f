#!/usr/bin/env node
import process from 'node:process';
import type { LazyCommand } from '../src/cli/command.js';
import { commands } from '../src/cli/commands.js';
import { nodeIo } from '../src/cli/node-io.js';
import { run } from '../src/cli/run.js';

const devTenantCommands: readonly LazyCommand[] = [
  // Before `dev-tenant`, which would match it too.
  { name: 'dev-tenant schema', load: async () => (await import('./dev-tenant.js')).devTenantSchema },
  { name: 'dev-tenant token', load: async () => (await import('./dev-tenant-token.js')).devTenantToken },
  { name: 'dev-tenant', load: async () => (await import('./dev-tenant.js')).devTenant },
];

const completed = [...commands, ...devTenantCommands];
const completion: LazyCommand = {
  name: 'completion',
  load: async () => (await import('../src/cli/completion/command.js')).defineCompletion(completed),
};

// Not process.exit(), which would cut off output that is still being written to a pipe.
process.exitCode = await run(process.argv.slice(2), nodeIo(), [...completed, completion]);
