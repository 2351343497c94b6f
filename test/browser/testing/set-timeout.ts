/** The first org builds what pages share; a test that waits this long for something waits in vain. */
const TEST_TIMEOUT_MS = 120_000;

jest.setTimeout(TEST_TIMEOUT_MS);
