import { defaultPolicy, type LocalizedText, type Policy } from '../../../../src/policy/index.js';
import { defineCommand } from '../command.js';
import { exitStatus, FileError } from '../exit.js';
import type { Io } from '../io.js';
import { writeText } from '../policy-file.js';

/** Where the package keeps it, seen from the folder in which it was installed. */
const schemaPath = './node_modules/orgdesk-proxy/dist/policy.schema.json';

export const init = defineCommand({
  name: 'policy init',
  summary: 'Write the default policy to a new file, to be changed',
  operands: [{ name: 'FILE', help: 'The new file; default: policy.json', optional: true }],
  options: {
    languages: { value: 'TAGS', help: 'Languages of the labels, such as en,de; default: en' },
  },
  notes: ['An existing file is left alone. For the rules themselves, see docs/policy.md.'],
  async run({ operands: [path = 'policy.json'], values: { languages = 'en' } }, io) {
    if (await exists(io, path)) throw new FileError(`${path} exists already`);
    const document = { $schema: schemaPath, ...inLanguages(defaultPolicy, languages.split(',')) };
    await writeText(io, path, `${JSON.stringify(document, null, 2)}\n`);
    io.stdout(`${path}: the default policy. Change it, then run: orgdesk policy check ${path}\n`);
    return exitStatus.ok;
  },
});

const exists = (io: Io, path: string) =>
  io.readFile(path).then(
    () => true,
    (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
  );

/** Returns the policy with its texts in these languages alone. */
function inLanguages(policy: Policy, tags: readonly string[]): object {
  const pick = (text: LocalizedText) => {
    const wanted = Object.entries(text).filter(([tag]) => tags.includes(tag));
    return wanted.length === 0 ? text : Object.fromEntries(wanted);
  };
  const isText = (key: string) => key === 'label' || key === 'help';
  const copy: unknown = JSON.parse(
    JSON.stringify(policy, (key, value: unknown) => (isText(key) ? pick(value as LocalizedText) : value)),
  );
  return copy as object;
}
