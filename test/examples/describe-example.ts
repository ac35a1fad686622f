import { after, before, describe, it } from 'node:test';
import { serveDevTenant, type ServedDevTenant } from '../../backend-proxy/dev-tenant/serve.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
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

/** Serves a dev tenant for the examples of a test file, from before its first test until after its last. */
export function serveTenant(): { readonly served: ServedDevTenant } {
  let served: ServedDevTenant;
  before(async () => {
    served = await serveDevTenant({ port: 0, seed: 'acme', lag: 0, signingKeys: storedSigningKeys });
  });
  after(() => served.close());
  return {
    get served() {
      return served;
    },
  };
}
