/** `orgdesk openapi`: prints the OpenAPI document of the proxy's routes. */
import { defineCommand } from './command.js';
import { exitStatus } from './exit.js';

export const openApi = defineCommand({
  name: 'openapi',
  summary: "Print the OpenAPI document of the proxy's routes, for generators and gateways",
  operands: [],
  options: {},
  notes: ['A proxy responds with the same at /openapi.json, with its own URL.'],
  async run(_given, { stdout }) {
    const { describeApi } = await import('../openapi/document.js');
    const document = describeApi({ basePath: '', publicUrl: null, dpop: 'allowed' });
    stdout(`${JSON.stringify(document, null, 2)}\n`);
    return exitStatus.ok;
  },
});
