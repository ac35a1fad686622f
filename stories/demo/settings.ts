/** What the demo's server tells its page. */
export interface DemoSettings {
  readonly proxyUrl: string;
  /** The dev tenant's origin, which stands where a product would have its Auth0 domain. */
  readonly domain: string;
  readonly clientId: string;
  readonly audience: string;
  readonly organizations: readonly {
    readonly id: string;
    readonly name: string;
    readonly displayName: string;
  }[];
}
