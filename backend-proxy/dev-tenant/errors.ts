/** An error in the Management API's format: `{statusCode, error, message, errorCode}`. */
export class ManagementError extends Error {
  override readonly name = 'ManagementError';
  readonly status: ManagementStatus;
  readonly errorCode: string | undefined;

  constructor(status: ManagementStatus, message: string, errorCode?: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  get body() {
    const { status, message, errorCode } = this;
    return {
      statusCode: status,
      error: reasonPhrases[status],
      message,
      ...(errorCode !== undefined && { errorCode }),
    };
  }
}

const reasonPhrases = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
} as const;
type ManagementStatus = keyof typeof reasonPhrases;

/** An error in OAuth's format: `{error, error_description}`. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly status: 400 | 401 | 403;
  readonly error: string;

  constructor(status: 400 | 401 | 403, error: string, description: string) {
    super(description);
    this.status = status;
    this.error = error;
  }

  get body() {
    return { error: this.error, error_description: this.message };
  }
}

/** An error shown to the person in the browser, because there is no app to redirect to. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly status: 400 | 403 | 404;
  readonly title: string;

  constructor(status: 400 | 403 | 404, title: string, message: string) {
    super(message);
    this.status = status;
    this.title = title;
  }
}
