#!/usr/bin/env node
import process from 'node:process';
import { nodeIo } from './cli/node-io.js';
import { run } from './cli/run.js';

// Not process.exit(): what was written to a pipe has to get there first.
process.exitCode = await run(process.argv.slice(2), nodeIo());
