import { ApiError, formatDatetime, type Clock } from '../core';
import type { RunningUser } from '../execution';
import {
  checkComponent,
  childName,
  componentFromRow,
  componentToRow,
  listViewOf,
  parentName,
  type Component,
  type ComponentRow,
  type ListViewDefinition,
  type PlanOperation,
} from '../metadata';
import type { SObjectType } from '../schema';
import type { RecordStore } from '../storage';
import { ComponentIds } from './deploy/component-ids';
import type { OrgStateHolder } from './org-state';
import { projectListViews } from './setup/projections/list-views';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_private_list_view" (
    owner TEXT NOT NULL, object TEXT NOT NULL, name TEXT NOT NULL, row TEXT NOT NULL,
    PRIMARY KEY (owner, object, name)
  ) WITHOUT ROWID`;
const LIST_VIEW = 'ListView';

/** A list view component with the user who alone sees it. */
interface PrivateListView {
  readonly component: Component;
  readonly ownerId: string;
}

/**
 * The list views that users make. What others see too is metadata like what is deployed: it is retrieved, and a deploy of
 * the same name replaces it. Private list views are no metadata and belong to their users.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm
 */
export class ListViews {
  constructor(
    private readonly store: RecordStore,
    private readonly state: OrgStateHolder,
    private readonly clock: Clock,
  ) {
    store.database.exec(TABLE);
  }

  /** The private list views of a user on an object, in the order of their names. */
  privateOf(type: SObjectType, userId: string): readonly ListViewDefinition[] {
    return this.privateRows('owner = ? AND object = ?', [userId, type.name.toLowerCase()]).map(
      ({ component, ownerId }) => listViewOf(component, ownerId),
    );
  }

  /** The component of a list view; undefined for one that comes with its object. */
  component({ object, name, ownerId }: ListViewDefinition): Component | undefined {
    if (ownerId === null) return this.state.components().find(LIST_VIEW, `${object}.${name}`);
    const found = this.privateRows(
      'owner = ? AND object = ? AND name = ?',
      keyOf(ownerId, `${object}.${name}`),
    );
    return found[0]?.component;
  }

  /**
   * Keeps a list view, new or changed, as the user's own or for all.
   * @throws ApiError FIELD_INTEGRITY_EXCEPTION for a name or label that no list view may have
   */
  keep(component: Component, user: RunningUser, visibility: 'private' | 'public'): ListViewDefinition {
    const [problem] = checkComponent(component);
    if (problem) throw new ApiError('FIELD_INTEGRITY_EXCEPTION', problem.message);
    const isPrivate = visibility === 'private';
    this.store.transaction(() => {
      if (isPrivate) this.writePrivate(component, user.id);
      else this.deletePrivate(component.fullName, user.id);
      this.changeMetadata(component.fullName, isPrivate ? undefined : component, user);
    });
    return listViewOf(component, isPrivate ? user.id : null);
  }

  /** Takes a list view away. */
  remove({ object, name, ownerId }: ListViewDefinition, user: RunningUser): void {
    const fullName = `${object}.${name}`;
    this.store.transaction(() => {
      if (ownerId === null) this.changeMetadata(fullName, undefined, user);
      else this.deletePrivate(fullName, ownerId);
    });
  }

  private writePrivate(component: Component, ownerId: string): void {
    this.store
      .prepare('INSERT OR REPLACE INTO "_private_list_view" (owner, object, name, row) VALUES (?, ?, ?, ?)')
      .run(...keyOf(ownerId, component.fullName), JSON.stringify(componentToRow(component)));
  }

  private deletePrivate(fullName: string, ownerId: string): void {
    this.store
      .prepare('DELETE FROM "_private_list_view" WHERE owner = ? AND object = ? AND name = ?')
      .run(...keyOf(ownerId, fullName));
  }

  private privateRows(where: string, values: readonly string[]): PrivateListView[] {
    const rows = this.store
      .prepare(`SELECT owner, row FROM "_private_list_view" WHERE ${where} ORDER BY name`)
      .all(...values);
    return rows.map(({ owner, row }) => ({
      ownerId: String(owner),
      component: componentFromRow(JSON.parse(String(row)) as ComponentRow),
    }));
  }

  /** A list view changes nothing of the schema: the other state of the org stays, so that no cache is lost. */
  private changeMetadata(fullName: string, after: Component | undefined, user: RunningUser): void {
    const previous = this.state.components();
    const before = previous.find(LIST_VIEW, fullName);
    if (!before && !after) return;
    const operation: PlanOperation = {
      kind: !after ? 'delete' : before ? 'update' : 'create',
      id: { type: LIST_VIEW, fullName },
      ...(before && { before }),
      ...(after && { after }),
    };
    const components = previous.apply([operation]);
    const schema = this.state.schema();
    this.state.replace({ schema, components }, () => {
      const { store, clock } = this;
      const now = formatDatetime(clock.now());
      const ids = new ComponentIds(store, this.state.repository);
      this.state.repository.apply([operation], () => ids.next(), user.id, now);
      const target = { schema, store, clock, userId: user.id };
      projectListViews({ target, components, previous });
    });
  }
}

function keyOf(ownerId: string, fullName: string): [owner: string, object: string, name: string] {
  return [ownerId, parentName(fullName).toLowerCase(), childName(fullName).toLowerCase()];
}
