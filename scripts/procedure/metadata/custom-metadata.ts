import type { FieldName, ObjectName } from 'opportunity-hub/records';
import type { SourceFolder } from './source-folder';

/** Name of a custom metadata type without its suffix: `Stage_Gate`. */
type MetadataType = ObjectName extends infer Name
  ? Name extends `${infer Type}__mdt`
    ? Type
    : never
  : never;

/** Fields of the solution that a custom metadata type has; each must exist in its metadata. */
type FieldOf<Type extends MetadataType> = Extract<FieldName<`${Type}__mdt`>, `${string}__c`>;

/** A record of a custom metadata type. */
export interface MetadataRecord<Type extends MetadataType> {
  /** `Proposal_Sent` */
  readonly name: string;
  /** `Proposal sent` */
  readonly label: string;
  /** Whether it is in force: `Active__c`, which every policy of the solution has. */
  readonly active: boolean;
  /** The value of a field, `''` when it is blank. */
  text(field: FieldOf<Type>): string;
  /** The value of a number field, `undefined` when it is blank. */
  number(field: FieldOf<Type>): number | undefined;
  flag(field: FieldOf<Type>): boolean;
}

/** The active records of a custom metadata type, by name: `readRecords(folder, 'Stage_Gate')`. */
export function readRecords<Type extends MetadataType>(
  folder: SourceFolder,
  type: Type,
): readonly MetadataRecord<Type>[] {
  return readAllRecords(folder, type).filter(({ active }) => active);
}

/** The records of a custom metadata type, switched off or not, by name. */
export function readAllRecords<Type extends MetadataType>(
  folder: SourceFolder,
  type: Type,
): readonly MetadataRecord<Type>[] {
  return folder
    .read('customMetadata', 'md')
    .filter(({ name }) => name.startsWith(`${type}.`))
    .map(({ name, content }) => {
      const values = new Map(
        content.all('values').map((value) => [value.at('field') ?? '', value.at('value') ?? '']),
      );
      const text = (field: string): string => values.get(field) ?? '';
      return {
        name: name.slice(type.length + 1),
        label: content.at('label') ?? name,
        active: text('Active__c') === 'true',
        text,
        number: (field: string) => (text(field) === '' ? undefined : Number(text(field))),
        flag: (field: string) => text(field) === 'true',
      };
    });
}
