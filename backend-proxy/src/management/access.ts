import type { Call, CallContext } from './call.js';

/** What every noun's SDK client is built from. */
export interface ManagementAccess {
  readonly clientOptions: {
    readonly baseUrl: string;
    readonly token: () => Promise<string>;
    readonly fetch: typeof fetch;
    readonly maxRetries: 0;
  };
  /** {@link callAuth0} with the proxy's own token. */
  readonly call: <T>(context: CallContext, call: Call<T>) => Promise<T>;
}
