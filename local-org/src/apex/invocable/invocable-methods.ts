import type { RunningUser } from '../../execution';
import type { ApexEngine } from '../engine/apex-engine';
import { asApexException } from '../runtime/exceptions';
import type { ApexRuntime } from '../runtime/apex-runtime';
import type { ApexInstance } from '../runtime/values/apex-instance';
import { ApexList } from '../runtime/values/apex-list';
import { listOf } from '../runtime/values/make-collections';
import type { ApexValue } from '../runtime/values/apex-value';
import type { Annotation } from '../syntax/ast';
import type { ApexType, ClassApexType } from '../types/apex-type';
import type { MethodSymbol, TypeSymbol, VariableSymbol } from '../types/symbols';

/** A value that an invocable method takes or gives. */
export interface InvocableParameter {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly type: ApexType;
}

/** The invocable method of a class. */
export interface InvocableMethod {
  readonly className: string;
  readonly label: string;
  readonly description: string | null;
  readonly inputs: readonly InvocableParameter[];
  readonly outputs: readonly InvocableParameter[];
}

/** What a method gave for one request: values by name, or why it failed. */
export interface InvocableOutcome {
  readonly outputs: Readonly<Record<string, ApexValue>>;
  readonly fault: string | null;
}

/** Name of the value when a method takes or gives bare values instead of objects. */
const BARE_INPUT = 'input';
const BARE_OUTPUT = 'output';

/**
 * The methods that flows and the actions API call.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_InvocableMethod.htm
 */
export class InvocableMethods {
  constructor(private readonly engine: ApexEngine) {}

  list(): InvocableMethod[] {
    return this.engine.code().classes.flatMap((symbol) => this.describe(symbol.qualifiedName) ?? []);
  }

  /** The invocable method of a class, by name in any case. */
  describe(className: string): InvocableMethod | undefined {
    const found = this.find(className);
    if (!found) return undefined;
    const { symbol, method } = found;
    const annotation = invocableAnnotation(method);
    return {
      className: symbol.qualifiedName,
      label: annotation?.parameters.find(({ name }) => name.toLowerCase() === 'label')?.value ?? method.name,
      description: parameterOf(annotation, 'description'),
      inputs: parametersOf(elementOf(method.parameters[0]?.type), BARE_INPUT),
      outputs: parametersOf(elementOf(method.returnType), BARE_OUTPUT),
    };
  }

  /**
   * Calls a method once for all requests.
   * @param requests values by parameter name, one per interview
   * @returns an outcome per request; an exception fails all of them
   */
  invoke(
    className: string,
    requests: readonly Readonly<Record<string, ApexValue>>[],
    user: RunningUser,
  ): InvocableOutcome[] {
    const found = this.find(className);
    if (!found) throw new Error(`${className} has no invocable method`);
    const { runtime } = this.engine;
    try {
      return this.inTransaction(user, () => this.call(found, requests));
    } catch (thrown) {
      const exception = asApexException(runtime, thrown);
      if (!exception) throw thrown;
      const fault = exception.toText(runtime);
      return requests.map(() => ({ outputs: {}, fault }));
    }
  }

  private inTransaction<T>(user: RunningUser, work: () => T): T {
    const { runtime } = this.engine;
    return runtime.running ? work() : this.engine.transaction({ kind: 'invocable', user }, work);
  }

  private call(
    { symbol, method }: { readonly symbol: TypeSymbol; readonly method: MethodSymbol },
    requests: readonly Readonly<Record<string, ApexValue>>[],
  ): InvocableOutcome[] {
    const { runtime } = this.engine;
    const input = elementOf(method.parameters[0]?.type);
    const args = input
      ? [
          listOf(
            runtime,
            input,
            requests.map((request) => inputOf(runtime, input, request)),
          ),
        ]
      : [];
    const result = this.engine.callStatic(symbol.qualifiedName, method.slots[0] ?? '', args);
    const output = elementOf(method.returnType);
    const given = result instanceof ApexList ? result.items : [];
    return requests.map((_, i) => ({
      outputs: output ? outputsOf(output, given[i] ?? null) : {},
      fault: null,
    }));
  }

  private find(className: string): { symbol: TypeSymbol; method: MethodSymbol } | undefined {
    const symbol = this.engine.code().types.symbol(className);
    if (symbol?.origin !== 'user') return undefined;
    const method = symbol.methods.find((each) => invocableAnnotation(each) !== undefined);
    return method && { symbol, method };
  }
}

function invocableAnnotation({ annotations }: Pick<MethodSymbol, 'annotations'>): Annotation | undefined {
  return annotations.find(({ name }) => name.toLowerCase() === 'invocablemethod');
}

function parameterOf(annotation: Annotation | undefined, wanted: string): string | null {
  return annotation?.parameters.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null;
}

/** The type within a list. */
function elementOf(type: ApexType | undefined): ApexType | undefined {
  return type?.kind === 'class' ? type.arguments[0] : undefined;
}

const isRequestClass = (type: ApexType): type is ClassApexType =>
  type.kind === 'class' && type.symbol.origin === 'user' && type.symbol.kind === 'class';

function parametersOf(type: ApexType | undefined, bareName: string): InvocableParameter[] {
  if (!type) return [];
  if (!isRequestClass(type)) return [{ name: bareName, label: bareName, required: true, type }];
  return invocableVariables(type).map((variable) => {
    const annotation = variableAnnotation(variable);
    return {
      name: variable.name,
      label: parameterOf(annotation, 'label') ?? variable.name,
      required: parameterOf(annotation, 'required')?.toLowerCase() === 'true',
      type: variable.type,
    };
  });
}

function invocableVariables(type: ClassApexType): VariableSymbol[] {
  return type.symbol.variables.filter((variable) => variableAnnotation(variable) !== undefined);
}

function variableAnnotation({ annotations }: VariableSymbol): Annotation | undefined {
  return annotations.find(({ name }) => name.toLowerCase() === 'invocablevariable');
}

type Slots = Record<string, ApexValue>;

function inputOf(
  runtime: ApexRuntime,
  type: ApexType,
  request: Readonly<Record<string, ApexValue>>,
): ApexValue {
  if (!isRequestClass(type)) return request[BARE_INPUT] ?? Object.values(request)[0] ?? null;
  const instance = runtime.construct(type, []) as unknown as Slots;
  for (const variable of invocableVariables(type)) {
    const value = request[variable.name];
    if (value !== undefined) instance[variable.slot] = value;
  }
  return instance as unknown as ApexInstance;
}

function outputsOf(type: ApexType, value: ApexValue): Record<string, ApexValue> {
  if (!isRequestClass(type)) return { [BARE_OUTPUT]: value };
  if (value === null) return {};
  const slots = value as unknown as Slots;
  return Object.fromEntries(
    invocableVariables(type).map((variable) => [variable.name, slots[variable.slot] ?? null]),
  );
}
