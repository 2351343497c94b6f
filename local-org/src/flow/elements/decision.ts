import { objectsOf, textOf } from '../../metadata';
import { conditionSetOf, requiresChange } from '../definition/conditions';
import { connectorOf } from '../definition/connector';
import { conditionsHold } from '../interview/condition-operators';
import type { Interview } from '../interview/interview';
import { present, type ElementType } from './flow-element';

/** Takes the first outcome whose conditions hold. */
export const decisionElement: ElementType = {
  tag: 'decisions',
  typeName: 'FlowDecision',
  label: 'Decision',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_decision.htm',
  read(content, node) {
    const otherwise = connectorOf(content, 'defaultConnector');
    const rules = objectsOf(content, 'rules').map((rule) => ({
      key: (textOf(rule, 'name') ?? '').toLowerCase(),
      set: conditionSetOf(rule),
      requiresChange: requiresChange(rule),
      connector: connectorOf(rule),
    }));
    const isMet = (interview: Interview, rule: (typeof rules)[number]): boolean => {
      if (!conditionsHold(interview, rule.set)) return false;
      if (!rule.requiresChange || interview.trigger?.isNew !== false) return true;
      return !interview.asBefore(() => conditionsHold(interview, rule.set));
    };
    return {
      ...node,
      connectors: present(...rules.map((rule) => rule.connector), otherwise),
      resources: new Map(rules.map(({ key }) => [key, { dataType: 'Boolean', isCollection: false }])),
      run(interview) {
        const met = rules.find((rule) => isMet(interview, rule));
        for (const rule of rules) interview.values.set(rule.key, rule === met);
        return (met ? met.connector : otherwise)?.target ?? null;
      },
      check(scope) {
        for (const rule of rules) {
          scope.conditions(rule.set);
          if (rule.requiresChange && scope.flow.start.objectName === null)
            scope.problem(
              'Only record-triggered flows know whether a record was changed to meet the conditions.',
            );
        }
      },
    };
  },
};
