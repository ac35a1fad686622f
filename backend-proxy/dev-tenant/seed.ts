import type { z } from 'zod';
import { contradictions } from './seed-references.js';
import { seedShape } from './seed-shape.js';

/** The schema of a seed file; an unknown key, a double id or a reference into nowhere is an error. */
export const seedSchema = seedShape.superRefine((seed, context) => {
  for (const [path, message] of contradictions(seed)) context.addIssue({ code: 'custom', path, message });
});

/** A world as its author writes it: everything that has a default may be left out. */
export type Seed = z.input<typeof seedSchema>;
/** A world with every default filled in. */
export type ParsedSeed = z.output<typeof seedSchema>;
