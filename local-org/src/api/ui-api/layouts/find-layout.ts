import { layouts, profiles, type ComponentStore, type LayoutDefinition } from '../../../metadata';
import { shippedName } from '../../../org';
import type { SObjectType } from '../../../schema';
import type { UiRequest } from '../request/ui-request';
import { generatedLayout } from './generated-layout';

interface LayoutAssignment {
  readonly layout: string;
  /** `Opportunity.Partner`; null for records without one of the record types that are named. */
  readonly recordType: string | null;
}

/** What the deployed metadata says about layouts. */
interface DeployedLayouts {
  readonly byName: ReadonlyMap<string, LayoutDefinition>;
  readonly byObject: ReadonlyMap<string, LayoutDefinition>;
  /** Assignments by the name of the profile in lower case. */
  readonly assignments: ReadonlyMap<string, readonly LayoutAssignment[]>;
}

const deployed = new WeakMap<ComponentStore, DeployedLayouts>();

/**
 * The page layout of a user for records of a record type: the one that the user's profile assigns, else the object's
 * first one, else a generated one.
 * @see https://help.salesforce.com/s/articleView?id=sf.customize_layoutassign.htm
 * @param recordType developer name; null for the master record type
 */
export function findLayout(ui: UiRequest, type: SObjectType, recordType: string | null): LayoutDefinition {
  const known = deployedLayouts(ui.deps.org.components());
  const own = (known.assignments.get(profileName(ui)) ?? []).filter(
    ({ layout }) => known.byName.get(layout.toLowerCase())?.object.toLowerCase() === type.name.toLowerCase(),
  );
  const wanted = recordType === null ? null : `${type.name}.${recordType}`.toLowerCase();
  const assigned =
    own.find((entry) => wanted !== null && entry.recordType?.toLowerCase() === wanted) ??
    own.find((entry) => entry.recordType === null);
  return (
    known.byName.get(assigned?.layout.toLowerCase() ?? '') ??
    known.byObject.get(type.name.toLowerCase()) ??
    generatedLayout(type, layoutableChildren(ui, type))
  );
}

function deployedLayouts(components: ComponentStore): DeployedLayouts {
  let known = deployed.get(components);
  if (!known) deployed.set(components, (known = readLayouts(components)));
  return known;
}

function readLayouts(components: ComponentStore): DeployedLayouts {
  const all = layouts(components);
  return {
    byName: new Map(all.map((layout) => [`${layout.object}-${layout.name}`.toLowerCase(), layout])),
    // Of several layouts the first one stays.
    byObject: new Map([...all].reverse().map((layout) => [layout.object.toLowerCase(), layout])),
    assignments: new Map(
      profiles(components).map(({ name, layoutAssignments }) => [shippedName(name), layoutAssignments]),
    ),
  };
}

function profileName({ deps, context }: UiRequest): string {
  const row = deps.org.store
    .prepare('SELECT lower("Name") AS name FROM "Profile" WHERE "Id" = ?')
    .get(context.user.profileId);
  return String(row?.['name'] ?? '');
}

function layoutableChildren({ deps }: UiRequest, type: SObjectType): SObjectType[] {
  const names = new Set(type.childRelationships.map(({ childObject }) => childObject));
  return [...names].flatMap((name) => {
    const child = deps.org.schema().find(name);
    return child?.definition.capabilities.layoutable ? [child] : [];
  });
}
