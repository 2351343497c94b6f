import type { BoundStatement } from '../semantics/bound';
import { localName, type CallableScope } from './callable-scope';
import { atLine } from './layout-lines';

type Try = Extract<BoundStatement, { kind: 'try' }>;

/**
 * `try`: what JavaScript threw becomes an Apex exception first; the ones that code cannot catch pass. A caught exception
 * may come from deep below, so the depth of calls is set back.
 */
export function tryText({ body, catches, finallyBody }: Try, scope: CallableScope): string {
  const { unit } = scope;
  const guarded = `try${scope.block(body)}`;
  const restored = scope.traits.deep ? '$m.depth=$d;' : '';
  let handlers = '';
  if (catches.length > 0) {
    const [thrown, caught] = [scope.newName('thrown'), scope.newName('caught')];
    const clauses = catches.map(({ line, type, variable, body: handler }) => {
      const binding = `let ${localName(variable)}=${caught};`;
      const block = scope.block(handler);
      const test = type.name === 'Exception' ? 'true' : `$rt.isInstance(${caught},${unit.type(type)})`;
      return `${atLine(line)}if(${test}){${unit.hit(line)}${binding}${block}}else `;
    });
    handlers = `catch(${thrown}){const ${caught}=${unit.helper('caught')}(${thrown});${restored}${clauses.join('')}throw ${caught};}`;
  }
  const finals = finallyBody ? `finally{${restored}${scope.block(finallyBody)}}` : '';
  return guarded + handlers + finals;
}
