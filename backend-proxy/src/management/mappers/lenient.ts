/** Schemas for stored values: one value of an unexpected shape must not make a record unreadable. */
import { z } from 'zod';

/** Schema for a value that may be missing: one of another shape reads as `null`. */
export function lenient<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
}

/** Schema for a list inside a record: rows that don't fit are left out, and anything but a list reads as `null`. */
export function lenientList<T>(row: z.ZodType<T>): z.ZodType<readonly T[] | null> {
  return lenient(z.array(z.unknown()).transform((given) => fittingRows(row, given)));
}

/** Parses rows one by one and returns those that fit. */
export function fittingRows<T>(
  row: z.ZodType<T>,
  given: readonly unknown[],
  onLeftOut: (error: z.ZodError) => void = () => undefined,
): readonly T[] {
  return given.flatMap((one) => {
    const parsed = row.safeParse(one);
    if (parsed.success) return [parsed.data];
    onLeftOut(parsed.error);
    return [];
  });
}
