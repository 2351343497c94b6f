import {
  BoundExpressionContext,
  type ApexParserRuleContext,
  type SoqlLiteralContext,
  type SoslLiteralContext,
} from '@apexdevtools/apex-parser';
import type { Bind, Expression, SoqlExpression, SoslExpression } from './ast';
import { placeOf, sourceOf } from './source-node';

type ReadExpression = (context: ReturnType<BoundExpressionContext['expression']>) => Expression;

/** `[SELECT Id FROM Account WHERE Id IN :ids]`. */
export function soqlOf(context: SoqlLiteralContext, readExpression: ReadExpression): SoqlExpression {
  return {
    kind: 'soql',
    text: withoutBrackets(context),
    binds: bindsBelow(context, readExpression),
    ...placeOf(context),
  };
}

/** `[FIND :text IN ALL FIELDS RETURNING Account]`. */
export function soslOf(context: SoslLiteralContext, readExpression: ReadExpression): SoslExpression {
  return {
    kind: 'sosl',
    text: withoutBrackets(context),
    binds: bindsBelow(context, readExpression),
    ...placeOf(context),
  };
}

function withoutBrackets(context: ApexParserRuleContext): string {
  return sourceOf(context).slice(1, -1).trim();
}

function bindsBelow(context: ApexParserRuleContext, readExpression: ReadExpression): Bind[] {
  if (context instanceof BoundExpressionContext) {
    const expression = context.expression();
    return [{ text: sourceOf(expression), expression: readExpression(expression) }];
  }
  return (context.children ?? []).flatMap((child) =>
    'children' in child || 'ruleIndex' in child
      ? bindsBelow(child as ApexParserRuleContext, readExpression)
      : [],
  );
}
