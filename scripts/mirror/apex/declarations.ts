/** A type as it is written in Apex: `Map<Id, List<Deal.Reason>>[]`. */
export interface TypeReference {
  /** `['Deal', 'Reason']` */
  readonly names: readonly string[];
  /** Types between angle brackets. */
  readonly arguments: readonly TypeReference[];
  /** Pairs of brackets behind it. */
  readonly arrayDepth: number;
  readonly line: number;
}

/** Parameters of annotations by annotation, all names in lower case: `{ auraenabled: { cacheable: 'true' } }`. */
export type Annotations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What every member of a class has. */
interface Member {
  readonly name: string;
  /** Lower case: `['public', 'static']`. */
  readonly modifiers: readonly string[];
  readonly annotations: Annotations;
  readonly line: number;
}

/** A field or property. */
export interface ApexField extends Member {
  readonly type: TypeReference;
  /** Whether it is declared with a value other than null, so that it holds one from the start. */
  readonly hasInitialValue: boolean;
}

export interface ApexMethod extends Member {
  /** Null for void. */
  readonly returnType: TypeReference | null;
  readonly parameters: readonly { readonly name: string; readonly type: TypeReference }[];
}

/** A class, interface or enum. */
export interface ApexType {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  /** Path of its source. */
  readonly file: string;
  readonly line: number;
  /** The type around an inner type. */
  readonly outer: ApexType | null;
  readonly annotations: Annotations;
  readonly superclass: TypeReference | null;
  readonly fields: readonly ApexField[];
  readonly methods: readonly ApexMethod[];
  readonly inner: readonly ApexType[];
  /** Constants of an enum. */
  readonly constants: readonly string[];
}

/** `Deal.Reason` of an inner type. */
export function qualifiedName({ name, outer }: ApexType): string {
  return outer ? `${qualifiedName(outer)}.${name}` : name;
}

/** A type as text: `Map<Id, List<Deal>>`. */
export function typeReferenceText({ names, arguments: types, arrayDepth }: TypeReference): string {
  const generic = types.length > 0 ? `<${types.map(typeReferenceText).join(', ')}>` : '';
  return `${names.join('.')}${generic}${'[]'.repeat(arrayDepth)}`;
}
