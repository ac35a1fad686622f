/** A file that a format consists of. */
export interface ConfigurationFile {
  readonly name: string;
  readonly text: string;
}

export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Scopes that every tenant has. Optional ones depend on the plan, and a request for one that is missing fails. */
export function requiredScopes(
  scopes: readonly { readonly scope: string; readonly optional?: true }[],
): readonly string[] {
  return scopes.filter(({ optional }) => !optional).map(({ scope }) => scope);
}
