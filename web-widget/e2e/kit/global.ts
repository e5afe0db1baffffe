/** One demonstration for all files: it starts before the first test and ends after the last. */

import type { TestProject } from 'vitest/node';
import { startDemo } from './demo.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the running demonstration's demo.json. */
    readonly demo: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = await startDemo();
  project.provide('demo', running.file);
  return () => running.stop();
}
