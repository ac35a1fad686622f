/** Who is asking, as far as the access token proves it. */
export interface Actor {
  readonly userId: string;
  /** From the verified token and from nowhere else: it is the wall between customers. */
  readonly organizationId: string;
  readonly permissions: readonly string[];
}
