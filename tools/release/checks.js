// @ts-check
/** Finds what keeps a release from being published. */

/**
 * What is known of the working tree.
 * @typedef {object} Tree
 * @property {string} status - The output of `git status --porcelain`.
 * @property {readonly string[]} tags - The tags of the commit.
 * @property {Readonly<Record<string, string | undefined>>} versions - Every place that names the version.
 * @property {string} changelog
 */

/**
 * Returns a sentence for each problem of the sources.
 * @param {Tree} tree
 */
export function problemsOfTree({ status, tags, versions, changelog }) {
  const problems = [];
  const [version = ''] = Object.values(versions);
  if (status.trim() !== '')
    problems.push(`The working tree has changes that aren't committed:\n${status.trimEnd()}`);
  for (const [place, each] of Object.entries(versions)) {
    if (each !== version) problems.push(`${place} has the version ${each}, and not ${version}.`);
  }
  if (!tags.includes(`v${version}`)) problems.push(`The commit has no tag v${version}.`);
  const entry = changelogEntry(changelog, version);
  if (entry === null) problems.push(`CHANGELOG.md has no entry "## ${version} (<date>)".`);
  else if (entry === '') problems.push(`The entry of ${version} in CHANGELOG.md is empty.`);
  return problems;
}

/**
 * Returns a sentence for each thing that publishing needs from its environment.
 * @param {NodeJS.ProcessEnv} env
 */
export function problemsOfEnvironment(env) {
  // https://docs.npmjs.com/generating-provenance-statements
  const identity = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? env['SIGSTORE_ID_TOKEN'];
  return identity === undefined
    ? [
        'Provenance needs an identity: run this in GitHub Actions with "id-token: write", or in GitLab CI with SIGSTORE_ID_TOKEN.',
      ]
    : [];
}

/**
 * Returns what the changelog says about a version, or `null` if it doesn't name it with a date.
 * @param {string} changelog
 * @param {string} version
 */
export function changelogEntry(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find(
    (each) => each.startsWith(`${version} (`) && /^\S+ \(\d{4}-\d{2}-\d{2}\)\n/.test(each),
  );
  return section === undefined ? null : section.slice(section.indexOf('\n')).trim();
}

/**
 * Returns the https address of the repository, from the option or the CI job. `null` if there is none.
 * @param {string | undefined} given
 * @param {NodeJS.ProcessEnv} env
 */
export function findRepository(given, env) {
  const ofJob =
    env['CI_PROJECT_URL'] ??
    (env['GITHUB_REPOSITORY'] && `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}`);
  const repository = (given ?? ofJob ?? '').replace(/(\.git)?\/*$/, '');
  return /^https:\/\/[^/]+\/.+/.test(repository) ? repository : null;
}
