import type { SObjectDefinition } from '../../schema';
import type { KeyPrefixes } from '../loader/key-prefixes';
import type { DeployPackage } from '../reader/read-package';
import type { PackageComponent } from '../reader/package-component';
import type { ComponentStore, PlanOperation } from '../store/component-store';
import type { DeployMessage, DeployOptions } from '../types';

/** What the deploy must know about data: a type change or a delete may depend on it. */
export interface DataPresence {
  hasRecords(objectName: string): boolean;
  /** Whether any record has a value in that field. */
  hasValues(objectName: string, fieldName: string): boolean;
}

/** A row of a deploy result before ids and times are known. */
export type PlannedMessage = Omit<DeployMessage, 'id' | 'createdDate'>;

/** Everything a plan is made from. */
export interface DeployInput {
  readonly current: ComponentStore;
  readonly package: DeployPackage;
  readonly options: DeployOptions;
  /** Standard objects without any customisation. */
  readonly standard: readonly SObjectDefinition[];
  readonly keyPrefixes: KeyPrefixes;
  readonly data: DataPresence;
}

/** What a deploy will do, worked out without doing it. */
export interface DeployPlan {
  /** False when there is an error; the org must then stay as it was, unless `rollbackOnError` is false. */
  readonly success: boolean;
  /** One row per component and child, problems included, package.xml first. */
  readonly messages: readonly PlannedMessage[];
  /** In the order to carry out: deletes before, creates and updates by dependency, deletes after. */
  readonly operations: readonly PlanOperation[];
  /** The org's metadata afterwards. */
  readonly store: ComponentStore;
  /** The org's objects afterwards, for `new Schema(...)`. */
  readonly definitions: readonly SObjectDefinition[];
  /** The deployed components that are new or changed, with their positions: check their formulas. */
  readonly changed: readonly PackageComponent[];
}
