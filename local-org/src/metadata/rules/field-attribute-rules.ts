/** What a field of one metadata type must say, may not say, and the ranges of its numbers. */
export interface FieldTypeRule {
  readonly must: readonly string[];
  readonly mayNot: readonly string[];
  /** Least and greatest length. */
  readonly length?: readonly [number, number];
  readonly formula?: boolean;
}

const SIZE = ['length', 'precision', 'scale'] as const;
const KEYS = ['unique', 'externalId'] as const;
const RELATION = ['referenceTo', 'relationshipName', 'deleteConstraint', 'lookupFilter'] as const;
const PICKLIST = ['valueSet'] as const;
const SUMMARY = ['summaryForeignKey', 'summaryOperation', 'summarizedField', 'summaryFilterItems'] as const;

type Group = readonly string[];

/** All attributes that belong to some types only, less those of this type. */
const exceptGroups = (...groups: readonly Group[]): readonly string[] => {
  const allowed = new Set(groups.flat());
  return [...SIZE, ...KEYS, ...RELATION, ...PICKLIST, ...SUMMARY, 'visibleLines', 'displayFormat'].filter(
    (attribute) => !allowed.has(attribute),
  );
};

const plain = (formula = false): FieldTypeRule => ({ must: ['label'], mayNot: exceptGroups(), formula });
const number: FieldTypeRule = {
  must: ['label', 'precision', 'scale'],
  mayNot: exceptGroups(['precision', 'scale']),
  formula: true,
};
const long: FieldTypeRule = {
  must: ['label', 'length', 'visibleLines'],
  mayNot: [...exceptGroups(['length', 'visibleLines']), 'required'],
  length: [256, 131_072],
};

/**
 * Rules by metadata field type. Custom fields only; standard fields take what metadata may change about them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export const FIELD_TYPE_RULES: Readonly<Record<string, FieldTypeRule>> = {
  AutoNumber: {
    must: ['label', 'displayFormat'],
    mayNot: [...exceptGroups(['displayFormat', 'externalId', 'unique']), 'required', 'defaultValue'],
  },
  Checkbox: { must: ['label', 'defaultValue'], mayNot: [...exceptGroups(), 'required'], formula: true },
  Currency: number,
  Date: plain(true),
  DateTime: plain(true),
  Email: { must: ['label'], mayNot: exceptGroups(KEYS) },
  EncryptedText: {
    must: ['label', 'length', 'maskChar', 'maskType'],
    mayNot: exceptGroups(['length']),
    length: [1, 175],
  },
  Hierarchy: {
    must: ['label', 'relationshipName'],
    mayNot: exceptGroups(['relationshipName', 'referenceTo', 'lookupFilter']),
  },
  Html: long,
  Location: { must: ['label', 'scale'], mayNot: exceptGroups(['scale']) },
  LongTextArea: long,
  Lookup: { must: ['label', 'referenceTo'], mayNot: exceptGroups(RELATION) },
  MasterDetail: {
    must: ['label', 'referenceTo', 'relationshipName'],
    mayNot: [...exceptGroups(['referenceTo', 'relationshipName']), 'required', 'defaultValue'],
  },
  MetadataRelationship: { must: ['label', 'referenceTo'], mayNot: exceptGroups(RELATION, ['unique']) },
  MultiselectPicklist: {
    must: ['label', 'valueSet', 'visibleLines'],
    mayNot: exceptGroups(PICKLIST, ['visibleLines']),
  },
  Number: { ...number, mayNot: exceptGroups(['precision', 'scale'], KEYS) },
  Percent: number,
  Phone: plain(),
  Picklist: { must: ['label', 'valueSet'], mayNot: exceptGroups(PICKLIST) },
  Summary: {
    must: ['label', 'summaryForeignKey', 'summaryOperation'],
    mayNot: [...exceptGroups(SUMMARY), 'required', 'defaultValue'],
  },
  Text: {
    must: ['label', 'length'],
    mayNot: exceptGroups(['length'], KEYS),
    length: [1, 255],
    formula: true,
  },
  TextArea: plain(),
  Time: plain(true),
  Url: plain(),
};
