import type { Restore } from './snapshot.js';

/** Whose name and colours a mail carries. */
export interface EmailOrganization {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
}

/** A mail the tenant would have sent. */
export interface Email {
  readonly kind: 'verify_email' | 'reset_email' | 'invitation' | 'blocked_account' | 'enrollment_email';
  readonly to: string;
  /** Absent for somebody who may have no account yet. */
  readonly user_id?: string;
  readonly subject: string;
  /** Absent where no organization was named. */
  readonly organization?: EmailOrganization | undefined;
  /** The link a person would press in the mail. */
  readonly url: string;
  readonly sent_at: string;
}

/** Every mail since the last reset, oldest first; nothing ever leaves the machine. */
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
