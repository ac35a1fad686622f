import { after, before, describe, it } from 'node:test';
import { installExample, type Example, type Missing } from './example.js';

/** Tests of an installed example, by what they show. */
export type ExampleTests = Readonly<Record<string, (example: Example) => Promise<void>>>;

/** Installs an example and runs its tests, which are skipped where it can't be installed. */
export function describeExample(name: string, tests: ExampleTests): void {
  describe(`examples/${name}`, () => {
    let installed: Example | Missing;
    before(async () => {
      installed = await installExample(name);
    });
    after(() => ('folder' in installed ? installed.remove() : undefined));
    for (const [label, test] of Object.entries(tests)) {
      it(label, async (context) =>
        'missing' in installed ? context.skip(installed.missing) : test(installed),
      );
    }
  });
}
