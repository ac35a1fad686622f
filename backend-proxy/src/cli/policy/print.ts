import { defineCommand, policyOperand } from '../command.js';
import { exitStatus } from '../exit.js';
import { readPolicy } from '../policy-file.js';

export const print = defineCommand({
  name: 'policy print',
  summary: 'Print a policy as the proxy reads it, with every default',
  operands: [policyOperand],
  options: {},
  notes: ['The output is a policy file with the same answers. Without a file, it is the default policy.'],
  async run({ operands: [path] }, io) {
    const { policy } = await readPolicy(io, path);
    io.stdout(`${JSON.stringify(policy, null, 2)}\n`);
    return exitStatus.ok;
  },
});
