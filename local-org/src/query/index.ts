export { checkQuery, type QueryFacts } from './check-query';
export { checkSearch } from './check-search';
export { InaccessibleFieldsError, type InaccessibleFields } from './inaccessible-fields-error';
export { QUERY_FEATURES, type QueryFeature } from './query-features';
export * from './query-engine';
export { formatValue, type FormatContext, type FormattedField } from './soql/result/format-value';
export * from './types';
