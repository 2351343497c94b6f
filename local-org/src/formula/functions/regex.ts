import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { compileJavaRegex } from './java-regex';
import { TEXT } from './parameters';
import { matchWithinLimit } from './regex-guard';
import { argument } from './strict';

/** REGEX(text, pattern): whether the whole text matches the pattern, in the syntax of Java. */
export const regexFunction: FormulaFunction = {
  name: 'REGEX',
  documentation: helpPage('regex'),
  parameters: [TEXT, TEXT],
  usages: ['validationRule', 'rule', 'flow'],
  returns: 'Boolean',
  compile(call) {
    const [text, pattern] = [argument(call, 0).evaluate, argument(call, 1)];
    if (typeof pattern.literal === 'string') {
      const constant = compileJavaRegex(pattern.literal, pattern.position);
      return (environment) => matchWithinLimit(constant, (text(environment) ?? '') as string);
    }
    return (environment) => {
      const regex = compileJavaRegex((pattern.evaluate(environment) ?? '') as string);
      return matchWithinLimit(regex, (text(environment) ?? '') as string);
    };
  },
};
