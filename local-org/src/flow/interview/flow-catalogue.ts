import type { CompiledFormula } from '../../formula';
import { compileFormula } from '../../formula';
import type { Flow } from '../definition/flow';
import type { FlowDataType } from '../definition/data-type';
import { readFlow } from '../definition/read-flow';
import {
  formulaTypeOfData,
  formulaTypeOfReference,
  typeOfReference,
  type ReferenceType,
} from '../definition/type-of-reference';
import type { TypeScope } from '../definition/type-scope';
import type { ComponentStore } from '../../metadata';
import { textOf, numberOf } from '../../metadata';
import type { Schema } from '../../schema';
import type { FlowServices } from '../services';

/** What was worked out about one flow. */
interface FlowFacts {
  readonly types: Map<string, ReferenceType | null>;
  readonly formulas: Map<string, CompiledFormula>;
  readonly scope: TypeScope;
}

/**
 * The flows of the org at one moment, with what was worked out about them. A deploy brings another schema or other
 * components, and with them another catalogue.
 */
export class FlowCatalogue {
  private readonly facts = new Map<Flow, FlowFacts>();
  private readonly byName: ReadonlyMap<string, Flow>;

  constructor(
    readonly schema: Schema,
    readonly components: ComponentStore,
    private readonly services: Pick<FlowServices, 'formulas' | 'actions'>,
  ) {
    this.byName = new Map(
      components.all('Flow').map((component) => [component.fullName.toLowerCase(), readFlow(component)]),
    );
  }

  find(name: string): Flow | undefined {
    return this.byName.get(name.toLowerCase());
  }

  all(): readonly Flow[] {
    return [...this.byName.values()];
  }

  /** The flow of that name when it is the active version. */
  active(name: string): Flow | undefined {
    const flow = this.find(name);
    return flow && this.isActive(flow) ? flow : undefined;
  }

  /** A FlowDefinition may switch a flow off (activeVersionNumber 0) or on. */
  isActive(flow: Flow): boolean {
    const definition = this.components.find('FlowDefinition', flow.name);
    const version = definition && numberOf(definition.content, 'activeVersionNumber');
    if (definition && version !== undefined && textOf(flow.component.content, 'status') !== 'Active')
      return version > 0;
    return flow.status === 'Active' && version !== 0;
  }

  /** The type of a reference of a flow; undefined when it stands for nothing. */
  typeOf(flow: Flow, path: string): ReferenceType | undefined {
    const { types, scope } = this.factsOf(flow);
    let type = types.get(path);
    if (type === undefined) types.set(path, (type = typeOfReference(scope, path) ?? null));
    return type ?? undefined;
  }

  /** @throws FormulaError when the formula does not compile */
  formula(flow: Flow, expression: string, dataType: FlowDataType | null): CompiledFormula {
    const { formulas, scope } = this.factsOf(flow);
    const key = `${dataType ?? ''}\n${expression}`;
    let compiled = formulas.get(key);
    if (!compiled) {
      const returnType = dataType === null ? undefined : formulaTypeOfData(dataType);
      compiled = compileFormula(expression, {
        schema: this.schema,
        objectName: flow.start.objectName ?? '',
        usage: 'flow',
        blankHandling: 'BlankAsBlank',
        ...(returnType && { returnType }),
        globalType: (path) => formulaTypeOfReference(scope, path),
      });
      formulas.set(key, compiled);
    }
    return compiled;
  }

  scopeOf(flow: Flow): TypeScope {
    return this.factsOf(flow).scope;
  }

  private factsOf(flow: Flow): FlowFacts {
    let facts = this.facts.get(flow);
    if (!facts)
      this.facts.set(flow, (facts = { types: new Map(), formulas: new Map(), scope: this.newScope(flow) }));
    return facts;
  }

  private newScope(flow: Flow): TypeScope {
    const { formulas, actions } = this.services;
    return {
      flow,
      schema: this.schema,
      globalType: (path) => formulas.services.globals.globalType(path, flow.start.objectName ?? ''),
      findFlow: (name) => this.find(name),
      actionOutputs: (type, name) => {
        const action = actions.find(type, name);
        return action && new Map(action.outputs.map((output) => [output.name.toLowerCase(), output]));
      },
    };
  }
}
