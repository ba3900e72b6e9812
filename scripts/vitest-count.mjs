// A Vitest reporter that only counts: it writes { passed, failed } to the file that BIGCAST_COUNT_FILE names.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

export default class CountReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0;
    // An error outside of any test, a file that does not load, a hook that throws: each is a failure of its own.
    let failed = unhandledErrors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        // Pending at the end of the run: it never came to an end.
        else if (state === 'failed' || state === 'pending') failed += 1;
      }
    }
    const file = process.env.BIGCAST_COUNT_FILE;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
  }
}
