/** Waits until something holds; fails after 10 seconds with what was last seen. */
export async function until(holds: () => boolean, seen: () => unknown = () => undefined): Promise<void> {
  for (let turn = 0; turn < 2_000; turn++) {
    if (holds()) return;
    await new Promise((resume) => setTimeout(resume, 5));
  }
  throw new Error(`it did not happen; last seen: ${JSON.stringify(seen())}`);
}
