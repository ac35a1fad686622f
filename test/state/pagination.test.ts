import { expect } from '@open-wc/testing';
import { ProxyProblem } from '../../src/client/problem.js';
import { Countdown } from '../../src/state/countdown.js';
import { LoadMoreList, PageTrail, type CursorPage } from '../../src/state/pagination.js';
import { deferred, type Deferred } from '../harness/deferred.js';

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

interface Item {
  readonly id: string;
}

function setUp() {
  const reads: ({ readonly cursor: string | null } & Deferred<CursorPage<Item>>)[] = [];
  const list = new LoadMoreList<Item>(host, new Countdown(host), (cursor) => {
    const read = { cursor, ...deferred<CursorPage<Item>>() };
    reads.push(read);
    return read.promise;
  });
  const answer = (index: number, ids: string, next: string | null) =>
    reads[index]?.resolve({ items: [...ids].map((id) => ({ id })), next });
  const ids = () => list.items.map(({ id }) => id).join('');
  return { list, reads, answer, ids };
}

describe('LoadMoreList', () => {
  it('appends pages, and leaves out what came before', async () => {
    const { list, reads, answer, ids } = setUp();
    const first = list.load();
    answer(0, 'abc', 'next');
    await first;
    const second = list.loadMore();
    answer(1, 'cd', null);
    await second;
    expect(reads.map(({ cursor }) => cursor)).to.deep.equal([null, 'next']);
    expect(ids()).to.equal('abcd');
    expect(list.hasMore).to.equal(false);
  });

  it('keeps its items when a page fails, and retries that page', async () => {
    const { list, reads, answer, ids } = setUp();
    const first = list.load();
    answer(0, 'ab', 'next');
    await first;
    const second = list.loadMore();
    reads[1]?.reject(new ProxyProblem('proxy_unreachable'));
    await second;
    expect(list.state.status).to.equal('failed');
    expect(ids()).to.equal('ab');
    const retry = list.retry();
    answer(2, 'c', null);
    await retry;
    expect(reads[2]?.cursor).to.equal('next');
    expect(ids()).to.equal('abc');
  });

  it('ignores an older answer', async () => {
    const { list, answer, ids } = setUp();
    const first = list.load();
    const second = list.load();
    answer(1, 'new', null);
    await second;
    answer(0, 'old', null);
    await first;
    expect(ids()).to.equal('new');
  });

  it('loads again when its element was moved while it loaded', async () => {
    const { list, reads, answer, ids } = setUp();
    const first = list.load();
    list.hostDisconnected();
    list.hostConnected();
    answer(0, 'old', null);
    await first;
    answer(1, 'new', null);
    await new Promise((resolve) => setTimeout(resolve));
    expect(reads).to.have.length(2);
    expect(ids()).to.equal('new');
    expect(list.state.status).to.equal('ready');
  });
});

describe('PageTrail', () => {
  it('knows the way back, and how many items come before', () => {
    const second = PageTrail.start.forward('b', 50);
    const third = second.forward('c', 30);
    expect(PageTrail.start.hasPrevious).to.equal(false);
    expect(third.hasPrevious).to.equal(true);
    expect(third.current).to.deep.equal({ cursor: 'c', before: 80 });
    expect(third.back().current).to.deep.equal({ cursor: 'b', before: 50 });
    expect(third.back().back().back().current).to.deep.equal({ cursor: null, before: 0 });
  });
});
