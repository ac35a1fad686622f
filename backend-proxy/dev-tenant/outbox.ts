import type { Restore } from './snapshot.js';

/** Whose name and colours a mail carries. */
export interface MailOrganization {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
}

/** A mail the tenant would have sent. */
export interface Mail {
  readonly kind: 'verify_email' | 'reset_email' | 'invitation' | 'blocked_account' | 'enrollment_email';
  readonly to: string;
  /** Absent for somebody who may have no account yet. */
  readonly user_id?: string;
  readonly subject: string;
  /** Absent where no organization was named. */
  readonly organization?: MailOrganization | undefined;
  /** The link a person would press in the mail. */
  readonly url: string;
  readonly sent_at: string;
}

/** Every mail since the last reset, oldest first; nothing ever leaves the machine. */
export class Outbox {
  #mails: Mail[] = [];

  send(mail: Mail): void {
    this.#mails.push(mail);
  }

  list(): Mail[] {
    return this.#mails.map((mail) => ({ ...mail }));
  }

  snapshot(): Restore {
    const kept = [...this.#mails];
    return () => {
      this.#mails = [...kept];
    };
  }

  clear(): void {
    this.#mails = [];
  }
}
