import { bindExpression } from './bind-expression';
import { bindBlock, bindLocals, bindNested } from './bind-statements';
import { Body, type Binders, type BodyOptions } from './body';

const BINDERS: Binders = {
  expression: bindExpression,
  block: bindBlock,
  nested: bindNested,
  declaration: bindLocals,
};

/** A body that binds expressions and statements of every kind. */
export function newBody(options: BodyOptions): Body {
  return new Body(options, BINDERS);
}
