/** Maps organizations, as Auth0 lists them with a user. */
import { z } from 'zod';
import { lenient } from './lenient.js';

/** Texts by name. An entry of another shape is left out, the others stay. */
const metadata = lenient(
  z
    .record(z.string(), z.unknown())
    .transform((entries) =>
      Object.fromEntries(
        Object.entries(entries).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
    ),
);

export const organizationSchema = z.object({
  id: z.string(),
  name: lenient(z.string()),
  display_name: lenient(z.string()),
  metadata,
  branding: lenient(
    z.object({
      logo_url: lenient(z.string()),
      colors: lenient(z.object({ primary: lenient(z.string()) })),
    }),
  ),
});

/** Pages use these unchecked: a URL they can load, and a color that can't be anything else. */
const logoUrl = /^https:\/\/[^\s"'()<>\\]+$/;
const hexColor = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

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
    name: organization.name ?? organization.id,
    displayName: organization.display_name,
    metadata: organization.metadata ?? {},
    branding: {
      logoUrl: matching(logoUrl, organization.branding?.logo_url),
      primaryColor: matching(hexColor, organization.branding?.colors?.primary),
    },
  };
}

function matching(shape: RegExp, text: string | null | undefined): string | null {
  return text != null && shape.test(text) ? text : null;
}
