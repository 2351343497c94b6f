import type { LocalOrg } from '../../org';
import { pathAssistants, type PathAssistantDefinition } from '../../metadata';

/** A step as the page shows it. */
export interface RecordPathStep {
  readonly value: string;
  readonly label: string;
  /** Whether records in it are done with: it is reached through the last step. */
  readonly closed: boolean;
  readonly won: boolean;
  readonly fields: readonly string[];
  readonly guidance: string | null;
}

/** The path of the records of an object and record type. */
export interface RecordPath {
  readonly field: string;
  readonly steps: readonly RecordPathStep[];
}

/**
 * The active path of a record type; null when there is none. Its steps are the values of the record type, in their
 * order; those that the path says nothing of have neither fields nor guidance.
 * @param recordType developer name; null for records without one
 * @see https://help.salesforce.com/s/articleView?id=sf.path_overview.htm
 */
export function recordPath(org: LocalOrg, object: string, recordType: string | null): RecordPath | null {
  const path = pathAssistants(org.components()).find(
    (candidate) =>
      candidate.active &&
      candidate.object.toLowerCase() === object.toLowerCase() &&
      candidate.recordType?.toLowerCase() === recordType?.toLowerCase(),
  );
  const field = path && org.schema().find(path.object)?.field(path.field);
  if (!path || !field) return null;
  const allowed = allowedValues(org, path);
  const steps = new Map(path.steps.map((step) => [step.value, step]));
  return {
    field: field.name,
    steps: (field.picklist?.values ?? [])
      .filter(({ value, active }) => active && (allowed?.includes(value) ?? true))
      .map(({ value, label, closed, won, converted }) => ({
        value,
        label,
        closed: closed ?? converted ?? false,
        won: won ?? converted ?? false,
        fields: steps.get(value)?.fields ?? [],
        guidance: steps.get(value)?.guidance ?? null,
      })),
  };
}

/** Values that the record type allows; undefined when it allows all. */
function allowedValues(org: LocalOrg, path: PathAssistantDefinition): readonly string[] | undefined {
  const type = org.schema().find(path.object);
  const recordType = type?.definition.recordTypes?.find(
    ({ developerName }) => developerName.toLowerCase() === path.recordType?.toLowerCase(),
  );
  return recordType?.picklistValues[path.field]?.values;
}
