/** What one check of a rehearsal found, in a sentence that says what to fix when it failed. */
export type Finding = { readonly check: string; readonly passed: boolean; readonly sentence: string };

export function passed(check: string, sentence: string): Finding {
  return { check, passed: true, sentence };
}

export function failed(check: string, sentence: string): Finding {
  return { check, passed: false, sentence };
}

export function allPassed(findings: readonly Finding[]): boolean {
  return findings.length > 0 && findings.every((finding) => finding.passed);
}
