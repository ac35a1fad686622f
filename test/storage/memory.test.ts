import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import { describeStorage } from '../../backend-proxy/storage-tests/index.js';

describeStorage(
  'memory',
  {
    durable: false,
    createBackend: async () => {
      // All instances are one: memory is shared by handing it to several proxies.
      let storage: ReturnType<typeof createMemoryStorage> | undefined;
      return { connect: async (now) => (storage ??= createMemoryStorage(now)) };
    },
  },
  { describe, it },
);
