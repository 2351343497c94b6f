export { FORECAST_CATEGORY_NAMES } from './standard/forecast-categories';
export {
  historyObjectDefinition,
  historyObjectName,
  shareObjectDefinition,
  shareObjectName,
} from './custom/associated-objects';
export { changedObjectName, changeEventName, hasChangeEvents } from './custom/change-event-object';
export type { AssociatedParent } from './custom/associated-objects';
export { customKeyPrefix } from './custom/custom-key-prefix';
export type { PrefixedKind } from './custom/custom-key-prefix';
export { customObjectFields, ownerField, recordTypeField } from './custom/custom-object-fields';
export type { CustomNameField, CustomObjectFieldsInput } from './custom/custom-object-fields';
export { describeField } from './describe/describe-field';
export { describeGlobalSObject } from './describe/describe-global-sobject';
export type { DescribeAccess, DescribeOptions, RecordTypeVisibility } from './describe/describe-options';
export type * from './describe/describe-results';
export { describeSObject, MASTER_RECORD_TYPE_ID } from './describe/describe-sobject';
export { FIELD_TYPE_TRAITS } from './fields/field-type-traits';
export type { FieldTypeTraits } from './fields/field-type-traits';
export { makeField } from './fields/make-field';
export type { FieldInput } from './fields/make-field';
export { systemFields } from './fields/system-fields';
export type { SystemFieldName } from './fields/system-fields';
export { NO_CAPABILITIES } from './no-capabilities';
export * from './schema';
export * from './sobject-type';
export { standardObjects } from './standard/standard-objects';
export { standardValueSets } from './standard/standard-value-sets';
export type { StandardValueSet } from './standard/standard-value-sets';
export {
  isUnsupportedChildRelationship,
  isUnsupportedField,
  isUnsupportedObject,
} from './standard/unsupported-names';
export * from './types';
