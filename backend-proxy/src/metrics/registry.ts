/**
 * Counters, gauges and histograms in Prometheus' text format. Our own, because prom-client needs Node's `http`, `fs` and
 * `perf_hooks`, and the proxy runs on other platforms, too.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */

/** Values of labels, in the order of their names. */
type LabelValues = readonly string[];

interface Series {
  readonly labels: LabelValues;
  value: number;
}

/** Bounds of histograms of durations, in seconds: from a cached answer to the default deadline. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export interface MetricInfo {
  /** Counters end in `_total`, durations in `_seconds`. */
  readonly name: string;
  readonly help: string;
  /** Only names whose values are few and known: never an ID, an address, or a path of a request. */
  readonly labels: readonly string[];
}

/** A value that is added to: a counter, or a gauge that also goes down. */
export interface Tally {
  add(labels: LabelValues, amount?: number): void;
}

export interface Histogram {
  /** Adds one duration. */
  observe(labels: LabelValues, seconds: number): void;
}

/**
 * The metrics of one proxy.
 * @example
 * const registry = new Registry();
 * const requests = registry.counter({ name: 'requests_total', help: 'Requests.', labels: ['method'] });
 * requests.add(['GET']);
 * registry.text(); // '# HELP requests_total Requests.\n# TYPE requests_total counter\nrequests_total{method="GET"} 1\n'
 */
export class Registry {
  readonly #metrics: (() => string)[] = [];

  counter(info: MetricInfo): Tally {
    return this.#tally(info, 'counter');
  }

  gauge(info: MetricInfo): Tally {
    return this.#tally(info, 'gauge');
  }

  /** A gauge whose values exist elsewhere, and are read when the text is written. */
  observedGauge(info: MetricInfo, read: () => readonly (readonly [LabelValues, number])[]): void {
    this.#metrics.push(() =>
      block(
        info,
        'gauge',
        read().map(([labels, value]) => line(info.name, info.labels, labels, value)),
      ),
    );
  }

  #tally(info: MetricInfo, type: 'counter' | 'gauge'): Tally {
    const series = new Map<string, Series>();
    this.#metrics.push(() =>
      block(
        info,
        type,
        [...series.values()].map(({ labels, value }) => line(info.name, info.labels, labels, value)),
      ),
    );
    return {
      add: (labels, amount = 1) => {
        const key = keyOf(labels);
        const known = series.get(key);
        if (known) known.value += amount;
        else series.set(key, { labels, value: amount });
      },
    };
  }

  histogram(info: MetricInfo): Histogram {
    const series = new Map<string, Distribution>();
    this.#metrics.push(() =>
      block(
        info,
        'histogram',
        [...series.values()].flatMap((each) => each.lines(info)),
      ),
    );
    return {
      observe: (labels, seconds) => {
        const key = keyOf(labels);
        const distribution = series.get(key) ?? new Distribution(labels);
        series.set(key, distribution);
        distribution.observe(seconds);
      },
    };
  }

  /** Returns all metrics in the text format, version 0.0.4. */
  text(): string {
    return this.#metrics.map((write) => write()).join('');
  }
}

/** No value of a label holds a line break. */
function keyOf(labels: LabelValues): string {
  return labels.join('\n');
}

/** The observations of a histogram for one combination of label values. */
class Distribution {
  readonly #labels: LabelValues;
  /** By the smallest bucket that they are in. */
  readonly #counts = buckets.map(() => 0);
  #count = 0;
  #sum = 0;

  constructor(labels: LabelValues) {
    this.#labels = labels;
  }

  observe(value: number): void {
    const index = buckets.findIndex((bound) => value <= bound);
    if (index >= 0) this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#count += 1;
    this.#sum += value;
  }

  /** Buckets are cumulative. */
  #upTo(index: number): number {
    return this.#counts.slice(0, index + 1).reduce((sum, count) => sum + count, 0);
  }

  lines({ name, labels }: MetricInfo): readonly string[] {
    const bucket = (bound: string, count: number) =>
      line(`${name}_bucket`, [...labels, 'le'], [...this.#labels, bound], count);
    return [
      ...buckets.map((bound, index) => bucket(String(bound), this.#upTo(index))),
      bucket('+Inf', this.#count),
      line(`${name}_sum`, labels, this.#labels, this.#sum),
      line(`${name}_count`, labels, this.#labels, this.#count),
    ];
  }
}

/** Returns nothing for a metric without a value. */
function block({ name, help }: MetricInfo, type: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');
}

function line(name: string, names: readonly string[], values: LabelValues, value: number): string {
  const pairs = names.map((label, index) => `${label}="${escape(values[index] ?? '')}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
}

function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
