import manifest from '../../package.json' with { type: 'json' };

/** Imported rather than read, so that a bundle carries it along. */
export const version = manifest.version;
