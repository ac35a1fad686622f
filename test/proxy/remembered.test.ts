/** A response that says the same as before is parsed once, and checked each time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { json, UnexpectedResponse } from '../../backend-proxy/src/management/expected-response.js';
import { remembered } from '../../backend-proxy/src/management/remembered.js';
import { jsonRows } from '../../backend-proxy/src/management/rows.js';

const head = (type = 'application/json') => ({ status: 200, headers: new Headers({ 'content-type': type }) });
const noWarning = (message: string) => assert.fail(message);
const schema = z.object({ id: z.string() });

function counted() {
  let times = 0;
  const response = remembered(json(schema), ({ id }) => {
    times += 1;
    return { upper: id.toUpperCase() };
  });
  return {
    parse: (text: string, type?: string) => response.parse(text, head(type), noWarning),
    times: () => times,
  };
}

describe('a remembered response', () => {
  it('is the same object for the same text, and another one for another text', () => {
    const { parse, times } = counted();
    const first = parse('{"id":"a"}');
    assert.deepEqual(first, { upper: 'A' });
    assert.equal(parse('{"id":"a"}'), first);
    assert.deepEqual(parse('{"id":"b"}'), { upper: 'B' });
    assert.equal(times(), 2);
  });

  it('is refused if it is no JSON this time', () => {
    const { parse } = counted();
    parse('{"id":"a"}');
    assert.throws(() => parse('{"id":"a"}', 'text/html'), UnexpectedResponse);
  });

  it('is refused each time if it does not fit', () => {
    const { parse } = counted();
    for (let time = 0; time < 2; time += 1) assert.throws(() => parse('{"id":1}'), UnexpectedResponse);
  });

  it('warns about rows that are left out each time', () => {
    const rows = remembered(jsonRows('rows', schema), (page) => page.rows);
    const warnings: string[] = [];
    for (let time = 0; time < 2; time += 1)
      rows.parse('{"rows":[{"id":"a"},{}]}', head(), (message) => warnings.push(message));
    assert.equal(warnings.length, 2);
  });

  const long = (index: number) => `{"id":"${String(index).padStart(100_000, '0')}"}`;

  it('is forgotten when others have taken its place', () => {
    const { parse, times } = counted();
    for (let index = 0; index < 12; index += 1) parse(long(index));
    parse(long(11));
    assert.equal(times(), 12);
    parse(long(0));
    assert.equal(times(), 13);
  });

  it('is kept while it is asked for, whatever else is read', () => {
    const { parse, times } = counted();
    for (let index = 1; index < 12; index += 1) {
      parse(long(0));
      parse(long(index));
    }
    assert.equal(times(), 12);
  });

  it('is forgotten two minutes after it was last read', (test) => {
    test.mock.timers.enable({ apis: ['Date'] });
    const { parse, times } = counted();
    const waitMinute = () => {
      test.mock.timers.tick(60_000);
      parse('{"id":"b"}');
    };
    parse('{"id":"a"}');
    waitMinute();
    parse('{"id":"a"}');
    assert.equal(times(), 2);
    waitMinute();
    waitMinute();
    parse('{"id":"a"}');
    assert.equal(times(), 3);
  });

  it('may be larger than all that is remembered', () => {
    const { parse } = counted();
    const huge = `{"id":"${'x'.repeat(600_000)}"}`;
    assert.equal(parse(huge).upper.length, 600_000);
    assert.deepEqual(parse('{"id":"a"}'), { upper: 'A' });
  });
});
