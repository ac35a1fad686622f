import type { MemberRow } from '../../contract/member.js';

/** Returns the email of a row; `null` if there is none, or only a masked one (`m••••••@acme.example`). */
export function copyableEmail({ email }: MemberRow): string | null {
  return email?.includes('•') ? null : email;
}
