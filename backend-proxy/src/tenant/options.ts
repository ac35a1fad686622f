/** What someone chooses about their tenant. Everything else follows from the policy. */
export interface TenantOptions {
  /** Origin of the tenant's canonical domain: `https://acme.eu.auth0.com`. */
  readonly origin: string;
  /** Addresses of the pages with the elements. Invitations lead to the first one. */
  readonly appUrls: readonly string[];
  /** Identifier of the API that pages request tokens for. */
  readonly audience: string;
  /** Begins the names of what is created. */
  readonly name: string;
  /** The application that people sign in to. Default: found by name. */
  readonly clientId?: string | undefined;
  /** The machine-to-machine application of the proxy. Default: found by name. */
  readonly proxyClientId?: string | undefined;
  /** Whether tokens are bound to a key: `off` leaves the tenant as it is. */
  readonly dpop: 'off' | 'allowed' | 'required';
  /** Claim of access tokens with the time of the sign-in. */
  readonly authTimeClaim: string;
  /** Claim of access tokens with the session's ID. */
  readonly sessionIdClaim: string;
}
