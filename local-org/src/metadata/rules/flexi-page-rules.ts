import type { Component } from '../component';
import { objectOf, objectsOf, textOf } from '../content-access';
import type { ComponentProblem } from './component-problem';

/**
 * A facet of a Lightning page that no component shows.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm
 */
export function facetProblems({ content }: Component): ComponentProblem[] {
  const regions = objectsOf(content, 'flexiPageRegions');
  const shown = new Set(
    regions
      .flatMap((region) => objectsOf(region, 'itemInstances'))
      .flatMap((item) => objectsOf(objectOf(item, 'componentInstance') ?? {}, 'componentInstanceProperties'))
      .map((property) => textOf(property, 'value')),
  );
  return regions.flatMap((region, index) => {
    const name = textOf(region, 'name');
    if (textOf(region, 'type') !== 'Facet' || name === undefined || shown.has(name)) return [];
    const message = `The facet ${name} is defined by a component in the FlexiPage but not actually used.`;
    return [{ message, path: ['flexiPageRegions', index, 'name'] }];
  });
}
