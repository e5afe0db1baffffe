import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that need no running demonstration. */
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

/** What mostly waits for a clock, the longest first: begun early, the others run beside it. */
const SLOW = ['evening', 'alarms', 'campaign', 'rotation', 'revocation'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? SLOW.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

const test = { environment: 'node', testTimeout: 90_000, hookTimeout: 240_000 } as const;

/** Tests in a real browser. A run takes one project (`--project alone`, `--project demo`); two runs may go beside each other. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...test, name: 'alone', include: ALONE, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      {
        test: {
          ...test,
          name: 'demo',
          include: ['e2e/**/*.test.ts'],
          exclude: ALONE,
          globalSetup: ['e2e/kit/global.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
