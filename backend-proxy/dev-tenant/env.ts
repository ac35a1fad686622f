/** `http` for a served tenant, `in-process` for one called as a function in the same process or tab. */
export type Transport = 'http' | 'in-process';

export interface TenantEnv {
  Bindings: {
    transport: Transport;
    /** Called with the matched route in OpenAPI notation. */
    reached?: (endpoint: string) => void;
  };
  Variables: { scopes: ReadonlySet<string> };
}
