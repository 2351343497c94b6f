/**
 * Metadata: the type registry, packages, checks, the deploy plan, and the loader into schema and definitions.
 *
 * | task                                | function                                                              |
 * |-------------------------------------|-----------------------------------------------------------------------|
 * | read a deploy zip                   | `readPackage(zip)`; problems are in the result, not thrown              |
 * | plan a deploy                       | `planDeploy({ current, package, options, standard, keyPrefixes, data })` |
 * | formulas to check after planning    | `formulaSites(component)`, positions by `positionOf(component, path)`   |
 * | objects of the org                  | `buildSchema(standardObjects(), store, keyPrefixes)`, then `new Schema` |
 * | keep components                     | `ComponentStore`, `componentToRow`, `componentFromRow`                  |
 * | retrieve                            | `buildRetrieveZip(store, types, version)`, `listComponents(store, type)` |
 * | read a source folder                | `readSourceDirectory(path)`                                             |
 * | definitions by kind                 | `permissionSets(store)`, `roles`, `queues`, `sharingRules`, `layouts`, `listViews`, `oauthClients`, `customMetadataRecords(store, schema)`, ... |
 * | write a component as XML            | `toXml(type, content)`                                                  |
 * | what a type is                      | `findMetadataType`, `findChildType`, `supportLevelOf`                   |
 *
 * Everything is pure: a plan changes nothing, stores are immutable.
 */
export * from './component';
export { booleanOf, numberOf, objectOf, objectsOf, textOf, textsOf } from './content-access';
export { customMetadataRecords, type CustomMetadataRecord } from './definitions/custom-metadata-records';
export { relatedComponent } from './definitions/metadata-relationships';
export { certificates, type CertificateDefinition } from './definitions/certificates';
export {
  oauthClients,
  type OAuthClientDefinition,
  type PermittedUsers,
} from './definitions/external-client-apps';
export * from './definitions/flexi-pages';
export { groupGrants } from './definitions/group-grants';
export { pageAssignments, type PageAssignmentDefinition } from './definitions/page-assignments';
export * from './definitions/groups-and-roles';
export * from './definitions/labels-and-permissions';
export * from './definitions/path-assistants';
export * from './definitions/permission-sets';
export {
  sharingRules,
  type CriteriaSharingRule,
  type OwnerSharingRule,
  type SharingRule,
  type ShareTarget,
} from './definitions/sharing-rules';
export * from './definitions/compact-layouts';
export * from './definitions/layouts';
export { columnOfFieldPath, COLUMNS_WITHOUT_FIELD, fieldPathOfColumn } from './definitions/list-columns';
export * from './definitions/list-views';
export * from './definitions/user-interface';
export {
  describeMetadata,
  type DescribedMetadataType,
  type DescribeMetadataResult,
} from './describe/describe-metadata';
export { listComponents, type ListedComponent } from './describe/list-components';
export { elementsOf } from './elements/element-tables';
export type { Problem } from './elements/problem';
export { buildSchema } from './loader/build-schema';
export { AssignedKeyPrefixes, type KeyPrefixes } from './loader/key-prefixes';
export type { DataPresence, DeployInput, DeployPlan, PlannedMessage } from './plan/deploy-plan';
export { planDeploy } from './plan/plan-deploy';
export type { Manifest, ManifestType } from './reader/manifest';
export { positionOf, type PackageComponent, type PackageProblem } from './reader/package-component';
export { readPackage, type DeployPackage } from './reader/read-package';
export { readSourceDirectory, type SourceDirectory } from './reader/read-source-directory';
export { checkComponent } from './rules/check-component';
export { referencesOf } from './references/references-of';
export type { Reference } from './references/reference';
export { formulaSites, type FormulaSite } from './references/formula-sites';
export type { ChildType, MetadataType, SupportLevel } from './registry/metadata-type';
export { METADATA_TYPES } from './registry/metadata-types';
export { EXECUTED_SETTINGS } from './registry/settings-types';
export { UNSUPPORTED_TYPES } from './registry/unsupported-types';
export { findChildType, findMetadataType, supportLevelOf } from './registry/type-lookup';
export { buildRetrieveZip, type RetrievedPackage } from './retrieve/build-retrieve-zip';
export { ComponentStore, type PlanOperation } from './store/component-store';
export { componentFromRow, componentToRow, type ComponentRow } from './store/component-row';
export * from './types';
export { toXml } from './xml/write-xml';
