/** What must never stand in a log line: found by looking, for every program that a test starts. */
const SECRETS = /app-secret-of-tests|oa-secret-of-tests|access_token|refresh_token|secret_key|Bearer /;
/** Citizen-ID numbers (9 or 12 digits) and phone numbers, also with the usual gaps. */
const NUMBERS = /(?<![\w-])(\d{3}[ .]?\d{3}[ .]?\d{3}([ .]?\d{3})?|(0|\+?84)\d{2,3}[ .]?\d{3}[ .]?\d{3,4})(?![\w-])/;

/** The fields that may hold a number as long: times, ports, places in our own code. */
const OURS = /"(time|at|stack|hostname)":("[^"]*"|\d+|\[[^\]]*\])/g;

/** Lines that hold a secret, a personal number, or one of `theirs`: ids and words of citizens, tokens. */
export function leaksIn(lines: readonly string[], theirs: readonly string[] = []): string[] {
  return lines.filter((line) => {
    const said = line.replace(OURS, "");
    return SECRETS.test(said) || NUMBERS.test(said) || theirs.some((each) => said.includes(each));
  });
}
