import { defineConfig } from 'vitest/config';

/** Files that mostly wait for a demonstration's clock. */
const CLOCK = ['e2e/alarms.test.ts', 'e2e/evening.test.ts'];

/** Other files that need no running demonstration. The three kinds may run beside each other: `--project alone`. */
const ALONE = [
  'e2e/campaign.test.ts',
  'e2e/danger-gallery.test.ts',
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
      { test: { ...test, name: 'clock', include: CLOCK } },
      { test: { ...test, name: 'alone', include: ALONE } },
      {
        test: {
          ...test,
          name: 'demo',
          include: ['e2e/**/*.test.ts'],
          exclude: [...ALONE, ...CLOCK],
          globalSetup: ['e2e/kit/global.ts'],
        },
      },
    ],
  },
});
