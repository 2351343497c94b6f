export { QUERY_FEATURES, type QueryFeature } from './query-features';
export * from './query-engine';
export * from './types';
