/** Registers `<org-members>`. */
import { OrgMembers } from '../elements/org-members/org-members.js';

OrgMembers.define();

declare global {
  interface HTMLElementTagNameMap {
    'org-members': OrgMembers;
  }
}
