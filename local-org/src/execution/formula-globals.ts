import type { Clock, FieldValue } from '../core';
import type { FormulaRecord, FormulaType } from '../formula';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import { apiGlobal } from './globals/api';
import { customMetadataGlobal } from './globals/custom-metadata';
import { customSettingGlobal } from './globals/custom-setting';
import { labelGlobal } from './globals/label';
import { organizationGlobal } from './globals/organization';
import { permissionGlobal } from './globals/permission';
import { profileGlobal } from './globals/profile';
import { recordTypeGlobal } from './globals/record-type';
import { systemGlobal } from './globals/system';
import { userGlobal } from './globals/user';
import { userRoleGlobal } from './globals/user-role';
import type { RunningUser } from './running-user';

/** What globals are answered from. Ports stand for modules above this one. */
export interface GlobalServices {
  schema(): Schema;
  readonly store: RecordStore;
  readonly clock: Clock;
  hasCustomPermission(user: RunningUser, name: string): boolean;
  customPermissionExists(name: string): boolean;
  /** Text of a custom label in a language; undefined when there is no such label. */
  label(name: string, language: string): string | undefined;
  /** Base address of the org's API, without a slash at the end; null when nothing listens. */
  serverUrl?(): string | null;
}

/** One `$Name` of the formula language. */
export interface FormulaGlobal {
  readonly documentation: string;
  /** Whether its value differs from record to record. */
  readonly dependsOnRecord?: boolean;
  /** Type of `$Name.rest`; undefined when there is no such thing. */
  type(rest: readonly string[], services: GlobalServices, objectName: string): FormulaType | undefined;
  value(
    rest: readonly string[],
    services: GlobalServices,
    user: RunningUser,
    record: FormulaRecord,
  ): FieldValue;
}

/** A global with the path behind its name. */
export interface GlobalReader {
  /** The path as text: `$User.Department`. */
  readonly key: string;
  readonly dependsOnRecord: boolean;
  value(user: RunningUser, record: FormulaRecord): FieldValue;
}

const GLOBALS: ReadonlyMap<string, FormulaGlobal> = new Map([
  ['$api', apiGlobal],
  ['$custommetadata', customMetadataGlobal],
  ['$label', labelGlobal],
  ['$organization', organizationGlobal],
  ['$permission', permissionGlobal],
  ['$profile', profileGlobal],
  ['$recordtype', recordTypeGlobal],
  ['$setup', customSettingGlobal],
  ['$system', systemGlobal],
  ['$user', userGlobal],
  ['$userrole', userRoleGlobal],
]);

/**
 * The global variables of formulas: their types at compile time and values at run time.
 * @see https://help.salesforce.com/s/articleView?id=sf.dev_understanding_global_variables.htm
 */
export class FormulaGlobals {
  /** By path as a compiled formula carries it, so that its names are looked up once. */
  private readonly readers = new WeakMap<readonly string[], GlobalReader>();

  constructor(private readonly services: GlobalServices) {}

  /** `globalType(['$User', 'Department'], 'Opportunity')` is `'Text'`. */
  globalType(path: readonly string[], objectName: string): FormulaType | undefined {
    return find(path)?.type(path.slice(1), this.services, objectName);
  }

  /** What a path reads: `['$Permission', 'May_Approve']`. Nothing for an unknown global. */
  reader(path: readonly string[]): GlobalReader {
    let reader = this.readers.get(path);
    if (!reader) this.readers.set(path, (reader = this.newReader(path)));
    return reader;
  }

  private newReader(path: readonly string[]): GlobalReader {
    const global = find(path);
    const rest = path.slice(1);
    return {
      key: path.join('.'),
      dependsOnRecord: global?.dependsOnRecord === true,
      value: (user, record) => global?.value(rest, this.services, user, record) ?? null,
    };
  }
}

function find(path: readonly string[]): FormulaGlobal | undefined {
  return GLOBALS.get((path[0] ?? '').toLowerCase());
}

/** The supported globals with their documentation, for the parity table. */
export function formulaGlobals(): ReadonlyMap<string, FormulaGlobal> {
  return GLOBALS;
}
