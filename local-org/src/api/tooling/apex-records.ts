import type { AccessControl } from '../../access';
import type { RecordValues } from '../../core';
import type { LocalOrg } from '../../org';
import { createQueryEngine, type QueryEngine } from '../../query';
import { Schema } from '../../schema';
import { RecordStore } from '../../storage';
import {
  APEX_OBJECTS,
  apexDefinitionOf,
  NAMED_OBJECT,
  namedRows,
  type ApexToolingObject,
} from './apex-objects';

/**
 * Records of Tooling API about Apex. They live in a database of their own in memory and are made anew for each query,
 * with those of the objects that it may lead to.
 */
export class ApexRecords {
  readonly schema = new Schema([...APEX_OBJECTS.map(apexDefinitionOf), NAMED_OBJECT]);
  private readonly store = RecordStore.open(':memory:');
  private readonly engine: QueryEngine;

  constructor(
    private readonly org: LocalOrg,
    access: AccessControl,
  ) {
    this.store.migrate(this.schema);
    this.engine = createQueryEngine({
      schema: () => this.schema,
      store: this.store,
      access,
      clock: org.clock,
    });
  }

  has(objectName: string): boolean {
    return this.find(objectName) !== undefined;
  }

  find(objectName: string): ApexToolingObject | undefined {
    return APEX_OBJECTS.find(({ name }) => name.toLowerCase() === objectName.toLowerCase());
  }

  /** The engine over the records of an object. */
  engineFor(objectName: string): QueryEngine {
    const object = this.find(objectName);
    if (object) {
      const targets = this.targetsOf(object);
      this.store.transaction(() => {
        for (const each of [object, ...targets]) this.replace(each.name, each.rows(this.org));
        this.replace(NAMED_OBJECT.name, namedRows(this.org));
      });
    }
    return this.engine;
  }

  close(): void {
    this.store.close();
  }

  private targetsOf({ fields }: ApexToolingObject): ApexToolingObject[] {
    const names = new Set(fields.flatMap(({ relationship }) => relationship?.referenceTo ?? []));
    return APEX_OBJECTS.filter(({ name }) => names.has(name));
  }

  private replace(objectName: string, rows: readonly RecordValues[]): void {
    const type = this.schema.find(objectName);
    if (!type) return;
    this.store.prepare(`DELETE FROM "${type.name}"`).run();
    this.store.insert(type, rows);
  }
}
