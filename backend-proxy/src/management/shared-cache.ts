/** A cache whose values the instances of the proxy share. */
import manifest from '../../package.json' with { type: 'json' };
import type { SharedValues } from '../storage/storage.js';
import { Cache } from './cache.js';

interface SharedCacheOptions {
  /** Tells the tenant's caches apart. */
  readonly name: string;
  readonly lifetimeMs: number;
  /** Of this instance. */
  readonly capacity: number;
}

/**
 * Creates caches of Auth0's answers that instances share: what one has read, another one that has just started doesn't read
 * again. Values are JSON, and hold nothing about a person.
 * @param tenant - Whose answers they are.
 */
export function createSharedCaches(values: SharedValues, tenant: string) {
  return <T>(options: SharedCacheOptions) => new SharedCache<T>(values, tenant, options);
}
export type CreateSharedCache = ReturnType<typeof createSharedCaches>;

class SharedCache<T> {
  readonly #values: SharedValues;
  readonly #prefix: readonly string[];
  readonly #lifetimeMs: number;
  readonly #known: Cache<T>;

  constructor(values: SharedValues, tenant: string, { name, ...options }: SharedCacheOptions) {
    this.#values = values;
    // Another version may read the same answer into another shape.
    this.#prefix = ['cache', manifest.version, tenant, name];
    this.#lifetimeMs = options.lifetimeMs;
    this.#known = new Cache(options);
  }

  get(key: string, load: () => Promise<T>): Promise<T> {
    return this.#known.get(key, async (expireAt) => {
      const sharedKey = JSON.stringify([...this.#prefix, key]);
      // A storage that fails costs a call.
      const shared = await this.#values.read(sharedKey).catch(() => null);
      if (shared) {
        expireAt(shared.expiresAt);
        return JSON.parse(shared.value) as T;
      }
      const value = await load();
      const next = { value: JSON.stringify(value), seconds: this.#lifetimeMs / 1000 };
      await this.#values.replace(sharedKey, null, next).catch(() => null);
      return value;
    });
  }
}
