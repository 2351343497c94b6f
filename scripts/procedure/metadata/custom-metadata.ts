import type { SourceFolder } from './source-folder';

/** A record of a custom metadata type. */
export interface MetadataRecord {
  /** `Proposal_Sent` */
  readonly name: string;
  /** `Proposal sent` */
  readonly label: string;
  /** The value of a field, `''` when it is blank. */
  text(field: string): string;
  /** The value of a number field, `undefined` when it is blank. */
  number(field: string): number | undefined;
  flag(field: string): boolean;
}

/** The active records of a custom metadata type, by name: `readRecords(folder, 'Stage_Gate')`. */
export function readRecords(folder: SourceFolder, type: string): readonly MetadataRecord[] {
  return readAllRecords(folder, type).filter((record) => record.flag('Active__c'));
}

/** The records of a custom metadata type, switched off or not, by name. */
export function readAllRecords(folder: SourceFolder, type: string): readonly MetadataRecord[] {
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
        text,
        number: (field: string) => (text(field) === '' ? undefined : Number(text(field))),
        flag: (field: string) => text(field) === 'true',
      };
    });
}
