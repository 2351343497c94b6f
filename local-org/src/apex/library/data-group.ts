import { asyncInterfaces } from './async/interfaces';
import { accessLevelClass } from './database/access-level';
import { databaseClass } from './database/database';
import { dmlOptionsClass, dmlOptionsHeaderClasses } from './database/dml-options';
import { leadConvertClass } from './database/lead-convert';
import { queryLocatorClass, queryLocatorIteratorClass } from './database/query-locator';
import {
  databaseErrorClass,
  deleteResultClass,
  emptyRecycleBinResultClass,
  leadConvertResultClass,
  mergeResultClass,
  saveResultClass,
  undeleteResultClass,
  upsertResultClass,
} from './database/results';
import { savepointClass } from './database/savepoints';
import type { PlatformClass } from './platform-class';
import {
  childRelationshipClass,
  describeFieldResultClass,
  picklistEntryClass,
} from './schema/describe-field-result';
import {
  describeSObjectResultClass,
  recordTypeInfoClass,
  sobjectTypeFieldSetsClass,
  sobjectTypeFieldsClass,
} from './schema/describe-sobject-result';
import { describeOptionsEnum, displayTypeEnum, soapTypeEnum } from './schema/enums';
import { fieldSetClass, fieldSetMemberClass } from './schema/field-sets';
import { schemaClass, sobjectFieldClass, sobjectTypeClass } from './schema/schema';
import { featureManagementClass } from './system/feature-management';
import { limitsClass } from './system/limits';
import { recordStaticsClass } from './system/record-statics';
import { searchClass } from './system/search';
import { sobjectClass } from './system/sobject';
import { statusCodeEnum } from './system/status-code';
import { loggingLevelEnum, systemClass } from './system/system';
import { triggerClass, triggerOperationEnum } from './system/trigger';
import { userInfoClass } from './system/user-info';

/** Classes through which code reaches records, their schema, and asynchronous jobs. */
export const dataGroup: readonly PlatformClass[] = [
  accessLevelClass,
  ...asyncInterfaces,
  childRelationshipClass,
  databaseClass,
  databaseErrorClass,
  deleteResultClass,
  describeFieldResultClass,
  describeOptionsEnum,
  describeSObjectResultClass,
  displayTypeEnum,
  dmlOptionsClass,
  ...dmlOptionsHeaderClasses,
  emptyRecycleBinResultClass,
  featureManagementClass,
  fieldSetClass,
  fieldSetMemberClass,
  leadConvertClass,
  leadConvertResultClass,
  limitsClass,
  loggingLevelEnum,
  mergeResultClass,
  picklistEntryClass,
  queryLocatorClass,
  queryLocatorIteratorClass,
  recordStaticsClass,
  recordTypeInfoClass,
  saveResultClass,
  savepointClass,
  schemaClass,
  searchClass,
  soapTypeEnum,
  sobjectClass,
  sobjectFieldClass,
  sobjectTypeClass,
  sobjectTypeFieldSetsClass,
  sobjectTypeFieldsClass,
  statusCodeEnum,
  systemClass,
  triggerClass,
  triggerOperationEnum,
  undeleteResultClass,
  upsertResultClass,
  userInfoClass,
];
