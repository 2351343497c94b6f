import type { CreatorContext, ExpressionContext, NewExpressionContext } from '@apexdevtools/apex-parser';
import type { Expression, NewExpression } from './ast';
import { createdTypeOf } from './read-types';
import { placeOf, present } from './source-node';

type ReadExpression = (context: ExpressionContext) => Expression;

/** What stands after `new`. */
export function newOf(context: NewExpressionContext, read: ReadExpression): NewExpression {
  const creator = context.creator();
  const isArray = present(creator.arrayCreatorRest());
  return {
    kind: 'new',
    type: createdTypeOf(creator.createdName(), isArray ? 1 : 0),
    creator: creatorOf(creator, read),
    ...placeOf(context),
  };
}

function creatorOf(context: CreatorContext, read: ReadExpression): NewExpression['creator'] {
  const array = context.arrayCreatorRest();
  const map = context.mapCreatorRest();
  const set = context.setCreatorRest();
  const call = context.classCreatorRest();
  if (present(array)) {
    if (present(array.expression())) return { kind: 'arraySize', size: read(array.expression()) };
    const elements = present(array.arrayInitializer()) ? array.arrayInitializer().expression_list() : [];
    return { kind: 'elements', elements: elements.map(read) };
  }
  if (present(map)) {
    const entries = map
      .mapCreatorRestPair_list()
      .map((pair): readonly [Expression, Expression] => [read(pair.expression(0)), read(pair.expression(1))]);
    return { kind: 'entries', entries };
  }
  if (present(set)) return { kind: 'elements', elements: set.expression_list().map(read) };
  if (!present(call)) return { kind: 'elements', elements: [] };
  const list = call.arguments().expressionList();
  return { kind: 'arguments', arguments: present(list) ? list.expression_list().map(read) : [] };
}
