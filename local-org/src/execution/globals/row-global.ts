import { formulaTypeOf } from '../../formula';
import type { RecordValues } from '../../core';
import type { FormulaGlobal, GlobalServices } from '../formula-globals';
import type { RunningUser } from '../running-user';

/** Where the documentation lists the global variables. */
export const GLOBALS_DOCUMENTATION =
  'https://help.salesforce.com/s/articleView?id=sf.dev_understanding_global_variables.htm';

/** A global whose fields are those of one row of an object, such as `$User.Department`. */
export function rowGlobal(
  objectName: string,
  findRow: (services: GlobalServices, user: RunningUser) => RecordValues | undefined,
): FormulaGlobal {
  return {
    documentation: GLOBALS_DOCUMENTATION,
    type: ([fieldName, ...more], services) => {
      const field =
        fieldName === undefined || more.length > 0
          ? undefined
          : services.schema().find(objectName)?.field(fieldName);
      return field && formulaTypeOf(field);
    },
    value: ([fieldName = ''], services, user) => {
      const field = services.schema().find(objectName)?.field(fieldName);
      return field ? (findRow(services, user)?.[field.name] ?? null) : null;
    },
  };
}

/** The row of an object with that id. */
export function rowById(
  services: GlobalServices,
  objectName: string,
  id: string | null,
): RecordValues | undefined {
  const type = services.schema().find(objectName);
  return type && id !== null ? services.store.find(type, id) : undefined;
}
