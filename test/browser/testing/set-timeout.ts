/** A browser starts and loads pages; a test that waits this long for something waits in vain. */
const TEST_TIMEOUT_MS = 60_000;

jest.setTimeout(TEST_TIMEOUT_MS);
