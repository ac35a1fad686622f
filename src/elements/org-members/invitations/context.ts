import type { TemplateResult } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { InvitationsController } from '../../../state/invitations/invitations-controller.js';
import type { InvitationsMessages } from '../../../messages/en/invitations.js';
import type { Operation } from '../../../policy/vocabulary.js';

/** What the element around says to the part about invitations. */
export interface InvitationsSurroundings {
  readonly lang: string;
  readonly readOnly: boolean;
  /** Whether the caller may do this about the organization. */
  readonly may: (operation: Operation) => boolean;
  /** Whether the policy lets links be handed out. */
  readonly invitationLinks: boolean;
  /** A failure, as everything in this element tells one. */
  readonly renderProblem: (problem: ProxyProblem) => TemplateResult;
  readonly retry: string;
  /** Opens the dialog in which people are invited. */
  readonly invite: () => void;
}

export interface InvitationsContext extends InvitationsSurroundings {
  readonly invitations: InvitationsController;
  readonly messages: InvitationsMessages;
}
