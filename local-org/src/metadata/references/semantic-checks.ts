import type { Component } from '../component';
import type { ComponentProblem } from '../rules/component-problem';
import { customMetadataProblems } from './custom-metadata-checks';
import { fieldContextProblems } from './field-checks';
import { flexiPageProblems } from './flexi-page-checks';
import { listViewProblems } from './list-view-checks';
import { permissionProblems } from './permission-checks';
import { businessProcessProblems, recordTypeProblems } from './record-type-checks';
import type { ReferenceScope } from './resolve-reference';
import { sharingModelProblems } from './sharing-model-checks';

type Check = (component: Component, scope: ReferenceScope) => readonly ComponentProblem[];

/** Checks that need the whole org, by type. */
const CHECKS: Readonly<Record<string, Check>> = {
  BusinessProcess: businessProcessProblems,
  CustomField: fieldContextProblems,
  CustomMetadata: customMetadataProblems,
  CustomObject: sharingModelProblems,
  FlexiPage: flexiPageProblems,
  ListView: listViewProblems,
  PermissionSet: permissionProblems,
  Profile: permissionProblems,
  RecordType: recordTypeProblems,
};

/** What exists but does not fit: a permission on a required field, a picklist value outside its field. */
export function semanticProblems(component: Component, scope: ReferenceScope): readonly ComponentProblem[] {
  return CHECKS[component.type]?.(component, scope) ?? [];
}
