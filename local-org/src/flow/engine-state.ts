import type { FlowFaults } from './faults';
import { FlowCatalogue } from './interview/flow-catalogue';
import type { FlowServices } from './services';
import { TriggerIndex } from './triggering/trigger-index';

/** The flows of one moment. */
export interface CurrentFlows {
  readonly catalogue: FlowCatalogue;
  readonly triggers: TriggerIndex;
}

/** What the parts of the engine share. */
export class FlowEngineState {
  private flows: CurrentFlows | null = null;
  private interviews = 0;
  /** When the first interview of this process began, in milliseconds as hexadecimal digits. */
  private started: string | null = null;

  constructor(
    readonly services: FlowServices,
    readonly faults: FlowFaults,
  ) {}

  /** The flows as deployed now. Schema and components are swapped whole, so their identity tells of a change. */
  current(): CurrentFlows {
    const schema = this.services.schema();
    const components = this.services.components();
    if (this.flows?.catalogue.schema !== schema || this.flows.catalogue.components !== components) {
      const catalogue = new FlowCatalogue(schema, components, this.services);
      this.flows = { catalogue, triggers: new TriggerIndex(catalogue) };
    }
    return this.flows;
  }

  /** A name for an interview that no other of this process has. */
  newGuid(): string {
    this.started ??= this.services.clock.now().toString(16);
    return `${this.started}-${(++this.interviews).toString(16).padStart(8, '0')}`;
  }
}
