import { lintPolicy } from '../../../../src/policy/index.js';
import { defineCommand, jsonOption, policyOperand } from '../command.js';
import { exitStatus, type ExitStatus } from '../exit.js';
import type { Io } from '../io.js';
import { formatIssues, InvalidPolicyError } from '../policy-errors.js';
import { readPolicy } from '../policy-file.js';
import type { PlacedIssue } from '../policy-text.js';
import { count } from '../terminal.js';

interface Findings {
  readonly file: string;
  readonly errors: readonly PlacedIssue[];
  readonly warnings: readonly PlacedIssue[];
}

export const check = defineCommand({
  name: 'policy check',
  summary: 'Find what is wrong with a policy, and what is probably not meant',
  operands: [policyOperand],
  options: {
    strict: { help: 'Refuse a policy with warnings as well' },
    json: jsonOption,
  },
  notes: [
    'Errors: what the schema refuses, unknown keys, fields and attributes, keys written twice. Warnings: rules that\n' +
      'change no answer, allowances that Auth0 never allows, fields no one can read, an operation without its safeguard.',
  ],
  async run({ operands: [path], values: { json, strict } }, io) {
    const findings = json ? await findErrorsToo(io, path) : await find(io, path);
    io.stdout(json ? `${JSON.stringify(toJson(findings), null, 2)}\n` : report(findings));
    return statusOf(findings, strict);
  },
});

async function find(io: Io, path: string | undefined): Promise<Findings> {
  const { name, policy, place } = await readPolicy(io, path);
  return { file: name, errors: [], warnings: lintPolicy(policy).map(place) };
}

/** With `--json`, errors are part of the output. Otherwise they are reported like any command's. */
async function findErrorsToo(io: Io, path: string | undefined): Promise<Findings> {
  try {
    return await find(io, path);
  } catch (error) {
    if (!(error instanceof InvalidPolicyError)) throw error;
    return { file: error.file, errors: error.issues, warnings: [] };
  }
}

function toJson({ file, errors, warnings }: Findings) {
  return { file, valid: errors.length === 0, errors, warnings };
}

function report({ file, warnings }: Findings): string {
  if (warnings.length === 0) return `${file}: no errors, no warnings\n`;
  return `${file}: no errors, ${count(warnings.length, 'warning')}\n${formatIssues(warnings)}`;
}

function statusOf({ errors, warnings }: Findings, strict: boolean): ExitStatus {
  const refused = errors.length > 0 || (strict && warnings.length > 0);
  return refused ? exitStatus.refused : exitStatus.ok;
}
