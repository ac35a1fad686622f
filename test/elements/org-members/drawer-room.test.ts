import { expect } from '@open-wc/testing';
import { DrawerRoom, maxWaitMs } from '../../../src/elements/org-members/person/drawer-room.js';
import { afterPaint } from '../../../src/elements/parts/after-paint.js';
import { holdTimers } from '../hold-timers.js';

describe('the room for a drawer', () => {
  it('is made once the member is painted', async () => {
    let updates = 0;
    const room = new DrawerRoom({ requestUpdate: () => void (updates += 1) });
    room.sync(true, true);
    expect(room.isMade).to.equal(false);
    await afterPaint();
    await afterPaint();
    expect([room.isMade, updates]).to.deep.equal([true, 1]);
    room.sync(false, false);
    expect(room.isMade).to.equal(false);
  });

  it('is not made by the paint of a member that was closed before it', async () => {
    const timers = holdTimers(maxWaitMs);
    const room = new DrawerRoom({ requestUpdate: () => undefined });
    room.sync(true, true);
    room.sync(false, false);
    room.sync(true, false);
    await afterPaint();
    await afterPaint();
    expect(room.isMade).to.equal(false);
    timers.pass();
    timers.restore();
    expect(room.isMade).to.equal(true);
    room.dispose();
  });
});
