/** `GET /v1/activity?member&cursor`: what was done in this organization through Orgdesk, the newest first. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  readonly next: string | null;
}

export interface ActivityEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly userId: string; readonly name: string | null; readonly delegated: boolean };
  /** `null`: about the organization, or an invitation. */
  readonly target: { readonly userId: string; readonly name: string | null } | null;
  /** An operation's name, `profile.update`, or `field.reveal`. */
  readonly action: string;
  /** Names of the fields concerned, never their values. */
  readonly fields?: readonly string[];
  readonly reason?: string;
}
