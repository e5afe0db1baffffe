import { defineConfig } from 'vitest/config';

/** Tests in a real browser, one file after another: they share one machine and one running demo. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['e2e/kit/global.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 240_000,
  },
});
