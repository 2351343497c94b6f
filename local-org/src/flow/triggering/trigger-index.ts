import type { Flow } from '../definition/flow';
import type { FlowCatalogue } from '../interview/flow-catalogue';

/** The last order of the flows that run before those without one. */
const LAST_EARLY_ORDER = 1_000;

/** The active flows of a trigger type, by the object that starts them, in the order in which they run. */
export class TriggerIndex {
  private readonly byKey = new Map<string, Flow[]>();

  constructor(catalogue: FlowCatalogue) {
    for (const flow of catalogue.all()) {
      const { objectName, triggerType } = flow.start;
      if (objectName === null || triggerType === 'None' || !catalogue.isActive(flow)) continue;
      const key = keyOf(triggerType, objectName);
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), flow]);
    }
    for (const flows of this.byKey.values()) flows.sort((a, b) => rankOf(a) - rankOf(b));
  }

  /** `flowsFor('RecordAfterSave', 'Opportunity')` */
  flowsFor(triggerType: string, objectName: string): readonly Flow[] {
    return this.byKey.get(keyOf(triggerType, objectName)) ?? [];
  }
}

function keyOf(triggerType: string, objectName: string): string {
  return `${triggerType} ${objectName.toLowerCase()}`;
}

/** Flows with an order up to 1,000, then those without one, then the others. */
function rankOf({ triggerOrder }: Flow): number {
  return triggerOrder ?? LAST_EARLY_ORDER + 0.5;
}
