import { booleanOf, objectsOf, textOf } from '../../metadata';
import { connectorOf } from '../definition/connector';
import { referencesIn } from '../interview/template';
import { present, type ElementType } from './flow-element';

const MAX_MESSAGE_CHARACTERS = 255;

/** Refuses the record whose save started the flow, with a message on the page or at a field. */
export const customErrorElement: ElementType = {
  tag: 'customErrors',
  typeName: 'FlowCustomError',
  label: 'Custom Error',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_custom_error.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const messages = objectsOf(content, 'customErrorMessages').map((message) => ({
      text: textOf(message, 'errorMessage') ?? '',
      field: booleanOf(message, 'isFieldError') ? (textOf(message, 'fieldSelection') ?? null) : null,
    }));
    return {
      ...node,
      connectors: present(connector),
      run(interview) {
        for (const { text, field } of messages) {
          const message = interview.text(text).slice(0, MAX_MESSAGE_CHARACTERS);
          interview.trigger?.addError(message, field ?? undefined);
        }
        return connector?.target ?? null;
      },
      check(scope) {
        const { objectName, triggerType } = scope.flow.start;
        if (!triggerType.startsWith('Record'))
          return scope.problem('Custom Error elements are available in record-triggered flows only.');
        const type = scope.object(objectName);
        for (const { text, field } of messages) {
          for (const path of referencesIn(text)) if (!path.startsWith('$')) scope.reference(path);
          if (field !== null && type) scope.field(type, field);
        }
      },
    };
  },
};
