export * from './clock';
export * from './errors';
export * from './integration';
export * from './integration-error';
export * from './logger';
export * from './random';
export * from './records';
export * from './xml-element';
