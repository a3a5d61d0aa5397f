import { defineConfig } from 'vitest/config';

/** Tests in the real Electron mostly wait: two files at a time fill two cores, more only make each other late. */
const twoAtATime = { maxWorkers: 2 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], sequence: { groupOrder: 1 } } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'electron',
          include: ['test/e2e/**/*.test.ts', 'test/crash/**/*.test.ts'],
          globalSetup: 'test/support/electron-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...twoAtATime,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
