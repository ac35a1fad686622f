/** From `elements-plugin.ts`. */
declare module 'virtual:elements' {
  export const elements: unknown;
}

/** The text of a style sheet: https://vite.dev/guide/features.html#importing-asset-as-string */
declare module '*.css?raw' {
  const text: string;
  export default text;
}
