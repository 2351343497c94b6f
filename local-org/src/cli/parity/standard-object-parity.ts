import { standardObjects, type SObjectDefinition } from '../../schema';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const REFERENCE =
  'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_list.htm';
const RIGHTS = { createable: 'create', updateable: 'edit', deletable: 'delete', queryable: 'query' } as const;

/** The standard objects of an empty org. */
export function standardObjectParity(): ParityDocument {
  const objects = [...standardObjects()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return parityDocument(
    'parity/standard-objects.md',
    'Standard objects',
    'Fields, types, lengths, picklists and relationships are as orgs describe them. What an object does in a save is ' +
      'in [order-of-execution.md](order-of-execution.md). Objects that are not listed do not exist here.',
    [{ heading: 'Objects', rows: objects.map(objectRow) }],
  );
}

function objectRow({ name, keyPrefix, fields, capabilities }: SObjectDefinition): ParityRow {
  const operations = Object.entries(RIGHTS)
    .filter(([capability]) => capabilities[capability as keyof typeof RIGHTS])
    .map(([, word]) => word);
  return {
    feature: name,
    status: 'supported',
    documentation: REFERENCE,
    test: 'local-org/src/schema/standard/standard-objects.test.ts',
    note: `${keyPrefix ?? 'no prefix'}; ${fields.length} fields; ${operations.join(', ')}`,
  };
}
