import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openSqliteStorage } from '../../backend-proxy/src/storage/sql/sqlite.js';
import { loseAnswers, type Losses } from './lost-answers.js';

describe('requests whose answer is lost, with their process or without', () => {
  let folder: string;
  let losses: Losses;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgdesk-lost-'));
    losses = await loseAnswers(() => openSqliteStorage(join(folder, 'orgdesk.sqlite')), 63);
  });
  after(() => rm(folder, { recursive: true }));

  it('are lost in every way', () => {
    for (const way of ['killed', 'cut off before', 'cut off after', 'a 502 after'])
      assert.ok(losses.rounds[`${way}: done`], JSON.stringify(losses.rounds));
  });

  it('are not carried out twice', () => {
    assert.deepEqual(losses.doneTwice, []);
  });

  it('claim nothing that isn’t so when they are repeated', () => {
    assert.deepEqual(losses.untrue, []);
  });

  it('are carried out in the end, unless no one can find out whether they were', () => {
    assert.deepEqual(losses.unsettled, []);
  });
});
