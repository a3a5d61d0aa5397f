import { defineConfig } from 'vitest/config';

/** A shared CI machine may stall sockets, ptys and windows for seconds: what is really broken fails twice. */
const retry = process.env.CI ? 1 : 0;

/**
 * Two files at a time, also where Vitest would leave a core to itself: tests mostly wait. In the real Electron, which
 * waits even more, three. The bench, which takes all it can get, goes last and alone.
 */
const electron = {
  globalSetup: 'test/support/electron-setup.ts',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 20_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/faults/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          retry,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'electron',
          include: ['test/e2e/**/*.test.ts', 'test/crash/**/*.test.ts'],
          exclude: ['test/e2e/bench.test.ts'],
          ...electron,
          maxWorkers: 3,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'bench',
          include: ['test/e2e/bench.test.ts'],
          ...electron,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
