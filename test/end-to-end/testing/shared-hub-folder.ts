/** Environment variable with the folder that the test files of one run share. */
export const RUN_FOLDER = 'OPPORTUNITY_HUB_TEST_RUN';
