import type { Problems } from '../problems';
import type { ObjectModel } from '../schema/object-model';
import { indented, union } from '../write/type-text';
import type { ApexTypes } from './apex-types';
import {
  qualifiedName,
  typeReferenceText,
  type ApexField,
  type ApexType,
  type TypeReference,
} from './declarations';
import { isApexType, type JsonView } from './json-view';

/** What the types of a package are written from. */
export interface ApexPackage {
  readonly types: ApexTypes;
  readonly objects: readonly ObjectModel[];
  readonly problems: Problems;
}

/** TypeScript of a list, set or map. */
const COLLECTIONS: Readonly<Record<string, (types: readonly string[]) => string>> = {
  list: ([element = 'unknown']) => `readonly ${grouped(element)}[]`,
  set: ([element = 'unknown']) => `readonly ${grouped(element)}[]`,
  // JSON has texts only as keys.
  map: ([, value = 'unknown']) => `Readonly<Record<string, ${value}>>`,
};

/** Types of objects whose properties need not be given. */
const HOLDS_OBJECTS = /\bApex\.|\bPartial</;

/** `readonly (readonly string[])[]`: the element of an array needs brackets when it is one. */
const grouped = (type: string): string => (/^readonly |\|/.test(type) ? `(${type})` : type);

/**
 * Writes Apex types as TypeScript, as one door of the platform shows them. It remembers the classes and enums that
 * were named, to declare them: `Apex.DealController.Health`.
 */
export class TypeWriter {
  private readonly used = new Map<string, ApexType>();
  private readonly objectNames: ReadonlyMap<string, string>;

  constructor(
    private readonly apex: ApexPackage,
    private readonly view: JsonView,
  ) {
    this.objectNames = new Map(apex.objects.map(({ name }) => [name.toLowerCase(), name]));
  }

  /**
   * The type of a value that is there: `readonly Apex.Deal.Reason[]`.
   * @returns `never`, with a problem that names file and line, when the type is not known or does not travel
   */
  text(type: TypeReference, scope: ApexType): string {
    if (type.arrayDepth > 0) {
      const element = { ...type, arrayDepth: type.arrayDepth - 1 };
      return `readonly ${grouped(this.text(element, scope))}[]`;
    }
    return (
      this.collectionText(type, scope) ??
      this.classText(type, scope) ??
      this.scalarText(type) ??
      this.refuseUnknown(type, scope)
    );
  }

  /** The same, null where Apex may give it: everywhere but for collections. */
  resultText(type: TypeReference | null, scope: ApexType): string {
    if (type === null) return 'null';
    const text = this.text(type, scope);
    return type.arrayDepth > 0 || this.isCollection(type) ? text : `${text} | null`;
  }

  /** The type of a value that is sent: nothing inside has to be given, and null is taken. */
  inputText(type: TypeReference, scope: ApexType): string {
    const text = this.text(type, scope);
    return `${HOLDS_OBJECTS.test(text) ? `Records.JsonInput<${text}>` : text} | null`;
  }

  /** Declarations of all classes and enums that were named, with those that they name: `namespace Apex { ... }`. */
  declarations(): string {
    const written = new Map<string, string>();
    // Writing a class may name further ones, which the map then holds too.
    for (const [name, type] of this.used) written.set(name, this.declaration(type));
    if (written.size === 0) return '';
    const around = (name: string): string => name.split('.').slice(0, -1).join('.');
    const groups = Map.groupBy([...written.keys()].sort(), around);
    const texts = [...groups].map(([outer, names]) => {
      const text = names.map((name) => written.get(name) ?? '').join('');
      return outer === '' ? text : `export namespace ${outer} {\n${indented(text)}}\n`;
    });
    return `/** Classes and enums, under their Apex names. */\nexport namespace Apex {\n${indented(texts.join(''))}}\n`;
  }

  private collectionText(type: TypeReference, scope: ApexType): string | null {
    if (!this.isCollection(type)) return null;
    const name = type.names[0]?.toLowerCase() ?? '';
    if (!this.view.collections.includes(name)) return null;
    return COLLECTIONS[name]?.(type.arguments.map((argument) => this.text(argument, scope))) ?? null;
  }

  private isCollection({ names, arguments: types }: TypeReference): boolean {
    return names.length === 1 && types.length > 0 && (names[0]?.toLowerCase() ?? '') in COLLECTIONS;
  }

  private classText(type: TypeReference, scope: ApexType): string | null {
    if (type.arguments.length > 0) return null;
    const found = this.apex.types.resolve(type, scope);
    if (!found) return null;
    if (found.kind === 'interface') {
      return this.refuse(
        type,
        scope,
        `Interface '${qualifiedName(found)}' does not travel to ${this.view.reader}`,
      );
    }
    if (found.kind === 'class' && this.fieldsOf(found).length === 0 && this.baseOf(found) === null) {
      const { members, reader } = this.view;
      return this.refuse(type, scope, `Class '${qualifiedName(found)}' has no ${members} for ${reader}`);
    }
    this.used.set(qualifiedName(found), found);
    return `Apex.${qualifiedName(found)}`;
  }

  private scalarText({ names, arguments: types }: TypeReference): string | null {
    if (types.length > 0) return null;
    const name = names
      .join('.')
      .toLowerCase()
      .replace(/^(?:system|schema)\./, '');
    const scalar = this.view.scalars[name];
    if (scalar !== undefined) return scalar;
    const object = this.objectNames.get(name);
    // A query need not have read all fields.
    return object === undefined ? null : `Partial<Records.${object}>`;
  }

  private declaration(type: ApexType): string {
    if (type.kind === 'enum') return `export type ${type.name} = ${union(type.constants)};\n`;
    const base = this.baseOf(type);
    const extension = base === null ? '' : ` extends ${base}`;
    const fields = this.fieldsOf(type).map((field) => this.fieldText(field, type));
    return `export interface ${type.name}${extension} {\n${indented(fields.join(''))}}\n`;
  }

  /** A field that Apex never leaves blank is required; the others may be null or left out. */
  private fieldText({ name, type, hasInitialValue, annotations }: ApexField, scope: ApexType): string {
    const isFilled = hasInitialValue || annotations['invocablevariable']?.['required'] === 'true';
    const text = this.text(type, scope);
    return `readonly ${name}${isFilled ? '' : '?'}: ${text}${isFilled ? '' : ' | null'};\n`;
  }

  private fieldsOf(type: ApexType): readonly ApexField[] {
    return type.fields.filter((field) => !field.modifiers.includes('static') && this.view.hasField(field));
  }

  /** The nearest superclass that shows anything. */
  private baseOf(type: ApexType): string | null {
    const superclass = this.apex.types.superclassOf(type);
    if (!superclass) return null;
    if (this.fieldsOf(superclass).length === 0) return this.baseOf(superclass);
    this.used.set(qualifiedName(superclass), superclass);
    return `Apex.${qualifiedName(superclass)}`;
  }

  private refuseUnknown(type: TypeReference, scope: ApexType): 'never' {
    const text = typeReferenceText(type);
    const isKnown = isApexType(type.names.join('.').toLowerCase());
    return this.refuse(
      type,
      scope,
      isKnown ? `Type '${text}' does not travel to ${this.view.reader}` : `Unknown type '${text}'`,
    );
  }

  private refuse({ line }: TypeReference, { file }: ApexType, message: string): 'never' {
    this.apex.problems.add({ file, line }, message);
    return 'never';
  }
}
