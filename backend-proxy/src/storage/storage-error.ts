export type StorageErrorCode =
  /** A newer version of the proxy has written the database. */
  | 'storage_too_new'
  /** The package that talks to the database isn't installed. */
  | 'storage_driver_missing'
  /** The database can't be opened. */
  | 'storage_unavailable';

/** Thrown when a storage can't be opened. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
