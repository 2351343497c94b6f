import { objectsOf } from '../../metadata';
import { connectorOf } from '../definition/connector';
import { present, type ElementType } from './flow-element';

/** A note of an old flow: does nothing and goes on. */
export const stepElement: ElementType = {
  tag: 'steps',
  typeName: 'FlowStep',
  label: 'Step',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm',
  read(content, node) {
    const connectors = present(
      ...objectsOf(content, 'connectors').map((connector) => connectorOf({ connector })),
    );
    return {
      ...node,
      connectors,
      run: () => connectors[0]?.target ?? null,
      check(scope) {
        if (connectors.length > 1)
          scope.problem('A step with more than one connector is not supported by the local org.');
      },
    };
  },
};
