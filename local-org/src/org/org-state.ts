import { AssignedKeyPrefixes, buildSchema, type ComponentStore } from '../metadata';
import { Schema, standardObjects } from '../schema';
import type { RecordStore } from '../storage';
import { ComponentRepository } from './component-repository';

/** The org's metadata and what follows from it, at one moment. A deploy replaces it as a whole. */
export interface OrgState {
  readonly schema: Schema;
  readonly components: ComponentStore;
}

/** Holds the state of the moment; everything else asks it with `schema()` or `components()`. */
export class OrgStateHolder {
  private current: OrgState;
  readonly repository: ComponentRepository;

  /** Reads the deployed metadata and brings the tables in line with it. */
  constructor(store: RecordStore) {
    this.repository = new ComponentRepository(store);
    const components = this.repository.load();
    const prefixes = new AssignedKeyPrefixes(this.repository.keyPrefixes());
    const schema = new Schema(buildSchema(standardObjects(), components, prefixes));
    store.transaction(() => store.migrate(schema));
    this.current = { schema, components };
  }

  readonly schema = (): Schema => this.current.schema;

  readonly components = (): ComponentStore => this.current.components;

  /** Runs work against another state, which stays only when the work throws nothing. */
  replace<T>(state: OrgState, work: () => T): T {
    const previous = this.current;
    this.current = state;
    try {
      return work();
    } catch (error) {
      this.current = previous;
      throw error;
    }
  }
}
