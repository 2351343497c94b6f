import { FormulaError } from '../../formula';
import type { Field, SObjectType } from '../../schema';
import type { ConditionSet, RecordFilterSet } from '../definition/conditions';
import type { FlowDataType } from '../definition/data-type';
import type { Flow } from '../definition/flow';
import { conditionsIn, parseLogic } from '../definition/logic';
import type { ReferenceType } from '../definition/type-of-reference';
import { dataTypeOfField } from '../definition/type-of-reference';
import type { TypeScope } from '../definition/type-scope';
import type { ValueSource } from '../definition/value-source';
import type { FlowCatalogue } from '../interview/flow-catalogue';
import { CONDITION_OPERATORS } from '../interview/condition-operators';
import { RECORD_FILTER_OPERATORS } from '../interview/record-filter-operators';
import { referencesIn } from '../interview/template';
import type { FlowActionRegistry } from '../actions/flow-action';

/** Something wrong with a flow, and where: `path` is that of `positionOf(component, path)`. */
export interface FlowProblem {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

const NUMBERS: ReadonlySet<FlowDataType> = new Set(['Number', 'Currency']);
const TEXTS: ReadonlySet<FlowDataType> = new Set(['String', 'Picklist', 'Multipicklist']);
const DATES: ReadonlySet<FlowDataType> = new Set(['Date', 'DateTime']);

/**
 * What an element is checked with: types of references, and where problems go.
 *
 * UNVERIFIED: the texts. The platform names element, resource and reason in this way; its exact words are not
 * documented.
 */
export class CheckScope implements TypeScope {
  readonly problems: FlowProblem[] = [];
  /** The element under check, as problems name it. */
  subject = '';
  private at: readonly (string | number)[] = [];

  constructor(
    readonly flow: Flow,
    readonly catalogue: FlowCatalogue,
    readonly actions: FlowActionRegistry,
    private readonly types: TypeScope,
  ) {}

  get schema(): TypeScope['schema'] {
    return this.types.schema;
  }

  /** Sets the element that is checked from now on. */
  enter(subject: string, path: readonly (string | number)[]): void {
    this.subject = subject;
    this.at = path;
  }

  globalType: TypeScope['globalType'] = (path) => this.types.globalType(path);
  findFlow: TypeScope['findFlow'] = (name) => this.types.findFlow(name);
  screenComponent: TypeScope['screenComponent'] = (name) => this.types.screenComponent(name);
  actionOutputs: TypeScope['actionOutputs'] = (type, name) => this.types.actionOutputs(type, name);

  problem(message: string): void {
    const named = this.subject === '' ? message : `${this.subject} - ${message}`;
    this.problems.push({ message: named, path: this.at });
  }

  /** The type of a reference; reports one that stands for nothing. */
  reference(path: string): ReferenceType | undefined {
    const [first = ''] = path.split('.');
    if (first.endsWith('[$EachItem]')) return undefined;
    const type = this.catalogue.typeOf(this.flow, path);
    if (!type && !this.explains(path, first)) this.problem(`The resource "${path}" doesn't exist.`);
    return type;
  }

  /** Checks the references of a value. @returns its type where it is known */
  value(source: ValueSource): ReferenceType | undefined {
    switch (source.kind) {
      case 'reference':
        return this.reference(source.path);
      case 'template':
        // An unknown global in a text stays as it is written.
        for (const path of referencesIn(source.text)) if (!path.startsWith('$')) this.reference(path);
        return { dataType: 'String', isCollection: false };
      case 'formula':
        this.formula(source.expression, source.dataType);
        return { dataType: source.dataType, isCollection: false };
      case 'collection':
        for (const item of source.items) this.value(item);
        return undefined;
      case 'literal':
        return literalType(source.value);
    }
  }

  formula(expression: string, dataType: FlowDataType | null): void {
    try {
      this.catalogue.formula(this.flow, expression, dataType);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      this.problem(`The formula expression is invalid: ${error.message}`);
    }
  }

  object(name: string | null): SObjectType | undefined {
    const type = name === null ? undefined : this.schema.find(name);
    if (!type) this.problem(`The object "${name ?? ''}" doesn't exist.`);
    return type;
  }

  field(type: SObjectType, name: string): Field | undefined {
    const field = type.field(name);
    if (!field) this.problem(`The field "${name}" for the object "${type.name}" doesn't exist.`);
    return field;
  }

