import type { RecordValues } from '../../core';
import type { Transaction } from '../../execution';
import type { SObjectType } from '../../schema';
import type { NestedSaves, SaveServices } from '../save-chunk';
import type { SaveRecord } from '../save-record';
import type { SaveOptions } from '../types';
import type { RecycleBin } from './recycle-bin';

/** A record that a deletion takes along, with its stored values. */
export interface TakenRecord {
  readonly type: SObjectType;
  readonly id: string;
  readonly values: RecordValues;
  /** The record whose deletion was asked for. */
  readonly root: string;
}

/** Records of one object that are deleted together, at most 200. */
export interface Deletion {
  readonly type: SObjectType;
  records: SaveRecord[];
  /** The records and everything that cascades from them; filled by the cascade stage. */
  readonly taken: Map<string, TakenRecord>;
  /** Ids that went with another record of the same call: deleting them again does nothing. */
  readonly goneWithOthers: Set<string>;
  readonly options: SaveOptions;
  readonly services: SaveServices;
  readonly nested: NestedSaves;
  readonly recycleBin: RecycleBin;
  readonly transaction: Transaction;
  readonly stamp: string;
}
