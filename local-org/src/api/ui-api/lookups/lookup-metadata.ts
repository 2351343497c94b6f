import type { Field, SObjectType } from '../../../schema';
import { compactFields } from '../layouts/compact-layout';
import { columnOf } from '../list-views/list-columns';
import { nameFieldsOf } from '../object-info/name-fields';
import type { UiRequest } from '../request/ui-request';

/**
 * How a lookup is searched and its results are shown.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_lookup_metadata.htm
 */
export function lookupMetadata(
  ui: UiRequest,
  source: SObjectType,
  lookup: Field,
  targets: readonly SObjectType[],
): Record<string, unknown> {
  return {
    fieldApiName: lookup.name,
    objectApiName: source.name,
    secondaryField: targets.length === 1 && targets[0] ? secondaryField(ui, targets[0]) : null,
    targetInfo: Object.fromEntries(targets.map((target) => [target.name, targetInfo(ui, target)])),
  };
}

/** The field that is shown below the name: the second one of the compact layout. Null when there is none. */
export function secondaryField(ui: UiRequest, target: SObjectType): string | null {
  const names = nameFieldsOf(target);
  const fields = compactFields(ui, target, null).flatMap((name) => target.field(name) ?? []);
  const secondary = fields.find(
    (field) =>
      !names.includes(field.name) && !field.relationship && columnOf(ui, target, field.name) !== undefined,
  );
  return secondary?.name ?? null;
}

function targetInfo(ui: UiRequest, target: SObjectType): unknown {
  const name = target.nameField?.name ?? 'Id';
  const secondary = secondaryField(ui, target);
  const displayFields = secondary === null ? [name] : [name, secondary];
  return {
    advancedLookupInfo: {
      displayInfo: {
        fields: displayFields.map((fieldPath) => ({
          fieldPath,
          label: columnOf(ui, target, fieldPath)?.label ?? fieldPath,
          objectApiName: target.name,
        })),
      },
    },
    errorMessages: [],
    objectApiName: target.name,
    suggestionsInfo: { displayLayout: { displayFields }, matchingInfo: { matchingFields: [name] } },
  };
}
