import type { DeployMessage, PlannedMessage } from '../../metadata';
import type { RecordStore } from '../../storage';
import type { ComponentRepository } from '../component-repository';

/** Ids of components: those already deployed keep theirs. */
export class ComponentIds {
  constructor(
    private readonly store: RecordStore,
    private readonly repository: ComponentRepository,
  ) {}

  next(): string {
    return String(this.store.takeFromSequence('component')).padStart(15, '0');
  }

  /** Result rows with the ids that their components have at this moment, and the time. */
  complete(messages: readonly PlannedMessage[], now: string): DeployMessage[] {
    const createdDate = now.replace('+0000', 'Z');
    return messages.map((message) => ({
      ...message,
      id: this.repository.audit(message.componentType, message.fullName)?.id ?? null,
      createdDate,
    }));
  }
}
