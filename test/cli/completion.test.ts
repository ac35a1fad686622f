import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { commands } from '../../backend-proxy/src/cli/commands.js';
import { defineCompletion } from '../../backend-proxy/src/cli/completion/command.js';
import { orgdesk } from './support.js';

const loaded = await Promise.all(commands.map(({ load }) => load()));
const completion = defineCompletion(commands);
const scriptFor = async (shell: string) =>
  (await orgdesk(`completion ${shell}`, { commands: [...loaded, completion] })).stdout;

/** Returns why a shell can't run here, or `null`. */
function missing(shell: string): string | null {
  try {
    execFileSync(shell, ['-c', 'true']);
    return null;
  } catch {
    return `${shell} is not installed`;
  }
}

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgdesk-completion-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs a shell with a file. */
async function runFile(shell: string, options: readonly string[], text: string): Promise<string> {
  const file = join(folder, `script.${shell}`);
  await writeFile(file, text);
  const { stdout } = await promisify(execFile)(shell, [...options, file]);
  return stdout;
}

/** What bash offers after these words. */
async function offeredByBash(words: readonly string[]): Promise<readonly string[]> {
  const quoted = ['orgdesk-proxy', ...words].map((word) => `'${word}'`).join(' ');
  const lines = `
    COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}
    _orgdesk_proxy; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = await runFile('bash', ['--noprofile', '--norc'], (await scriptFor('bash')) + lines);
  return output.split('\n').filter(Boolean);
}

describe('orgdesk completion', () => {
  const lines: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
    [['po'], ['policy']],
    [['--'], ['--help']],
    [['policy', 'e'], ['explain']],
    [
      ['policy', 'explain', '--ac'],
      ['--actor', '--action'],
    ],
    [['policy', 'explain', '--actor', 'self', '--fi'], ['--field']],
    [['tenant', 'plan', '--app'], ['--app-url']],
    [['serve', '--env'], ['--env-file']],
    [['comp'], ['completion']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', '--help'],
    ],
    [['policy', 'check', 'pol'], []],
    [['nothing', '-'], []],
  ];
  const reason = missing('bash');
  for (const [words, offered] of lines) {
    it(`offers ${offered.join(', ') || 'files'} after "${words.join(' ')}" in bash`, async (context) => {
      if (reason !== null) return context.skip(reason);
      assert.deepEqual([...(await offeredByBash(words))].sort(), [...offered].sort());
    });
  }

  for (const [shell, check] of [
    ['bash', ['-n']],
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ] as const) {
    it(`prints a script that ${shell} reads, with every command and option`, async (context) => {
      const script = await scriptFor(shell);
      for (const { name, options } of [...loaded, completion]) {
        for (const word of name.split(' ')) assert.ok(script.includes(word), word);
        for (const option of Object.keys(options)) assert.ok(script.includes(option), option);
      }
      const absent = missing(shell);
      if (absent !== null) return context.skip(`${absent}: its syntax is not checked`);
      await runFile(shell, check, script);
    });
  }

  it('knows three shells', async () => {
    const { status, stderr } = await orgdesk('completion bsh', { commands: [completion] });
    assert.equal(status, 2);
    assert.match(stderr, /SHELL is bash, zsh or fish, not "bsh"; did you mean "bash"\?/);
  });
});
