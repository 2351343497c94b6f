import type { BoundCall, BoundExpression } from '../semantics/bound';
import type { CallableScope } from './callable-scope';

/**
 * Writes a call in place: `target` is the text of the object, which may be null, as that throws by itself; `value` gives
 * the text of an argument, `number` that of one that must not be null.
 */
type Inline = (target: string, value: (place: number) => string, number: (place: number) => string) => string;

/** Hot methods of the library, by owner, name and number of arguments; the rest of the library is called. */
const INLINE_METHODS: Readonly<Record<string, Inline>> = {
  'system.list.size/0': (list) => `${list}.items.length`,
  'system.list.isempty/0': (list) => `(${list}.items.length===0)`,
  'system.list.get/1': (list, _, number) => `${list}.get($rt,${number(0)})`,
  'system.list.set/2': (list, value, number) => `${list}.set($rt,${number(0)},${value(1)})`,
  'system.list.add/1': (list, value) => `${list}.add($rt,${value(0)})`,
  'system.set.size/0': (set) => `${set}.size`,
  'system.set.isempty/0': (set) => `(${set}.size===0)`,
  'system.set.add/1': (set, value) => `${set}.add($rt,${value(0)})`,
  'system.set.contains/1': (set, value) => `${set}.has($rt,${value(0)})`,
  'system.map.size/0': (map) => `${map}.size`,
  'system.map.isempty/0': (map) => `(${map}.size===0)`,
  'system.map.get/1': (map, value) => `${map}.get($rt,${value(0)})`,
  'system.map.put/2': (map, value) => `${map}.put($rt,${value(0)},${value(1)})`,
  'system.map.containskey/1': (map, value) => `${map}.has($rt,${value(0)})`,
  'system.string.length/0': (text) => `${text}.length`,
};

/** The text of a call that is written in place; null for the others. */
export function inlineCall(
  { method, target, arguments: args }: BoundCall,
  scope: CallableScope,
): string | null {
  const inline = INLINE_METHODS[`${method.owner.qualifiedName}.${method.name}/${args.length}`.toLowerCase()];
  if (!inline || !target) return null;
  const argument = (place: number): BoundExpression => args[place] as BoundExpression;
  return inline(
    scope.expression(target),
    (place) => scope.expression(argument(place)),
    (place) => scope.present(argument(place)),
  );
}
