/** For work whose failures are handled inside: nobody waits for it, and nothing is lost if it fails after all. */
export function unattended(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
