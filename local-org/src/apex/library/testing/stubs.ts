import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexTypeValue } from '../../runtime/values/apex-type-value';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import type { MethodSymbol } from '../../types/symbols';

/**
 * `Test.createStub`: an object of the type whose methods all ask the provider.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_stub_api.htm
 */
export function createStub(
  runtime: ApexRuntime,
  parent: ApexTypeValue | null,
  provider: ApexValue,
): ApexValue {
  if (parent === null || provider === null) return runtime.throwNull();
  return runtime.makeStub(parent.denoted, (stub, method, args) => {
    const answer = runtime.call(provider, 'handleMethodCall', [
      stub,
      method.name,
      new ApexTypeValue(method.returnType),
      listOf(
        runtime,
        'Type',
        method.parameters.map(({ type }) => new ApexTypeValue(type)),
      ),
      listOf(
        runtime,
        'String',
        method.parameters.map(({ name }) => name),
      ),
      listOf(runtime, 'Object', args),
    ]);
    return converted(runtime, answer, method);
  });
}

/** What the provider answers as what the method returns. @throws TypeException when it is something else */
function converted(runtime: ApexRuntime, answer: ApexValue, { returnType }: MethodSymbol): ApexValue {
  if (returnType.kind === 'void') return null;
  if (answer === null || runtime.isInstance(answer, returnType)) return answer;
  return runtime.throwNew(
    'System.TypeException',
    `Invalid conversion from runtime type ${runtime.typeOf(answer).name} to ${returnType.name}`,
  );
}
