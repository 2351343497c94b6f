import type { BoundStatement } from '../semantics/bound';
import { localName, type CallableScope } from './callable-scope';
import { convertedText } from './conversions';
import { expressionStatement } from './expression-statement';
import { queryText } from './queries';

type Of<K extends BoundStatement['kind']> = Extract<BoundStatement, { kind: K }>;

/** Each round of a loop counts, and each call that can nest, so that what has no end meets the limit of CPU time. */
export const TICK = 'if(--$m.ticks<0)$tick();';

function bodyText(body: BoundStatement | null, scope: CallableScope): string {
  return body ? scope.statement(body) : '';
}

/** `while` and `do ... while`. */
export function loopText(statement: Of<'while' | 'doWhile'>, scope: CallableScope): string {
  const label = scope.enterLoop();
  const body = `{${TICK}${bodyText(statement.body, scope)}}`;
  const condition = scope.present(statement.condition);
  scope.leaveLoop();
  return statement.kind === 'while'
    ? `${label}:while(${condition})${body}`
    : `${label}:do${body}while(${condition});`;
}

export function forText({ init, condition, update, body }: Of<'for'>, scope: CallableScope): string {
  const first = init.map((statement) => scope.statement(statement)).join('');
  const label = scope.enterLoop();
  const test = condition ? scope.present(condition) : '';
  const steps = update.map((expression) => expressionStatement(expression, scope).slice(0, -1)).join(',');
  const text = `{${first}${label}:for(;${test};${steps}){${TICK}${bodyText(body, scope)}}}`;
  scope.leaveLoop();
  return text;
}

/** Over a list or set: no element can be added or taken out until the loop ends. */
export function forEachText(statement: Of<'forEach'>, scope: CallableScope): string {
  const { iterated, over } = statement;
  if (over === 'list') return listLoop(statement, scope);
  if (over === 'set') return rowLoop(statement, scope.present(iterated), scope);
  if (over === 'iterable' || over === 'iterator') {
    return rowLoop(statement, `${scope.unit.helper('iterate')}(${scope.expression(iterated)})`, scope);
  }
  const query = iterated.kind === 'convert' ? iterated.operand : iterated;
  if (query.kind !== 'soql') return listLoop(statement, scope);
  return rowLoop(statement, `$rt.data.iterate(${queryText(query, scope)},${over === 'queryChunk'})`, scope);
}

/** A counting loop over the elements of a list, which is quicker than an iterator. */
function listLoop(statement: Of<'forEach'>, scope: CallableScope): string {
  const [list, items, place] = [scope.newName('list'), scope.newName('items'), scope.newName('place')];
  const label = scope.enterLoop();
  const round = roundText(statement, `${items}[${place}]`, scope);
  scope.leaveLoop();
  const loop = `${label}:for(let ${place}=0;${place}<${items}.length;${place}++){${round}}`;
  const begin = `const ${list}=${scope.present(statement.iterated)},${items}=${list}.items;${list}.iterating++;`;
  return `{${begin}try{${loop}}finally{${list}.iterating--;}}`;
}

function rowLoop(statement: Of<'forEach'>, iterated: string, scope: CallableScope): string {
  const value = scope.newName('each');
  const label = scope.enterLoop();
  const text = `${label}:for(const ${value} of ${iterated}){${roundText(statement, value, scope)}}`;
  scope.leaveLoop();
  return text;
}

function roundText({ variable, convert, body }: Of<'forEach'>, value: string, scope: CallableScope): string {
  const converted = convert ? convertedText(convert, value, scope) : value;
  return `${TICK}let ${localName(variable)}=${converted};${bodyText(body, scope)}`;
}
