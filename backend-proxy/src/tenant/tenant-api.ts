/** How the tenant is read and changed. An argument, so that this folder calls no network itself. */
export type Method = 'GET' | 'POST' | 'PATCH';

/**
 * Calls the Management API with a path below `/api/v2`. Returns the parsed body.
 * @throws {TenantApiError}
 */
export type TenantApi = (method: Method, path: string, body?: object) => Promise<unknown>;

/** A refusal by Auth0. */
export class TenantApiError extends Error {
  override readonly name = 'TenantApiError';
  /** `null` if there was no response. */
  readonly status: number | null;

  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The tenant is in a state that someone has to decide about. */
export class TenantConflict extends Error {
  override readonly name = 'TenantConflict';
}
