/**
 * Ends a run with one line, `wtr: N passed, N failed`, and fails a run without tests: the runner accepts a file that
 * has none.
 */
export function summary() {
  let total;
  return {
    onTestRunFinished({ sessions }) {
      total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const failedBefore = total.failed;
        count(session.testResults, total);
        // A module that fails to load has no tests that could fail.
        if (!session.passed && total.failed === failedBefore) total.failed += 1;
      }
    },
    stop() {
      if (!total) return;
      const { passed, failed, skipped } = total;
      console.log(`\nwtr: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
      if (passed === 0) process.once('exit', () => (process.exitCode = 1));
    },
  };
}

function count(suite, total) {
  for (const test of suite?.tests ?? []) {
    total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite?.suites ?? []) count(inner, total);
}
