import { z } from 'zod';
import { parseQuery } from './validation.js';

const schema = z.object({ fields: z.string().optional(), include_fields: z.stringbool().default(true) });

/** Top-level fields requested by the query: the listed ones, or all others with `include_fields=false`. */
export function fieldFilter(query: Record<string, string>): (name: string) => boolean {
  const { fields, include_fields } = parseQuery(schema, query);
  const names = new Set(fields?.split(',').map((name) => name.trim()));
  return fields === undefined || fields === '' ? () => true : (name) => names.has(name) === include_fields;
}

export function pickFields(row: object, keep: (name: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => keep(name)));
}
