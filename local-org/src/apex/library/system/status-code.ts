import statusCodes from '../generated/status-codes.json';
import type { PlatformClass } from '../platform-class';

/** Why a record was refused. */
export const statusCodeEnum: PlatformClass = {
  name: 'System.StatusCode',
  kind: 'enum',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_System_StatusCode.htm',
  constants: statusCodes,
  members: [],
};