  /** Checks a value that a field is to get. */
  fieldValue(type: SObjectType, name: string, source: ValueSource): void {
    const field = this.field(type, name);
    const from = this.value(source);
    if (field && from)
      this.compatible(from, { dataType: dataTypeOfField(field), isCollection: false, field }, name);
  }

  filters(type: SObjectType, set: RecordFilterSet): void {
    for (const { field: name, operator, value } of set.filters) {
      const field = this.field(type, name);
      if (!RECORD_FILTER_OPERATORS.has(operator) && operator !== 'IsChanged')
        this.problem(`The operator "${operator}" isn't supported by the local org.`);
      const from = this.value(value);
      if (field && !field.filterable)
        this.problem(`The field "${name}" for the object "${type.name}" can't be filtered.`);
      if (field && from && operator !== 'IsNull' && operator !== 'IsChanged' && !from.isCollection)
        this.compatible(from, { dataType: dataTypeOfField(field), isCollection: false, field }, name);
    }
    this.logic(set.logic, set.filters.length);
  }

  conditions(set: ConditionSet): void {
    for (const { left, operator, right } of set.conditions) {
      if (operator !== 'WasVisited' && operator !== 'WasSelected') this.reference(left);
      if (!CONDITION_OPERATORS.has(operator))
        this.problem(`The operator "${operator}" isn't supported by the local org.`);
      this.value(right);
    }
    if (set.formula !== undefined) this.formula(set.formula, 'Boolean');
    else this.logic(set.logic, set.conditions.length);
  }

  /** Checks that a value may be assigned to a reference. */
  assignment(path: string, from: ReferenceType | undefined): ReferenceType | undefined {
    const to = this.reference(path);
    const resource = this.flow.resources.get(path.split('.')[0]?.toLowerCase() ?? '');
    if (resource && resource.kind !== 'variable')
      this.problem(`The ${resource.kind} "${resource.name}" can't be assigned a value.`);
    if (to && from) this.compatible(from, to, path);
    return to;
  }

  /** Reports a value of a type that the target cannot hold. */
  compatible(from: ReferenceType, to: ReferenceType, name: string): void {
    if (from.members || to.members || canHold(from, to)) return;
    const problem = `The data type ${describe(from)} isn't compatible with ${name}, whose data type is ${describe(to)}.`;
    this.problem(problem);
  }

  private logic(text: string, count: number): void {
    const logic = parseLogic(text);
    if (!logic || conditionsIn(logic).some((index) => index >= count))
      this.problem(`The condition logic "${text}" is invalid.`);
  }

  /** Reports the part of a path that is wrong, when its beginning is right. */
  private explains(path: string, first: string): boolean {
    const segments = path.split('.');
    for (let length = segments.length - 1; length > 0; length--) {
      const owner = this.catalogue.typeOf(this.flow, segments.slice(0, length).join('.'));
      if (owner?.dataType !== 'SObject' || owner.isCollection || owner.objectName === undefined) continue;
      this.problem(
        `The field "${segments[length] ?? ''}" for the object "${owner.objectName}" doesn't exist.`,
      );
      return true;
    }
    return first === '';
  }
}

function literalType(value: unknown): ReferenceType | undefined {
  if (typeof value === 'number') return { dataType: 'Number', isCollection: false };
  if (typeof value === 'boolean') return { dataType: 'Boolean', isCollection: false };
  return undefined;
}

function canHold(from: ReferenceType, to: ReferenceType): boolean {
  if (from.dataType === 'Apex' || to.dataType === 'Apex') return true;
  if (to.isCollection !== from.isCollection) return false;
  if (to.dataType === 'SObject') return from.dataType === 'SObject' && sameObject(from, to);
  if (TEXTS.has(to.dataType)) return true;
  if (from.dataType === 'SObject') return to.dataType === 'Boolean';
  if (NUMBERS.has(to.dataType)) return NUMBERS.has(from.dataType);
  if (DATES.has(to.dataType)) return DATES.has(from.dataType);
  return from.dataType === to.dataType || (to.dataType === 'Boolean' && TEXTS.has(from.dataType));
}

function sameObject(from: ReferenceType, to: ReferenceType): boolean {
  return (
    from.objectName === undefined ||
    to.objectName === undefined ||
    from.objectName.toLowerCase() === to.objectName.toLowerCase()
  );
}

function describe(type: ReferenceType): string {
  const name = type.dataType === 'SObject' ? (type.objectName ?? 'SObject') : type.dataType;
  return type.isCollection ? `${name} collection` : name;
}
