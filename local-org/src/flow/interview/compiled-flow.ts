import { compileFormula, type CompiledFormula } from '../../formula';
import type { Schema } from '../../schema';
import type { FlowDataType } from '../definition/data-type';
import type { Flow } from '../definition/flow';
import type { FlowVariable } from '../definition/resources';
import {
  formulaTypeOfData,
  formulaTypeOfReference,
  typeOfReference,
  type ReferenceType,
} from '../definition/type-of-reference';
import type { TypeScope } from '../definition/type-scope';
import type { FlowElement } from '../elements/flow-element';
import { compileReference, type ReadReference } from './compile-reference';
import { compileTarget, type AssignTarget } from './compile-target';

/** A reference as formulas read it. */
export interface FormulaReference {
  readonly read: ReadReference;
  /** Whether it ends in a percent field, of which formulas see the fraction. */
  readonly isPercent: boolean;
}

/** A flow with what was worked out about it, each part when it was first asked for. */
export class CompiledFlow {
  /** Variables by name in lower case. */
  readonly variables: ReadonlyMap<string, FlowVariable>;
  private readonly elements = new Map<string, FlowElement | null>();
  private readonly types = new Map<string, ReferenceType | null>();
  private readonly references = new Map<string, ReadReference>();
  private readonly targets = new Map<string, AssignTarget>();
  private readonly formulas = new Map<FlowDataType | null, Map<string, CompiledFormula>>();
  /** By the path as a compiled formula carries it. */
  private readonly formulaReferences = new WeakMap<readonly string[], FormulaReference>();

  constructor(
    readonly flow: Flow,
    readonly schema: Schema,
    readonly scope: TypeScope,
  ) {
    this.variables = new Map(
      [...flow.resources].flatMap(([key, resource]): [string, FlowVariable][] =>
        resource.kind === 'variable' ? [[key, resource]] : [],
      ),
    );
  }

  /** The element of that name, as connectors write it. */
  element(name: string): FlowElement | undefined {
    let element = this.elements.get(name);
    if (element === undefined)
      this.elements.set(name, (element = this.flow.elements.get(name.toLowerCase()) ?? null));
    return element ?? undefined;
  }

  /** The type of a reference; undefined when it stands for nothing. */
  typeOf(path: string): ReferenceType | undefined {
    let type = this.types.get(path);
    if (type === undefined) this.types.set(path, (type = typeOfReference(this.scope, path) ?? null));
    return type ?? undefined;
  }

  /** How interviews read a reference: `$Record.Account.Name`. */
  reference(path: string): ReadReference {
    let read = this.references.get(path);
    if (!read) this.references.set(path, (read = compileReference(this.flow, path)));
    return read;
  }

  /** How interviews assign to a variable, to a field of a record, or to `$Flow`. */
  target(path: string): AssignTarget {
    let assign = this.targets.get(path);
    if (!assign) this.targets.set(path, (assign = compileTarget(this, path)));
    return assign;
  }

  /** How formulas read a resource: `['Each_Deal', 'Amount']`. */
  formulaReference(path: readonly string[]): FormulaReference {
    let reference = this.formulaReferences.get(path);
    if (!reference) {
      const name = path.join('.');
      const isPercent = this.typeOf(name)?.field?.type === 'percent';
      this.formulaReferences.set(path, (reference = { read: this.reference(name), isPercent }));
    }
    return reference;
  }

  /** @throws FormulaError when the formula does not compile */
  formula(expression: string, dataType: FlowDataType | null): CompiledFormula {
    let ofType = this.formulas.get(dataType);
    if (!ofType) this.formulas.set(dataType, (ofType = new Map<string, CompiledFormula>()));
    let compiled = ofType.get(expression);
    if (!compiled) ofType.set(expression, (compiled = this.compile(expression, dataType)));
    return compiled;
  }

  private compile(expression: string, dataType: FlowDataType | null): CompiledFormula {
    const returnType = dataType === null ? undefined : formulaTypeOfData(dataType);
    return compileFormula(expression, {
      schema: this.schema,
      objectName: this.flow.start.objectName ?? '',
      usage: 'flow',
      blankHandling: 'BlankAsBlank',
      ...(returnType && { returnType }),
      globalType: (path) => formulaTypeOfReference(this.scope, path),
    });
  }
}
