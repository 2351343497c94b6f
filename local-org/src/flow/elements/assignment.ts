import { objectsOf, textOf } from '../../metadata';
import { connectorOf } from '../definition/connector';
import { valueSourceOf } from '../definition/value-source';
import type { FlowValue } from '../interview/flow-value';
import type { Interview } from '../interview/interview';
import { ASSIGNMENT_OPERATORS } from './assignment-operators';
import { present, type ElementType } from './flow-element';

const ADDING: ReadonlySet<string> = new Set(['Add', 'AddAtStart']);

/** Gives variables and record fields values. */
export const assignmentElement: ElementType = {
  tag: 'assignments',
  typeName: 'FlowAssignment',
  label: 'Assignment',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_assignment.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const items = objectsOf(content, 'assignmentItems').map((item) => {
      const operator = textOf(item, 'operator') ?? 'Assign';
      return {
        target: textOf(item, 'assignToReference') ?? '',
        operator,
        known: ASSIGNMENT_OPERATORS.get(operator),
        source: valueSourceOf(item),
      };
    });
    return {
      ...node,
      connectors: present(connector),
      run(interview) {
        // Texts are filled in before the first assignment of the element takes effect.
        const texts = items.map(({ source }) =>
          source.kind === 'template' ? interview.text(source.text) : null,
        );
        items.forEach(({ target, known, source }, index) => {
          const isGlobal = source.kind === 'reference' && source.path.startsWith('$');
          const isText =
            isGlobal && interview.typeOf(target)?.dataType === 'String' && !interview.typeOf(target)?.field;
          const value =
            texts[index] ??
            (isText
              ? globalText(interview.resolve(source.path), source.path, interview)
              : interview.valueOf(source));
          known?.assign(interview, target, value, interview.dataTypeOf(source));
        });
        return connector?.target ?? null;
      },
      check(scope) {
        for (const { target, operator, known, source } of items) {
          if (!known) {
            scope.problem(`The operator "${operator}" isn't supported by the local org.`);
            continue;
          }
          const from = scope.value(source);
          const to = scope.assignment(target, known.sameType ? from : undefined);
          // Adding to a collection takes one item or many.
          if (from && to?.isCollection && ADDING.has(operator))
            scope.compatible({ ...from, isCollection: true }, to, target);
        }
      },
    };
  },
};

/** An id that becomes text from a global variable has 15 characters. */
function globalText(value: FlowValue, path: string, interview: Interview): FlowValue {
  return typeof value === 'string' && value.length === 18 ? interview.textOf(path) : value;
}
