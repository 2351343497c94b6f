import type { BoundSwitch } from '../semantics/bound';
import { localName, type CallableScope } from './callable-scope';

type Branch = BoundSwitch['branches'][number];

/**
 * `switch on`: the branches exclude each other, so they are tried in order. Values are compared exactly; texts with
 * regard to case.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_switch.htm
 */
export function switchText({ subject, branches }: BoundSwitch, scope: CallableScope): string {
  const value = scope.newName('subject');
  const tests = branches.filter(({ when }) => when.kind !== 'else');
  const otherwise = branches.find(({ when }) => when.kind === 'else');
  const chain = tests
    .map(
      (branch) =>
        `if(${testText(branch, value, scope)}){${bindingText(branch, value)}${scope.block(branch.body)}}`,
    )
    .join('else ');
  const last = otherwise ? scope.block(otherwise.body) : '';
  const rest = chain === '' ? last : `${chain}${last && `else${last}`}`;
  return `{const ${value}=${scope.expression(subject)};${rest}}`;
}

function testText({ when }: Branch, value: string, scope: CallableScope): string {
  if (when.kind === 'type') return `$rt.isInstance(${value},${scope.unit.type(when.type)})`;
  if (when.kind === 'else') return 'true';
  return when.values.map((each) => `${value}===${scope.expression(each)}`).join('||');
}

function bindingText({ when }: Branch, value: string): string {
  return when.kind === 'type' ? `let ${localName(when.variable)}=${value};` : '';
}
