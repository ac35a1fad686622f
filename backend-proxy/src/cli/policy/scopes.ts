import { neededScopes } from '../../../../src/policy/index.js';
import { defineCommand, jsonOption, policyOperand } from '../command.js';
import { exitStatus } from '../exit.js';
import { readPolicy } from '../policy-file.js';
import { painter, wrapList } from '../terminal.js';

export const scopes = defineCommand({
  name: 'policy scopes',
  summary: 'List the least Management API scopes a policy needs, and why each',
  operands: [policyOperand],
  options: { json: jsonOption },
  notes: ["Grant the proxy's machine-to-machine application these and no others."],
  async run({ operands: [path], values: { json } }, io) {
    const { policy } = await readPolicy(io, path);
    const needed = neededScopes(policy);
    const paint = painter(io);
    const text = () =>
      needed.map(
        ({ scope, why, optional }) =>
          `${paint('bold', scope)}${optional ? ' (optional)' : ''}\n${wrapList(why, '    ')}\n`,
      );
    io.stdout(json ? `${JSON.stringify(needed, null, 2)}\n` : text().join(''));
    return exitStatus.ok;
  },
});
