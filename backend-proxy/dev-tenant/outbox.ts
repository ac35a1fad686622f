import type { Restore } from './snapshot.js';

/** The organization whose branding an email uses. */
export interface EmailOrganization {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
}

/** An email the tenant would have sent. */
export interface Email {
  readonly kind: 'verify_email' | 'reset_email' | 'invitation' | 'blocked_account' | 'enrollment_email';
  readonly to: string;
  /** Absent if the recipient may not have an account yet. */
  readonly user_id?: string;
  readonly subject: string;
  /** Absent if no organization was named. */
  readonly organization?: EmailOrganization | undefined;
  /** The link in the email. */
  readonly url: string;
  readonly sent_at: string;
}

/** Emails since the last reset, oldest first. Nothing is actually sent. */
export class Outbox {
  #emails: Email[] = [];

  send(email: Email): void {
    this.#emails.push(email);
  }

  list(): Email[] {
    return this.#emails.map((email) => ({ ...email }));
  }

  snapshot(): Restore {
    const kept = [...this.#emails];
    return () => {
      this.#emails = [...kept];
    };
  }

  clear(): void {
    this.#emails = [];
  }
}
