import type { TemplateResult } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { InvitationsController, InviteDialog } from '../../../controllers/invitations-controller.js';
import type { InvitationsMessages } from '../../../messages/invitations-en.js';
import type { Operation } from '../../../policy/vocabulary.js';

/** What the element around says to the part about invitations. */
export interface InvitationsSurroundings {
  readonly lang: string;
  readonly readOnly: boolean;
  /** What the organization is called. */
  readonly organization: string;
  /** Whether the caller may do this about the organization. */
  readonly may: (operation: Operation) => boolean;
  /** Whether the policy lets links be handed out. */
  readonly invitationLinks: boolean;
  /** A failure, as everything in this element tells one. */
  readonly tell: (problem: ProxyProblem) => TemplateResult;
  readonly retry: string;
}

/** Once there is something to choose from. */
export type OpenDialog = Extract<InviteDialog, { draft: unknown }>;

export interface InvitationsContext extends InvitationsSurroundings {
  readonly invitations: InvitationsController;
  readonly texts: InvitationsMessages;
}
