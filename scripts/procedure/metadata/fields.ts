import type { SourceFolder } from './source-folder';

/** A custom field of the opportunity, or a standard one that the solution labels. */
export interface Field {
  /** `Primary_Competitor__c` */
  readonly name: string;
  /** `Primary Competitor` */
  readonly label: string;
  readonly description: string;
  /** `Percent`, `Lookup` */
  readonly type: string;
  /** `''` when it is no formula field. */
  readonly formula: string;
}

/** The fields of an object by API name. */
export function readFields(folder: SourceFolder, object: string): ReadonlyMap<string, Field> {
  return new Map(
    folder.read(`objects/${object}/fields`, 'field').map(({ name, content }) => [
      name,
      {
        name,
        label: content.at('label') ?? fieldLabel(name, new Map()),
        description: content.at('description') ?? '',
        type: content.at('type') ?? '',
        formula: content.at('formula') ?? '',
      },
    ]),
  );
}

/** What users see for a field: its label, and for a standard field its name in words: `Next Step`. */
export function fieldLabel(name: string, fields: ReadonlyMap<string, Field>): string {
  return fields.get(name)?.label ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
