import { booleanOf, objectOf, objectsOf, textOf, textsOf, type MetadataObject } from '../../metadata';
import type { CheckScope } from '../checks/check-scope';
import { conditionSetOf, type ConditionSet } from '../definition/conditions';
import { connectorOf } from '../definition/connector';
import type { FlowDataType, FlowValueType } from '../definition/data-type';
import { readValueSource, type ValueSource } from '../definition/value-source';
import { referencesIn } from '../interview/template';
import {
  checkComponentField,
  componentOutput,
  readComponentField,
  type ComponentField,
} from '../screens/component-field';
import { present, type ElementType } from './flow-element';

/** A component of a screen. */
export interface ScreenField {
  readonly name: string;
  /** `InputField`, `DisplayText`, `DropdownBox`, ... */
  readonly fieldType: string;
  readonly dataType: FlowDataType;
  readonly label: string;
  readonly isRequired: boolean;
  readonly defaultValue: ValueSource;
  readonly choiceReferences: readonly string[];
  readonly validation: { readonly formula: string; readonly message: string } | null;
  /** Null when it is always shown. */
  readonly visibility: ConditionSet | null;
  /** Set for a component that is no field of the flow's own. */
  readonly component: ComponentField | null;
  readonly fields: readonly ScreenField[];
}

/** A screen as the runtime shows it. */
export interface FlowScreen {
  readonly name: string;
  readonly label: string;
  readonly allowBack: boolean;
  /** Whether there is a button that goes on, be it to the next screen or to the end. */
  readonly allowFinish: boolean;
  readonly allowPause: boolean;
  /** Labels of buttons that are not the usual ones. */
  readonly buttonLabels: {
    readonly back: string | null;
    readonly nextOrFinish: string | null;
    readonly pause: string | null;
  };
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  readonly helpText: string | null;
  readonly fields: readonly ScreenField[];
  readonly next: string | null;
}

const MULTIPLE: ReadonlySet<string> = new Set(['MultiSelectCheckboxes', 'MultiSelectPicklist']);
const UNSUPPORTED_FIELDS: ReadonlySet<string> = new Set(['Repeater', 'ObjectProvided']);

/** Shows a screen and waits for what the user enters. */
export const screenElement: ElementType = {
  tag: 'screens',
  typeName: 'FlowScreen',
  label: 'Screen',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_screen.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const fields = objectsOf(content, 'fields').map(readField);
    const screen: FlowScreen = {
      name: node.name,
      label: node.label,
      allowBack: booleanOf(content, 'allowBack', true),
      allowFinish: booleanOf(content, 'allowFinish', true),
      allowPause: booleanOf(content, 'allowPause', true),
      buttonLabels: {
        back: textOf(content, 'backButtonLabel') ?? null,
        nextOrFinish: textOf(content, 'nextOrFinishButtonLabel') ?? null,
        pause: textOf(content, 'pauseButtonLabel') ?? null,
      },
      showHeader: booleanOf(content, 'showHeader', true),
      showFooter: booleanOf(content, 'showFooter', true),
      helpText: textOf(content, 'helpText') ?? null,
      fields,
      next: connector?.target ?? null,
    };
    return {
      ...node,
      connectors: present(connector),
      screen,
      resources: new Map(
        flatten(fields)
          .filter(({ component }) => component === null)
          .map((field) => [field.name.toLowerCase(), typeOf(field)]),
      ),
      memberResource(name, scope) {
        const component = flatten(fields).find((field) => field.name.toLowerCase() === name)?.component;
        return component ? componentOutput(component, scope) : undefined;
      },
      run(interview) {
        interview.status = 'Waiting';
        interview.screen = node.name;
        return node.name;
      },
      check(scope) {
        if (scope.flow.processType === 'AutoLaunchedFlow')
          scope.problem("Screens aren't available in autolaunched flows.");
        for (const field of flatten(fields)) checkField(scope, field);
      },
    };
  },
};

/** Fields of a screen with those inside sections. */
export function flatten(fields: readonly ScreenField[]): ScreenField[] {
  return fields.flatMap((field) => [field, ...flatten(field.fields)]);
}

function readField(content: MetadataObject): ScreenField {
  const validation = objectOf(content, 'validationRule');
  const visibility = objectOf(content, 'visibilityRule');
  return {
    name: textOf(content, 'name') ?? '',
    fieldType: textOf(content, 'fieldType') ?? 'InputField',
    dataType: (textOf(content, 'dataType') ?? 'String') as FlowDataType,
    label: textOf(content, 'fieldText') ?? '',
    isRequired: booleanOf(content, 'isRequired'),
    defaultValue: readValueSource(objectOf(content, 'defaultValue')),
    choiceReferences: textsOf(content, 'choiceReferences'),
    validation: validation
      ? {
          formula: textOf(validation, 'formulaExpression') ?? '',
          message: textOf(validation, 'errorMessage') ?? '',
        }
      : null,
    visibility: visibility ? conditionSetOf(visibility) : null,
    component: textOf(content, 'fieldType') === 'ComponentInstance' ? readComponentField(content) : null,
    fields: objectsOf(content, 'fields').map(readField),
  };
}

function typeOf(field: ScreenField): FlowValueType {
  return { dataType: MULTIPLE.has(field.fieldType) ? 'Multipicklist' : field.dataType, isCollection: false };
}

function checkField(scope: CheckScope, field: ScreenField): void {
  if (UNSUPPORTED_FIELDS.has(field.fieldType))
    scope.problem(
      `The screen component type "${field.fieldType}" (${field.name}) isn't supported by the local org.`,
    );
  if (field.component) checkComponentField(scope, field.name, field.component);
  scope.value(field.defaultValue);
  for (const choice of field.choiceReferences) scope.reference(choice);
  for (const path of referencesIn(field.label)) if (!path.startsWith('$')) scope.reference(path);
  if (field.validation) scope.formula(field.validation.formula, 'Boolean');
  if (field.visibility) scope.conditions(field.visibility);
}
