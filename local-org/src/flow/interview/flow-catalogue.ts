import type { CompiledFormula } from '../../formula';
import type { Flow } from '../definition/flow';
import type { FlowDataType } from '../definition/data-type';
import { readFlow } from '../definition/read-flow';
import type { ReferenceType } from '../definition/type-of-reference';
import type { TypeScope } from '../definition/type-scope';
import type { ComponentStore } from '../../metadata';
import { textOf, numberOf } from '../../metadata';
import type { Schema } from '../../schema';
import { screenComponent } from '../screens/screen-components';
import type { FlowServices } from '../services';
import { CompiledFlow } from './compiled-flow';

/**
 * The flows of the org at one moment, with what was worked out about them. A deploy brings another schema or other
 * components, and with them another catalogue.
 */
export class FlowCatalogue {
  private readonly compiledFlows = new Map<Flow, CompiledFlow>();
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

  /** A flow with its references and formulas compiled. */
  compiled(flow: Flow): CompiledFlow {
    let compiled = this.compiledFlows.get(flow);
    if (!compiled) {
      compiled = new CompiledFlow(flow, this.schema, this.newScope(flow));
      this.compiledFlows.set(flow, compiled);
    }
    return compiled;
  }

  /** The type of a reference of a flow; undefined when it stands for nothing. */
  typeOf(flow: Flow, path: string): ReferenceType | undefined {
    return this.compiled(flow).typeOf(path);
  }

  /** @throws FormulaError when the formula does not compile */
  formula(flow: Flow, expression: string, dataType: FlowDataType | null): CompiledFormula {
    return this.compiled(flow).formula(expression, dataType);
  }

  scopeOf(flow: Flow): TypeScope {
    return this.compiled(flow).scope;
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
      screenComponent: (name) => screenComponent(name, this.components),
    };
  }
}
