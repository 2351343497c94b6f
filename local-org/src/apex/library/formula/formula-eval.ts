import { FormulaError } from '../../../formula';
import { isSubtype } from '../../runtime/is-subtype';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexEnumValue } from '../../runtime/values/apex-enum';
import type { ApexList } from '../../runtime/values/apex-list';
import { ApexObjectToken } from '../../runtime/values/apex-schema-token';
import { ApexSet } from '../../runtime/values/apex-set';
import { ApexTypeValue } from '../../runtime/values/apex-type-value';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import type { ApexType } from '../../types/apex-type';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { isFormulaContext } from './class-schema';
import { compileDynamic, type RunnableFormula } from './compile-dynamic';
import { formulaRecordOf } from './context-record';
import { RETURN_TYPES, type ReturnType } from './return-types';

const BUILDER = 'FormulaEval.FormulaBuilder';
const INSTANCE = 'FormulaEval.FormulaInstance';
const INVALID = 'System.FormulaValidationException';
const FAILED = 'System.FormulaEvaluationException';

/** Globals of formulas by constant of `FormulaEval.FormulaGlobal`. */
const GLOBALS: Readonly<Record<string, string>> = {
  CUSTOM_METADATA: '$custommetadata',
  LABEL: '$label',
  ORGANIZATION: '$organization',
  PERMISSION: '$permission',
  PROFILE: '$profile',
  SETUP: '$setup',
  SYSTEM: '$system',
  USER: '$user',
  USER_ROLE: '$userrole',
};

/** A formula that was built. */
interface BuiltFormula {
  readonly formula: RunnableFormula;
  readonly returnType: ReturnType;
  readonly contextType: ApexType;
}

/** A builder without anything set. */
export function newFormulaBuilder(): PlatformStruct {
  return new PlatformStruct(BUILDER);
}

/** A method of the builder that keeps its argument. */
function setter(name: string, parameterType: string, key: string): PlatformMember {
  return method(
    `FormulaEval.FormulaBuilder ${name}(${parameterType} ${key})`,
    (_runtime: ApexRuntime, self: PlatformStruct, value: ApexValue) => {
      self.values[key] = value;
      return self;
    },
  );
}

/** UNVERIFIED: the texts about parts that are missing. */
function build(runtime: ApexRuntime, { values }: PlatformStruct): PlatformStruct {
  const { formulaText, returnType, contextType, isNumericNullZero, templateMode } = values;
  const declared = returnType instanceof ApexEnumValue ? RETURN_TYPES[returnType.name] : undefined;
  const context = contextTypeOf(runtime, contextType ?? null);
  if (typeof formulaText !== 'string' || formulaText.trim() === '')
    return runtime.throwNew(INVALID, 'Formula is required');
  if (!declared) return runtime.throwNew(INVALID, 'Return type is required');
  if (!context) return runtime.throwNew(INVALID, 'Context type is required');
  if (!isFormulaContext(context))
    return runtime.throwNew(INVALID, `Context type must be a global class: ${context.name}`);
  const formula = throwing(runtime, INVALID, () =>
    compileDynamic(runtime, {
      text: formulaText,
      contextType: context,
      returnType: declared.formula,
      blankHandling: isNumericNullZero === true ? 'BlankAsZero' : 'BlankAsBlank',
      globals: globalsOf(values['formulaGlobals'] as ApexList | null | undefined),
      isTemplate: templateMode === true,
    }),
  );
  const built: BuiltFormula = { formula, returnType: declared, contextType: context };
  return new PlatformStruct(INSTANCE, {}, built);
}

function contextTypeOf(runtime: ApexRuntime, value: ApexValue): ApexType | undefined {
  if (value instanceof ApexTypeValue) return value.denoted;
  return value instanceof ApexObjectToken ? runtime.types.sobjectType(value.objectName) : undefined;
}

function globalsOf(globals: ApexList | null | undefined): ReadonlySet<string> {
  const constants = (globals?.items ?? []).filter((each) => each instanceof ApexEnumValue);
  return new Set(constants.map(({ name }) => GLOBALS[name] ?? ''));
}

/** UNVERIFIED: the text for an object that the formula was not built for. */
function evaluate(runtime: ApexRuntime, { subject }: PlatformStruct, context: ApexValue): ApexValue {
  const { formula, returnType, contextType } = subject as BuiltFormula;
  const record = formulaRecordOf(runtime, context);
  if (!record || !isSubtype(runtime.typeOf(context), contextType, runtime.types)) {
    return runtime.throwNew(FAILED, `Context object must be of type ${contextType.name}`);
  }
  const environment = runtime.org.formulas.open(runtime.user).environment(record, null, false);
  const value = throwing(runtime, FAILED, () => formula.evaluate(environment));
  return value === null ? null : returnType.toApex(runtime, value);
}

function throwing<T>(runtime: ApexRuntime, exception: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return runtime.throwNew(exception, error.message);
  }
}

function referencedFields(runtime: ApexRuntime, { subject }: PlatformStruct): ApexSet {
  const fields = new ApexSet(runtime.types.set(runtime.types.platform('String')));
  for (const path of (subject as BuiltFormula).formula.references) fields.add(runtime, path.join('.'));
  return fields;
}

/** Formulas that are written while code runs. */
export const formulaEvalClasses: readonly PlatformClass[] = [
  {
    name: BUILDER,
    kind: 'class',
    documentation: referencePage('apex_class_formulaeval_FormulaBuilder'),
    members: [
      setter('withFormula', 'String', 'formulaText'),
      setter('withReturnType', 'FormulaEval.FormulaReturnType', 'returnType'),
      setter('withType', 'Type', 'contextType'),
      setter('withType', 'Schema.SObjectType', 'contextType'),
      setter('withGlobalVariables', 'List<FormulaEval.FormulaGlobal>', 'formulaGlobals'),
      setter('treatNumericNullAsZero', 'Boolean', 'isNumericNullZero'),
      setter('parseAsTemplate', 'Boolean', 'templateMode'),
      method('FormulaEval.FormulaInstance build()', build),
    ],
  },
  {
    name: INSTANCE,
    kind: 'class',
    documentation: referencePage('apex_class_formulaeval_FormulaInstance'),
    members: [
      method('Object evaluate(Object contextObject)', evaluate),
      method('Set<String> getReferencedFields()', referencedFields),
    ],
  },
  {
    name: 'FormulaEval.FormulaReturnType',
    kind: 'enum',
    documentation: referencePage('apex_enum_formulaeval_FormulaReturnType'),
    members: [],
    constants: Object.keys(RETURN_TYPES),
  },
  {
    name: 'FormulaEval.FormulaGlobal',
    kind: 'enum',
    documentation: referencePage('apex_enum_formulaeval_FormulaGlobal'),
    members: [],
    constants: Object.keys(GLOBALS),
  },
];
