import elementTypes from '../generated/element-types.json';
import enums from '../generated/enums.json';

/** How often an element may stand in its parent. */
export type Occurrence = 'optional' | 'required' | 'repeated';

/** What the Metadata API says about an element of a type, or about an attribute of its start tag. */
export interface ElementDeclaration {
  /** `property`; an attribute's name begins with `@`: `@targets`. */
  readonly name: string;
  /** `string`, `boolean`, `int`, `double`, `date`, `dateTime`, `anyType`, ..., an enum, or a complex type. */
  readonly type: string;
  readonly occurrence: Occurrence;
}

const tables: Readonly<Record<string, string>> = elementTypes;
const enumTables: Readonly<Record<string, string>> = enums;
const parsedTypes = new Map<string, ReadonlyMap<string, ElementDeclaration>>();
const parsedEnums = new Map<string, ReadonlySet<string>>();

/** Whether the tables hold a complex type of that name. */
export function isComplexType(typeName: string): boolean {
  return Object.hasOwn(tables, typeName);
}

/**
 * The elements and attributes of a complex type by name, inherited ones included.
 *
 * @throws RangeError when the tables have no such type: ask {@link isComplexType} first
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm
 */
export function elementsOf(typeName: string): ReadonlyMap<string, ElementDeclaration> {
  let elements = parsedTypes.get(typeName);
  if (!elements) {
    const row = tables[typeName];
    if (row === undefined) throw new RangeError(`no element table for ${typeName}`);
    elements = parseRow(row);
    parsedTypes.set(typeName, elements);
  }
  return elements;
}

/** The values of an enum; undefined when the name is no enum. */
export function enumValues(typeName: string): ReadonlySet<string> | undefined {
  const row = enumTables[typeName];
  if (row === undefined) return undefined;
  let values = parsedEnums.get(typeName);
  if (!values) {
    values = new Set(row.split('|'));
    parsedEnums.set(typeName, values);
  }
  return values;
}

/** Reads `Base|name:type! other:type[] @attribute:type`; `!` marks required, `[]` repeated elements. */
function parseRow(row: string): ReadonlyMap<string, ElementDeclaration> {
  const [base = '', declarations = ''] = row.split('|');
  const elements = new Map(base === '' ? [] : elementsOf(base));
  for (const declaration of declarations.split(' ')) {
    const match = /^(@?\w+):(\w+)(\[\]|!)?$/.exec(declaration);
    if (!match) continue;
    const [, name = '', type = '', mark] = match;
    const occurrence: Occurrence = mark === '[]' ? 'repeated' : mark === '!' ? 'required' : 'optional';
    elements.set(name, { name, type, occurrence });
  }
  return elements;
}
