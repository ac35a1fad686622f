/** Equal facts are one object, until what they are derived from is read again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SameFacts } from '../../backend-proxy/src/access/same-facts.js';

interface Facts {
  readonly roles: readonly string[];
}

describe('equal facts', () => {
  const acme = { id: 'org_acme' };

  it('are the object that was given first', () => {
    const known = new SameFacts<object, Facts>();
    const first = { roles: ['Admin'] };
    assert.equal(known.get(acme, [['Admin']], first), first);
    assert.equal(known.get(acme, [['Admin']], { roles: ['Admin'] }), first);
  });

  it('are kept apart by what they depend on, and by what they are derived from', () => {
    const known = new SameFacts<object, Facts>();
    const given = [
      [acme, [['Admin'], true]],
      [acme, [['Admin'], false]],
      [acme, [['Admin', true]]],
      [{ ...acme }, [['Admin'], true]],
    ] as const;
    const facts = given.map(([owner, key]) => known.get(owner, key, { roles: ['Admin'] }));
    assert.equal(new Set(facts).size, given.length);
  });

  it('are forgotten before there are many', () => {
    const known = new SameFacts<object, Facts>();
    const first = known.get(acme, [0], { roles: [] });
    for (let other = 1; other <= 1_000; other += 1) known.get(acme, [other], { roles: [] });
    assert.notEqual(known.get(acme, [0], { roles: [] }), first);
  });
});
