/**
 * The answer to a call that tells nothing but that it was done. Whatever stands between the proxy and Auth0 may answer with
 * a page of its own, and 200: nothing has been done then, and nobody may be told that it was.
 */
import { z } from 'zod';

/** What the SDK gives for every call. */
export interface Answered {
  withRawResponse(): PromiseLike<{ readonly rawResponse: { readonly headers: Headers } }>;
}

export async function mediaTypeOf(answered: Answered): Promise<string | null> {
  const { rawResponse } = await answered.withRawResponse();
  return rawResponse.headers.get('content-type');
}

/** Of an answer's media type. */
export const done = z
  .string()
  .nullable()
  .refine((mediaType) => !mediaType?.includes('html'));
