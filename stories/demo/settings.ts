/** Settings that the demo's server sends to its page. */
export interface DemoSettings {
  readonly proxyUrl: string;
  /** Origin of the dev tenant, in place of an Auth0 domain. */
  readonly domain: string;
  readonly clientId: string;
  readonly audience: string;
  readonly organizations: readonly {
    readonly id: string;
    readonly name: string;
    readonly displayName: string;
  }[];
}
