import type { Clock } from './clock.js';
import { randomId } from './random.js';
import { snapshotMap, type Restore } from './snapshot.js';

/** Fields that depend on the type of job. */
export interface JobDetails {
  readonly connection_id?: string | undefined;
  readonly connection?: string | undefined;
  readonly external_id?: string | undefined;
  readonly format?: 'json' | 'csv' | undefined;
  readonly limit?: number | undefined;
  readonly fields?: readonly { readonly name: string; readonly export_as?: string | undefined }[] | undefined;
  readonly summary?: {
    readonly failed: number;
    readonly updated: number;
    readonly inserted: number;
    readonly total: number;
  };
}

/** A user that an import rejected. */
export interface JobError {
  readonly user: Readonly<Record<string, unknown>>;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path?: string }[];
}

export interface Job {
  readonly id: string;
  readonly type: 'verification_email' | 'users_import' | 'users_export';
  readonly createdAt: number;
  readonly details: JobDetails;
  readonly errors: readonly JobError[];
}

/** Asynchronous jobs. They run immediately but are reported as pending while lists lag. */
export class Jobs {
  readonly #clock: Clock;
  readonly #jobs = new Map<string, Job>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(type: Job['type'], details: JobDetails = {}, errors: readonly JobError[] = []): Job {
    const id = `job_${randomId(16)
      .replace(/[^a-z0-9]/gi, '0')
      .slice(0, 16)}`;
    const job = { id, type, createdAt: this.#clock.now(), details, errors };
    this.#jobs.set(id, job);
    return job;
  }

  find(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  snapshot(): Restore {
    return snapshotMap(this.#jobs);
  }

  clear(): void {
    this.#jobs.clear();
  }
}
