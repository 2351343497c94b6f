import type { Field, SObjectType } from '../../../schema';
import type { FromItem } from '../syntax/ast';
import type { BindContext } from './bind-context';
import type { Source } from './bound';

/** The tables one query (or subquery) can name: its object, and the parents its paths lead to. */
export class Scope {
  readonly root: Source;
  private readonly parents = new Map<string, Source>();
  private readonly aliases = new Map<string, readonly string[]>();

  constructor(
    readonly context: BindContext,
    type: SObjectType,
    from: FromItem,
    aliases: readonly FromItem[],
  ) {
    this.root = context.newSource(type, null);
    if (from.alias) this.aliases.set(from.alias.toLowerCase(), []);
    for (const item of aliases) {
      if (item.alias) this.aliases.set(item.alias.toLowerCase(), this.withoutAlias(item.names));
    }
  }

  /** Parents joined so far, each after the one it hangs on. */
  get joins(): readonly Source[] {
    return [...this.parents.values()];
  }

  /** The parent behind a reference; joined once however often it is named. */
  parent(child: Source, reference: Field, type: SObjectType): Source {
    const key = `${child.alias}.${reference.name}.${type.name}`;
    let source = this.parents.get(key);
    if (!source) {
      source = this.context.newSource(type, { parent: child, reference });
      this.parents.set(key, source);
    }
    return source;
  }

  /** A path seen from the object after FROM: without its alias or its own name in front. */
  withoutAlias(names: readonly string[]): readonly string[] {
    const [first, ...rest] = names;
    if (first === undefined || rest.length === 0) return names;
    const alias = this.aliases.get(first.toLowerCase());
    if (alias) return [...alias, ...rest];
    const type = this.root.type;
    const ownName = first.toLowerCase() === type.name.toLowerCase() && !type.parentField(first);
    return ownName ? rest : names;
  }
}
