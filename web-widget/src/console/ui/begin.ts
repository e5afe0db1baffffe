/** Starts work whose end the screen sees in a signal. A defect in it is reported as an error of the page. */
export function begin(work: Promise<unknown>): void {
  work.catch((failure: unknown) => reportError(failure));
}
