/** Served over HTTP, or called as a function in the same process or browser tab. */
export type Transport = 'http' | 'in-process';

export interface TenantEnv {
  Bindings: {
    transport: Transport;
    /** Told the route that a request has reached, in the spelling of OpenAPI. */
    reached?: (endpoint: string) => void;
  };
  Variables: { scopes: ReadonlySet<string> };
}
