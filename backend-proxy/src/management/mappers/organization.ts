/** Organizations, as they are listed with a user. */
import { z } from 'zod';

export const organizationSchema = z.object({
  id: z.string(),
  name: z.string(),
  display_name: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish().catch(null),
  branding: z
    .object({
      logo_url: z.string().nullish(),
      colors: z.object({ primary: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

/** What a page takes without a second look: an address it may load, and a colour that is nothing else. */
const logoAddress = /^https:\/\/[^\s"'()<>\\]+$/;
const hexColour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly branding: { readonly logoUrl: string | null; readonly primaryColor: string | null };
}

export function toOrganization(organization: z.infer<typeof organizationSchema>): Organization {
  return {
    id: organization.id,
    name: organization.name,
    displayName: organization.display_name ?? null,
    metadata: organization.metadata ?? {},
    branding: {
      logoUrl: matching(logoAddress, organization.branding?.logo_url),
      primaryColor: matching(hexColour, organization.branding?.colors?.primary),
    },
  };
}

function matching(shape: RegExp, text: string | null | undefined): string | null {
  return text != null && shape.test(text) ? text : null;
}
