/** Served over HTTP, or called as a function in the same process or browser tab. */
export type Transport = 'http' | 'in-process';

export interface TenantEnv {
  Bindings: { transport: Transport };
  Variables: { scopes: ReadonlySet<string> };
}
