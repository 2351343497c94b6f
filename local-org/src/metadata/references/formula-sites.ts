import { parentName, type Component } from '../component';
import { textOf } from '../content-access';
import { fieldHosts } from '../loader/activity-fields';
import type { PathStep } from '../xml/xml-element';

/** A formula in a component's metadata, to be compiled against the schema. */
export interface FormulaSite {
  readonly component: Component;
  /** For `positionOf(component, path)`. */
  readonly path: readonly PathStep[];
  readonly expression: string;
  /** API name of the object whose record it reads. */
  readonly objectName: string;
  readonly usage: 'formulaField' | 'validationRule' | 'defaultValue';
  /** What it must return; absent when any type will do. */
  readonly returnType?: 'Text' | 'Number' | 'Boolean' | 'Date' | 'DateTime' | 'Time';
  readonly blankHandling: 'BlankAsZero' | 'BlankAsBlank';
}

const RETURN_TYPES: Readonly<Record<string, NonNullable<FormulaSite['returnType']>>> = {
  Checkbox: 'Boolean',
  Currency: 'Number',
  Date: 'Date',
  DateTime: 'DateTime',
  Email: 'Text',
  LongTextArea: 'Text',
  Number: 'Number',
  Percent: 'Number',
  Phone: 'Text',
  Text: 'Text',
  TextArea: 'Text',
  Time: 'Time',
  Url: 'Text',
};

type SiteReader = (component: Component) => readonly FormulaSite[];

const READERS: Readonly<Record<string, SiteReader>> = {
  CustomField: fieldSites,
  ValidationRule: ruleSites,
};

/** The formulas of a component: field formulas, default values, rule conditions. */
export function formulaSites(component: Component): readonly FormulaSite[] {
  return READERS[component.type]?.(component) ?? [];
}

function fieldSites(component: Component): FormulaSite[] {
  const { content } = component;
  const returnType = RETURN_TYPES[textOf(content, 'type') ?? ''];
  const site = {
    component,
    objectName: fieldHosts(parentName(component.fullName))[0] ?? '',
    ...(returnType ? { returnType } : {}),
    blankHandling:
      textOf(content, 'formulaTreatBlanksAs') === 'BlankAsBlank'
        ? ('BlankAsBlank' as const)
        : ('BlankAsZero' as const),
  };
  const formula = textOf(content, 'formula');
  const defaultValue = textOf(content, 'defaultValue');
  const isConstant = returnType === 'Boolean' && /^(true|false)$/i.test(defaultValue ?? '');
  return [
    ...(formula === undefined
      ? []
      : [{ ...site, path: ['formula'], expression: formula, usage: 'formulaField' as const }]),
    ...(defaultValue === undefined || isConstant
      ? []
      : [{ ...site, path: ['defaultValue'], expression: defaultValue, usage: 'defaultValue' as const }]),
  ];
}

function ruleSites(component: Component): FormulaSite[] {
  const expression = textOf(component.content, 'errorConditionFormula');
  if (expression === undefined) return [];
  return [
    {
      component,
      path: ['errorConditionFormula'],
      expression,
      objectName: parentName(component.fullName),
      usage: 'validationRule',
      returnType: 'Boolean',
      // Rules ask for blank numbers with ISBLANK, so a blank is no zero here.
      blankHandling: 'BlankAsBlank',
    },
  ];
}
