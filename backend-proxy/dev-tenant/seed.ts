import type { z } from 'zod';
import { contradictions } from './seed-references.js';
import { seedShape } from './seed-shape.js';

/** Schema of a seed file. Unknown keys, duplicate IDs, and dangling references are errors. */
export const seedSchema = seedShape.superRefine((seed, context) => {
  for (const [path, message] of contradictions(seed)) context.addIssue({ code: 'custom', path, message });
});

/** A seed as written: properties with a default are optional. */
export type Seed = z.input<typeof seedSchema>;
/** A seed with all defaults filled in. */
export type ParsedSeed = z.output<typeof seedSchema>;
