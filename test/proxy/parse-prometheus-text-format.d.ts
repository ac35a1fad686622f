declare module 'parse-prometheus-text-format' {
  interface Sample {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value?: string;
    /** Of histograms. The parser drops their labels. */
    readonly buckets?: Readonly<Record<string, string>>;
    readonly count?: string;
    readonly sum?: string;
  }
  export default function parse(
    text: string,
  ): { readonly name: string; readonly metrics: readonly Sample[] }[];
}
