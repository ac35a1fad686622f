/** Organizations, as they are listed with a user. */
import { z } from 'zod';

export const organizationSchema = z.object({
  id: z.string(),
  name: z.string(),
  display_name: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish().catch(null),
});

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export function toOrganization(organization: z.infer<typeof organizationSchema>): Organization {
  return {
    id: organization.id,
    name: organization.name,
    displayName: organization.display_name ?? null,
    metadata: organization.metadata ?? {},
  };
}
