import type { NestedSaves, SaveServices } from './save-chunk';
import { SaveEngine } from './save-engine';

/**
 * Makes the engine that saves records. What happens after commits is registered at `services.transactions`;
 * automation is plugged into `services.ports`, also later.
 */
export function createDmlEngine(services: SaveServices): NestedSaves {
  return new SaveEngine(services);
}
