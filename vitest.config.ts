import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build-program.mjs"],
    setupFiles: ["test/support/seed.ts"],
    // Files share their modules, which are read and compiled once: half of the time. No module keeps what a test leaves.
    isolate: false,
    testTimeout: 180_000,
    // Node's own way of importing CommonJS, as in production
    deps: { interopDefault: false },
  },
});
