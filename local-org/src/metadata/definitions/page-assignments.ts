import type { MetadataObject } from '../component';
import { objectsOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/**
 * Which Lightning page stands for an action: of an object everywhere, of an object in an app, or of an app's users with
 * a profile and records of a record type.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customapplication.htm
 */
export interface PageAssignmentDefinition {
  /** `View`, `Tab` (a home page), `New`, `Edit` */
  readonly action: string;
  /** The object, or `standard-home`. */
  readonly target: string;
  /** Name of the Lightning page; null for the platform's own page. */
  readonly page: string | null;
  /** `Large` or `Small`; null for both. */
  readonly formFactor: string | null;
  /** Null outside any app. */
  readonly app: string | null;
  /** Name of the profile; null for all. */
  readonly profile: string | null;
  /** Developer name of the record type without its object; null for all. */
  readonly recordType: string | null;
}

/** All assignments of Lightning pages, from objects and apps. */
export function pageAssignments(store: ComponentStore): PageAssignmentDefinition[] {
  const ofObjects = store
    .all('CustomObject')
    .flatMap(({ fullName, content }) =>
      objectsOf(content, 'actionOverrides').flatMap((override) => assignmentOf(override, null, fullName)),
    );
  const ofApps = store
    .all('CustomApplication')
    .flatMap(({ fullName, content }) =>
      ['actionOverrides', 'profileActionOverrides'].flatMap((element) =>
        objectsOf(content, element).flatMap((override) =>
          assignmentOf(override, fullName, textOf(override, 'pageOrSobjectType') ?? ''),
        ),
      ),
    );
  return [...ofObjects, ...ofApps];
}

/** Overrides by Visualforce or Aura say nothing about Lightning pages. */
function assignmentOf(
  override: MetadataObject,
  app: string | null,
  target: string,
): PageAssignmentDefinition[] {
  const type = textOf(override, 'type')?.toLowerCase() ?? '';
  if (type !== 'flexipage' && type !== 'default') return [];
  const recordType = textOf(override, 'recordType');
  return [
    {
      action: textOf(override, 'actionName') ?? '',
      target,
      page: type === 'flexipage' ? (textOf(override, 'content') ?? null) : null,
      formFactor: textOf(override, 'formFactor') ?? null,
      app,
      profile: textOf(override, 'profile') ?? null,
      recordType: recordType?.slice(recordType.indexOf('.') + 1) ?? null,
    },
  ];
}
