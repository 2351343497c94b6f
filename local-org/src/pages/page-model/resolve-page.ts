import { STANDARD_COMPONENTS } from '../client/standard-components';
import { BUNDLE_TYPE } from '../modules/component-bundle';
import type {
  ComponentStore,
  FlexiPageDefinition,
  PageComponentDefinition,
  PageItemDefinition,
} from '../../metadata';
import type { Schema } from '../../schema';
import { dynamicRelatedList } from './dynamic-related-list';
import type { FormFactor, PageComponent, PageItem, PageRegion } from './page-model';
import { typedProperties, type PropertyValue } from './property-values';
import { isVisible, type VisibilityFacts } from './visibility';

/** What a page is resolved with. */
export interface PageResolution {
  readonly facts: VisibilityFacts;
  readonly formFactor: FormFactor;
  readonly components: ComponentStore;
  readonly schema: Schema;
  /** Object of the page's record; null without one. */
  readonly object: string | null;
  /** Address of the module of a component of the org; undefined when there is none of that name. */
  moduleOf(name: string): string | undefined;
}

/** Standard components whose properties name fields in a way that is the metadata's own. */
const PROPERTIES: Readonly<
  Record<string, (properties: Properties, schema: Schema, object: string) => Record<string, PropertyValue>>
> = { 'lst:dynamicRelatedList': dynamicRelatedList };

/** Resolves the regions of a page for a user: what is hidden from him is left out, facets stand in their components. */
export function resolveRegions(page: FlexiPageDefinition, resolution: PageResolution): PageRegion[] {
  const facets = new Map(
    page.regions.filter(({ kind }) => kind === 'Facet').map((facet) => [facet.name, facet.items]),
  );
  return page.regions
    .filter(({ kind }) => kind === 'Region')
    .map(({ name, items }) => ({ name, items: visibleItems(items, name, facets, resolution) }));
}

type Properties = Readonly<Record<string, string | readonly string[]>>;
type Facets = ReadonlyMap<string, readonly PageItemDefinition[]>;

function visibleItems(
  items: readonly PageItemDefinition[],
  place: string,
  facets: Facets,
  resolution: PageResolution,
): PageItem[] {
  return items.flatMap((item, index): PageItem[] => {
    if (!isVisible(item.visibility, resolution.facts) || !isMadeFor(item, resolution.formFactor)) return [];
    const key = item.identifier ?? `${place}/${index}`;
    if (item.kind === 'component') return [resolveComponent(item, key, facets, resolution)];
    return [{ kind: 'field', key, field: item.field, behavior: item.behavior }];
  });
}

/** A standard component may be for some devices only, such as the details of a record on phones. */
function isMadeFor(item: PageItemDefinition, formFactor: FormFactor): boolean {
  const { formFactors } = (item.kind === 'component' && STANDARD_COMPONENTS[item.name]) || {};
  return formFactors?.includes(formFactor) ?? true;
}

function resolveComponent(
  component: PageComponentDefinition,
  key: string,
  facets: Facets,
  resolution: PageResolution,
): PageComponent {
  const own = ownName(component.name);
  const module = own === undefined ? undefined : resolution.moduleOf(own);
  const properties: Record<string, string | readonly string[]> = {};
  const inside: Record<string, PageItem[]> = {};
  // A facet cannot hold the component that it stands in: it is taken out on the way down.
  const others = new Map(facets);
  for (const [name, value] of Object.entries(component.properties)) {
    const items = typeof value === 'string' ? facets.get(value) : undefined;
    if (typeof value === 'string' && items) {
      others.delete(value);
      inside[name] = visibleItems(items, `${key}/${name}`, others, resolution);
    } else {
      properties[name] =
        typeof value === 'string'
          ? shownText(value)
          : value
              .filter((entry) => isVisible(entry.visibility, resolution.facts))
              .map((entry) => entry.value);
    }
  }
  return {
    kind: 'component',
    name: own === undefined ? component.name : `c:${own}`,
    key,
    ...(module !== undefined && { module }),
    properties:
      own === undefined
        ? standardProperties(component.name, properties, resolution)
        : typedProperties(resolution.components.find(BUNDLE_TYPE, own), properties),
    facets: inside,
  };
}

function standardProperties(
  name: string,
  properties: Properties,
  { schema, object }: PageResolution,
): Record<string, PropertyValue> {
  return object === null ? properties : (PROPERTIES[name]?.(properties, schema, object) ?? properties);
}

/**
 * A text of the platform's own stands in a page as `@@@SFDCSystem_InformationSFDC@@@`.
 * UNVERIFIED: that its label is the name without underscores.
 */
function shownText(value: string): string {
  const [, name] = /^@@@SFDC(.+)SFDC@@@$/.exec(value) ?? [];
  return name === undefined ? value : name.replaceAll('_', ' ');
}

/** `c:dealHealth` and `dealHealth` are the org's own; anything else with a namespace is the platform's. */
function ownName(name: string): string | undefined {
  const [, own] = /^(?:c:)?(\w+)$/.exec(name) ?? [];
  return own;
}
