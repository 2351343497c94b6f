import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLScalarType,
} from 'graphql';
import type { Field, FieldType } from '../../../schema';
import { scalar } from './scalars';

/** What a type of field is in GraphQL: its name, and the scalar of its values. */
export interface ValueKind {
  /** `Currency` of `CurrencyValue`, `CurrencyOperators`. */
  readonly name: string;
  readonly scalar: GraphQLScalarType;
}

const kind = (name: string, type: GraphQLScalarType = scalar(name)): ValueKind => ({ name, scalar: type });

const STRING = kind('String', GraphQLString);
const PICKLIST = kind('Picklist');

/** Kinds by type of field; fields of other types are not in the schema. */
const KINDS: Partial<Record<FieldType, ValueKind>> = {
  string: STRING,
  textarea: kind('TextArea'),
  boolean: kind('Boolean', GraphQLBoolean),
  // Numbers of the platform go beyond the 32 bits of GraphQL's own.
  int: kind('Int', scalar('Integer')),
  long: kind('Long'),
  double: kind('Double', GraphQLFloat),
  currency: kind('Currency'),
  percent: kind('Percent'),
  date: kind('Date'),
  datetime: kind('DateTime'),
  time: kind('Time'),
  email: kind('EmailAddress'),
  phone: kind('PhoneNumber'),
  url: kind('Url'),
  picklist: PICKLIST,
  multipicklist: kind('MultiPicklist'),
  combobox: PICKLIST,
  reference: kind('ID', GraphQLID),
  id: kind('ID', GraphQLID),
  encryptedstring: kind('EncryptedString'),
};

/** What a field is in GraphQL; undefined for one that the schema leaves out: binary and compound fields. */
export function valueKind({ type, extraTypeInfo, length }: Field): ValueKind | undefined {
  if (type !== 'textarea') return KINDS[type];
  if (extraTypeInfo === 'richtextarea') return RICH_TEXT;
  return length > MAX_TEXT_AREA ? LONG_TEXT : KINDS.textarea;
}

const RICH_TEXT = kind('RichTextArea');
const LONG_TEXT = kind('LongTextArea');
const MAX_TEXT_AREA = 255;

const valueTypes = new Map<string, GraphQLObjectType>();

/**
 * The type of a field's value: `{ value: 1000, displayValue: '$1,000.00' }`, of a picklist with its label.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/schema-field-value.html
 */
export function valueType({ name, scalar: type }: ValueKind): GraphQLObjectType {
  let known = valueTypes.get(name);
  if (!known) {
    known = new GraphQLObjectType({
      name: `${name}Value`,
      fields: {
        value: { type },
        displayValue: { type: GraphQLString },
        ...(name === 'Picklist' ? { label: { type: GraphQLString } } : {}),
      },
    });
    valueTypes.set(name, known);
  }
  return known;
}

/** Values of `LongValue`: what is counted. */
export const LONG_VALUE = valueType(kind('Long'));
/** Values of `DoubleValue`: averages. */
export const DOUBLE_VALUE = valueType(kind('Double', GraphQLFloat));
