import { defineConfig } from 'vitest/config';

/** Files that need no running demonstration. They may run beside the others: `--project alone`, `--project demo`. */
const ALONE = [
  'e2e/alarms.test.ts',
  'e2e/campaign.test.ts',
  'e2e/evening.test.ts',
  'e2e/field-update.test.ts',
  'e2e/gallery.test.ts',
  'e2e/letters-gallery.test.ts',
  'e2e/loader.test.ts',
  'e2e/outreach.test.ts',
  'e2e/texts.test.ts',
  'e2e/console/gallery.test.ts',
  'e2e/console/keys.test.ts',
  'e2e/console/renewal.test.ts',
  'e2e/console/revocation.test.ts',
  'e2e/console/rotation.test.ts',
];

const test = { environment: 'node', testTimeout: 90_000, hookTimeout: 240_000 } as const;

/** Tests in a real browser, one file after another: they share one machine, and most of them one running demo. */
export default defineConfig({
  test: {
    fileParallelism: false,
    projects: [
      { test: { ...test, name: 'alone', include: ALONE } },
      { test: { ...test, name: 'demo', include: ['e2e/**/*.test.ts'], exclude: ALONE, globalSetup: ['e2e/kit/global.ts'] } },
    ],
  },
});
