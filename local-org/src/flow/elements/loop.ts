import { textOf } from '../../metadata';
import { connectorOf } from '../definition/connector';
import { typeOfReference } from '../definition/type-of-reference';
import { isCollection } from '../interview/flow-value';
import { present, type ElementType } from './flow-element';

/** Goes through a collection, one item at a time. The item is reached by the name of the loop. */
export const loopElement: ElementType = {
  tag: 'loops',
  typeName: 'FlowLoop',
  label: 'Loop',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_loop.htm',
  read(content, node) {
    const collection = textOf(content, 'collectionReference') ?? '';
    const variable = textOf(content, 'assignNextValueToReference') ?? null;
    const isDescending = textOf(content, 'iterationOrder') === 'Desc';
    const each = connectorOf(content, 'nextValueConnector');
    const after = connectorOf(content, 'noMoreValuesConnector');
    const { key } = node;
    return {
      ...node,
      connectors: present(each, after),
      run(interview) {
        let state = interview.loops.get(key);
        if (!state) {
          const value = interview.resolve(collection);
          const items = isCollection(value) ? value : [];
          state = { items: isDescending ? [...items].reverse() : items, index: -1 };
          interview.loops.set(key, state);
        }
        state.index++;
        if (state.index >= state.items.length) {
          interview.loops.delete(key);
          return after?.target ?? null;
        }
        if (variable !== null)
          interview.assign(
            variable,
            state.items[state.index] ?? null,
            interview.typeOf(collection)?.dataType,
          );
        return each?.target ?? null;
      },
      output(scope) {
        const [first = ''] = collection.split('.');
        // A loop over itself has no type.
        if (first.toLowerCase() === key) return undefined;
        const type = typeOfReference(scope, collection);
        return type && { ...type, isCollection: false };
      },
      check(scope) {
        const type = scope.reference(collection);
        if (type && !type.isCollection) scope.problem(`The resource "${collection}" isn't a collection.`);
        if (variable !== null) scope.assignment(variable, type && { ...type, isCollection: false });
      },
    };
  },
};
