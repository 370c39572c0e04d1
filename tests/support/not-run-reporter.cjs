// Ends `npm test` with one line for each suite that could not run here, so that a skip never looks green.
class NotRunReporter {
  onRunComplete(_contexts, results) {
    const names = new Set();
    for (const suite of results.testResults) {
      for (const test of suite.testResults) {
        if (test.status !== "pending") continue;
        const title = test.ancestorTitles.find((name) => name.startsWith("NOT RUN")) ?? `NOT RUN: ${test.fullName}`;
        names.add(title);
      }
    }
    for (const name of names) process.stderr.write(`${name}\n`);
  }
}
module.exports = NotRunReporter;
