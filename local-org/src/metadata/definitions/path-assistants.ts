import { booleanOf, objectsOf, textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** A step of a path: one value of its picklist. */
export interface PathStepDefinition {
  readonly value: string;
  /** Fields to be filled in at this step. */
  readonly fields: readonly string[];
  /** Guidance for success, as rich text. */
  readonly guidance: string | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_pathassistant.htm */
export interface PathAssistantDefinition {
  readonly name: string;
  readonly object: string;
  /** The picklist whose values are the steps. */
  readonly field: string;
  /** Developer name; null for records without a record type. */
  readonly recordType: string | null;
  readonly active: boolean;
  readonly steps: readonly PathStepDefinition[];
}

const MASTER_RECORD_TYPE = '__MASTER__';

/** All paths, active or not. */
export function pathAssistants(store: ComponentStore): PathAssistantDefinition[] {
  return store.all('PathAssistant').map(({ content, fullName }) => {
    const recordType = textOf(content, 'recordTypeName') ?? MASTER_RECORD_TYPE;
    return {
      name: fullName,
      object: textOf(content, 'entityName') ?? '',
      field: textOf(content, 'fieldName') ?? '',
      recordType: recordType === MASTER_RECORD_TYPE ? null : recordType,
      active: booleanOf(content, 'active'),
      steps: objectsOf(content, 'pathAssistantSteps').map((step) => ({
        value: textOf(step, 'picklistValueName') ?? '',
        fields: textsOf(step, 'fieldNames'),
        guidance: textOf(step, 'info') ?? null,
      })),
    };
  });
}
