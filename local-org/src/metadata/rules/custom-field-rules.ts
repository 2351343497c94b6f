import { childName, type Component, type MetadataObject } from '../component';
import { booleanOf, numberOf, objectOf, objectsOf, textOf } from '../content-access';
import type { ComponentProblem } from './component-problem';
import { FIELD_TYPE_RULES, type FieldTypeRule } from './field-attribute-rules';

/** Digits a number field may have in all. */
const MAX_PRECISION = 18;
const NUMBER_TYPES = new Set(['Number', 'Currency', 'Percent']);
/** A formula brings its own result: these attributes of the type no longer count. */
const NOT_ASKED_OF_FORMULAS = new Set(['length', 'defaultValue']);

/**
 * Checks a custom field by the rules of its type. Standard fields pass.
 * UNVERIFIED: the platform's wording for lengths, precision and scale out of range.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export function customFieldProblems(component: Component): ComponentProblem[] {
  const { content } = component;
  if (!/__(c|pc)$/i.test(childName(component.fullName))) return [];
  const type = textOf(content, 'type');
  if (type === undefined) return [{ message: 'Must specify a non-empty type for the CustomField', path: [] }];
  const rule = FIELD_TYPE_RULES[type];
  if (!rule)
    return [{ message: `CustomField of type ${type} is not supported by the local org`, path: ['type'] }];
  return [
    ...attributeProblems(content, type, rule),
    ...rangeProblems(content, type, rule),
    ...formulaProblems(content, type, rule),
    ...valueSetProblems(content),
    ...summaryProblems(content, type),
    ...relationshipProblems(component, type),
  ];
}

function attributeProblems(content: MetadataObject, type: string, rule: FieldTypeRule): ComponentProblem[] {
  const isFormula = textOf(content, 'formula') !== undefined;
  const missing = rule.must
    .filter((name) => content[name] === undefined && !(isFormula && NOT_ASKED_OF_FORMULAS.has(name)))
    .map((name) => ({ message: missingMessage(name, type) }));
  const superfluous = rule.mayNot
    .filter((name) => isGiven(content, name, type))
    .map((name) => ({
      message: `Can not specify '${name}' for a CustomField of type ${type}`,
      path: [name],
    }));
  return [...missing, ...superfluous];
}

function missingMessage(name: string, type: string): string {
  if (name === 'label') return 'Must specify a non-empty label for the CustomField';
  return `Must specify '${name}' for a CustomField of type ${type}`;
}

/** `false` says nothing, except for `required` on a master-detail field. */
function isGiven(content: MetadataObject, name: string, type: string): boolean {
  const value = content[name];
  if (value === undefined) return false;
  return value !== false || (name === 'required' && type === 'MasterDetail');
}

function rangeProblems(content: MetadataObject, type: string, rule: FieldTypeRule): ComponentProblem[] {
  const problems: ComponentProblem[] = [];
  const length = numberOf(content, 'length');
  if (rule.length && length !== undefined && (length < rule.length[0] || length > rule.length[1])) {
    const [least, greatest] = rule.length;
    problems.push({
      message: `'length' must be between ${least} and ${greatest} for a CustomField of type ${type}`,
      path: ['length'],
    });
  }
  if (!NUMBER_TYPES.has(type)) return problems;
  const precision = numberOf(content, 'precision') ?? MAX_PRECISION;
  const scale = numberOf(content, 'scale') ?? 0;
  if (precision < 1 || precision > MAX_PRECISION) {
    problems.push({
      message: `'precision' must be between 1 and ${MAX_PRECISION} for a CustomField of type ${type}`,
      path: ['precision'],
    });
  }
  if (scale < 0 || scale > precision) {
    problems.push({
      message: `'scale' must be between 0 and 'precision' for a CustomField of type ${type}`,
      path: ['scale'],
    });
  }
  return problems;
}

function formulaProblems(content: MetadataObject, type: string, rule: FieldTypeRule): ComponentProblem[] {
  if (textOf(content, 'formula') === undefined) return [];
  const problems: ComponentProblem[] = [];
  if (!rule.formula)
    problems.push({
      message: `Can not specify 'formula' for a CustomField of type ${type}`,
      path: ['formula'],
    });
  if (content['defaultValue'] !== undefined) {
    problems.push({
      message: 'Can not specify a defaultValue for CustomFields that have a formula',
      path: ['defaultValue'],
    });
  }
  for (const name of ['required', 'unique', 'externalId']) {
    if (!booleanOf(content, name)) continue;
    problems.push({
      message: `Can not specify '${name}' for a CustomField that has a formula`,
      path: [name],
    });
  }
  return problems;
}

function valueSetProblems(content: MetadataObject): ComponentProblem[] {
  const valueSet = objectOf(content, 'valueSet');
  if (!valueSet) return [];
  const named = textOf(valueSet, 'valueSetName') !== undefined;
  const definition = objectOf(valueSet, 'valueSetDefinition');
  if (named === (definition !== undefined)) {
    const message = 'Value set must reference a value set name or define a value set, but not both';
    return [{ message, path: ['valueSet'] }];
  }
  return definition
    ? duplicateValueProblems(objectsOf(definition, 'value'), ['valueSet', 'valueSetDefinition', 'value'])
    : [];
}

/**
 * Values that stand twice in one value set.
 * UNVERIFIED: the platform's wording.
 */
export function duplicateValueProblems(
  values: readonly MetadataObject[],
  path: readonly (string | number)[],
): ComponentProblem[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const name = textOf(value, 'fullName') ?? '';
    if (!seen.has(name.toLowerCase())) {
      seen.add(name.toLowerCase());
      return [];
    }
    return [{ message: `Duplicate picklist value: ${name}`, path: [...path, index] }];
  });
}

function summaryProblems(content: MetadataObject, type: string): ComponentProblem[] {
  if (type !== 'Summary') return [];
  const isCount = textOf(content, 'summaryOperation') === 'count';
  const summarized = textOf(content, 'summarizedField');
  if (isCount && summarized !== undefined) {
    return [
      {
        message: "Can not specify 'summarizedField' for a CustomField of type Summary with operation count",
        path: ['summarizedField'],
      },
    ];
  }
  if (!isCount && summarized === undefined) {
    return [
      {
        message: "Must specify 'summarizedField' for a CustomField of type Summary",
        path: ['summaryOperation'],
      },
    ];
  }
  return ['summaryForeignKey', 'summarizedField'].flatMap((element) => {
    const name = textOf(content, element);
    if (name === undefined || name.includes('.')) return [];
    return [{ message: `Invalid field name ${name}: must be of the form Object.Field`, path: [element] }];
  });
}

/** @see https://help.salesforce.com/s/articleView?id=platform.relationships_considerations.htm */
function relationshipProblems(component: Component, type: string): ComponentProblem[] {
  const { content } = component;
  if (type !== 'Lookup') return [];
  const constraint = textOf(content, 'deleteConstraint');
  const problems: ComponentProblem[] = [];
  if (booleanOf(content, 'required') && constraint === 'SetNull') {
    problems.push({
      message: "Can not specify 'deleteConstraint' SetNull for a required CustomField of type Lookup",
      path: ['deleteConstraint'],
    });
  }
  const self =
    textOf(content, 'referenceTo')?.toLowerCase() === component.fullName.split('.')[0]?.toLowerCase();
  if (self && (constraint === 'Restrict' || constraint === 'Cascade')) {
    problems.push({
      message: `Can not specify 'deleteConstraint' ${constraint} for a CustomField of type Lookup that refers to its own object`,
      path: ['deleteConstraint'],
    });
  }
  return problems;
}
