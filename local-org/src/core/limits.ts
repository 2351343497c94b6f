/** Versions of the API the org answers. @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_versions.htm */
export const MIN_API_VERSION = 50;
export const MAX_API_VERSION = 67;

/** Records per chunk of a save. @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_bulk_idioms.htm */
export const MAX_RECORDS_PER_CHUNK = 200;
/** @see https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_soslsoql.htm */
export const MAX_SOQL_CHARACTERS = 100_000;
export const MAX_SOQL_OFFSET_ROWS = 2_000;
export const DEFAULT_QUERY_BATCH_ROWS = 2_000;
/** @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm */
export const MAX_COMPOSITE_SUBREQUESTS = 25;
export const MAX_COLLECTION_RECORDS = 200;
/** Requests per 24 hours of a Developer Edition org. */
export const DAILY_API_REQUESTS = 100_000;
/** @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_common_limits.htm */
export const MAX_INGEST_UPLOAD_BYTES = 150 * 1024 * 1024;
/** Event messages that a subscriber gets at once. @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_trigger_config.htm */
export const MAX_EVENTS_PER_DELIVERY = 2_000;
/** How often a batch of events is delivered again. @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_apex_refire.htm */
export const MAX_DELIVERY_RETRIES = 9;
/** How long the bus keeps event messages. @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_event_limits.htm */
export const EVENT_RETENTION_MS = 72 * 60 * 60 * 1000;
