import type { SaveServices } from './save-chunk';
import { SaveEngine } from './save-engine';
import type { DmlEngine } from './types';

/**
 * Makes the engine that saves records. What happens after commits is registered at `services.transactions`;
 * automation is plugged into `services.ports`, also later.
 */
export function createDmlEngine(services: SaveServices): DmlEngine {
  return new SaveEngine(services);
}
