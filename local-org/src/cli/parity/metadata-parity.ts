import { EXECUTED_SETTINGS, METADATA_TYPES, UNSUPPORTED_TYPES, type SupportLevel } from '../../metadata';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const TYPES_PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm';
const STATUS = { executed: 'supported', stored: 'partial' } as const;

/** Types of which only some members take effect, with which. */
const PARTLY_EXECUTED: Readonly<Record<string, string>> = {
  QuickAction: 'takes effect: Create, LogACall, SendEmail, Update',
  Settings: `takes effect: ${[...EXECUTED_SETTINGS].join(', ')}`,
};

/** Metadata types: what takes effect, what is stored only, what is refused. */
export function metadataParity(): ParityDocument {
  const rows = METADATA_TYPES.flatMap((type) => [
    typeRow(type.name, type.support),
    ...type.children.map((child) => typeRow(`${type.name} / ${child.name}`, child.support)),
  ]);
  const refused = [...UNSUPPORTED_TYPES].sort();
  return parityDocument(
    'parity/metadata.md',
    'Metadata types',
    '`supported`: definitions take effect or are served to clients. `partial`: checked, kept and retrieved, not ' +
      'executed; a deploy says so in a warning.',
    [
      { heading: 'Types', rows },
      {
        heading: 'Refused by name',
        rows: [],
        after: `A package that names one of these ${refused.length} types fails: ${refused.map((name) => `\`${name}\``).join(', ')}.`,
      },
    ],
  );
}

function typeRow(name: string, support: SupportLevel): ParityRow {
  const note = PARTLY_EXECUTED[name];
  return {
    feature: name,
    status: note === undefined ? STATUS[support] : 'partial',
    documentation: TYPES_PAGE,
    test: 'local-org/src/metadata/deploy-cases.test.ts',
    ...(note === undefined ? {} : { note }),
  };
}
