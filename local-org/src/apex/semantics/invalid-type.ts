import type { NullType } from '../types/apex-type';

/**
 * Stands for a type that could not be resolved, which has been reported. It goes with every other type, so that one fault
 * is reported once.
 */
export const INVALID_TYPE: NullType = { kind: 'null', name: 'null' };
