import { expect } from '@open-wc/testing';
import { LazyModule, loadOnce } from '../../src/state/lazy-module.js';

/** A module whose loads settle when the test says so. */
function setUp() {
  const loads: { resolve(): void; reject(): void }[] = [];
  const disposed: number[] = [];
  let updates = 0;
  const host = { requestUpdate: () => void (updates += 1) };
  const lazy = new LazyModule(host, () => {
    const id = loads.length + 1;
    return new Promise<{ id: number; dispose(): void }>((resolve, reject) => {
      loads.push({
        resolve: () => resolve({ id, dispose: () => disposed.push(id) }),
        reject: () => reject(new Error('not found')),
      });
    });
  });
  return { lazy, loads, disposed, updates: () => updates };
}

/** Resolves after all promises that are settled by now have run their callbacks. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('LazyModule', () => {
  it('loads once for all callers', async () => {
    const { lazy, loads } = setUp();
    const [first, second] = [lazy.load(), lazy.load()];
    await turn();
    expect(loads).to.have.length(1);
    loads[0]?.resolve();
    expect(await first).to.equal(await second);
    expect(lazy.current?.id).to.equal(1);
  });

  it('reports a failure, and loads again after it', async () => {
    const { lazy, loads } = setUp();
    const failing = lazy.load();
    await turn();
    loads[0]?.reject();
    expect(await failing).to.equal(null);
    expect(lazy.hasFailed).to.equal(true);
    const retry = lazy.load();
    expect(lazy.hasFailed).to.equal(false);
    await turn();
    loads[1]?.resolve();
    expect((await retry)?.id).to.equal(2);
  });

  it('disposes a module that arrives after dispose()', async () => {
    const { lazy, loads, disposed } = setUp();
    const loading = lazy.load();
    await turn();
    lazy.dispose();
    loads[0]?.resolve();
    expect(await loading).to.equal(null);
    expect(disposed).to.deep.equal([1]);
    expect(lazy.current).to.equal(null);
    expect(lazy.hasFailed).to.equal(false);
  });

  it('keeps the newer module when an older load settles last', async () => {
    const { lazy, loads, disposed, updates } = setUp();
    const first = lazy.load();
    await turn();
    lazy.dispose();
    const second = lazy.load();
    await turn();
    loads[1]?.resolve();
    expect((await second)?.id).to.equal(2);
    const before = updates();
    loads[0]?.resolve();
    expect(await first).to.equal(null);
    expect(disposed).to.deep.equal([1]);
    expect(lazy.current?.id).to.equal(2);
    expect((await lazy.load())?.id).to.equal(2);
    expect(updates()).to.equal(before);
  });

  it('ignores the failure of a load that was disposed of', async () => {
    const { lazy, loads } = setUp();
    const first = lazy.load();
    await turn();
    lazy.dispose();
    const second = lazy.load();
    await turn();
    loads[0]?.reject();
    expect(await first).to.equal(null);
    expect(lazy.hasFailed).to.equal(false);
    loads[1]?.resolve();
    expect((await second)?.id).to.equal(2);
    expect(loads).to.have.length(2);
  });

  it('disposes the module that is there', async () => {
    const { lazy, loads, disposed } = setUp();
    const loading = lazy.load();
    await turn();
    loads[0]?.resolve();
    await loading;
    lazy.dispose();
    expect(disposed).to.deep.equal([1]);
    expect(lazy.current).to.equal(null);
  });

  it('loads modules without a dispose() of their own', async () => {
    const lazy = new LazyModule({ requestUpdate: () => {} }, async () => ({ name: 'plain' }));
    await lazy.load();
    lazy.dispose();
    expect(lazy.current).to.equal(null);
  });
});

describe('loadOnce', () => {
  it('loads once for the page, and again after a failure', async () => {
    const results = [Promise.reject(new Error('offline')), Promise.resolve('here'), Promise.resolve('again')];
    const load = loadOnce(() => results.shift() ?? expect.fail());
    const failure = await load().catch((reason: unknown) => reason);
    expect(failure).to.be.an('error');
    expect(await load()).to.equal('here');
    expect(await load()).to.equal('here');
  });
});
