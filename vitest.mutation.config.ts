import { defineConfig } from 'vitest/config';

/**
 * The tests that argue the mutated rules. The simulations argue them too, but take half a minute a time. What a test
 * file works out outside its tests counts for all of them, and makes a run many times as long: do it inside.
 */
export default defineConfig({
  test: {
    include: ['tests/unit/statistics/*.test.ts', 'tests/unit/release/{disclosure,verify}/*.test.ts'],
    exclude: [
      'tests/unit/release/verify/{simulation,smallSample,refuseEdited,months,cost,isolated,waves}.test.ts',
    ],
  },
});
