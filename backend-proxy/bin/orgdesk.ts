#!/usr/bin/env node
import process from 'node:process';
import { commands } from '../src/cli/commands.js';
import { nodeIo } from '../src/cli/node-io.js';
import { run } from '../src/cli/run.js';
import { devTenant, devTenantSchema } from './dev-tenant.js';

// Not process.exit(), which would cut off output that is still being written to a pipe.
process.exitCode = await run(process.argv.slice(2), nodeIo(), [...commands, devTenantSchema, devTenant]);
