import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build-program.mjs"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 180_000,
    // Node's own way of importing CommonJS, as in production
    deps: { interopDefault: false },
  },
});
