export * from './clock';
export * from './errors';
export * from './limits';
export * from './record-id';
export * from './source-position';
export * from './status-codes';
export * from './time-zone';
export * from './values';
