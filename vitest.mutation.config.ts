import { defineConfig } from 'vitest/config';

/** The tests that argue the mutated rules; the simulation argues them too, but takes half a minute a time. */
export default defineConfig({
  test: {
    include: ['tests/unit/statistics/*.test.ts', 'tests/unit/release/{disclosure,verify}/*.test.ts'],
    exclude: ['tests/unit/release/verify/simulation.test.ts'],
  },
});
