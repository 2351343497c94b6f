import type { LinkEntry, LocalTypes } from '../codegen/link-entry';
import type { ApexTypes } from '../types/apex-types';
import type { TypeSymbol } from '../types/symbols';
import { ApexDecimal } from './values/apex-decimal';
import { ApexDouble } from './values/apex-double';
import { enumValue } from './values/apex-enum';

/** An entry that is no class of a user. */
export type PlainLink = Exclude<LinkEntry, { kind: 'class' | 'staticsIndex' }>;

/** The constant that an entry stands for. */
export function resolveLink(entry: PlainLink, types: ApexTypes, local: LocalTypes | null): unknown {
  switch (entry.kind) {
    case 'type':
      return local?.types.get(entry.name) ?? types.find(entry.name) ?? missing(entry.name);
    case 'decimal':
      return ApexDecimal.parse(entry.text);
    case 'double':
      return new ApexDouble(Number(entry.text));
    default:
      return resolveMember(entry, symbolOf(entry.owner, types, local), types);
  }
}

/** The symbol of a qualified name. */
export function symbolOf(name: string, types: ApexTypes, local: LocalTypes | null): TypeSymbol {
  return local?.symbols.get(name) ?? types.symbol(name) ?? missing(name);
}

function resolveMember(
  entry: Exclude<PlainLink, { kind: 'type' | 'decimal' | 'double' }>,
  owner: TypeSymbol,
  types: ApexTypes,
): unknown {
  switch (entry.kind) {
    case 'method':
      return owner.methods[entry.index]?.run;
    case 'constructor':
      return owner.constructors[entry.index]?.run;
    case 'read':
    case 'write':
      return owner.variables[entry.index]?.[entry.kind];
    case 'enum':
      return enumValue(types, owner, entry.constant);
  }
}

function missing(name: string): never {
  throw new Error(`No type ${name}`);
}
