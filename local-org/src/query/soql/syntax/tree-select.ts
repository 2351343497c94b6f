import type {
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext,
  TypeOfContext,
} from '@apexdevtools/apex-parser';
import type { SelectItem, TypeofItem } from './ast';
import type { SubqueryReader } from './tree-conditions';
import { readFunction } from './tree-expressions';
import { present, readPath } from './tree-parts';

/** Reads one item of a select list. */
export function readSelectItem(
  tree: SelectEntryContext | SubFieldEntryContext,
  readSubquery: SubqueryReader,
): SelectItem {
  const offset = tree.start.start;
  const subquery = present(tree.subQuery());
  if (subquery) return { kind: 'subquery', query: readSubquery(subquery), offset };
  const typeOf = present(tree.typeOf());
  if (typeOf) return readTypeof(typeOf);
  const alias = present(tree.soqlId())?.getText() ?? null;
  const call = present(tree.soqlFunction());
  if (call) return readCall(call, alias, offset);
  return { kind: 'expression', expression: readPath(tree.fieldName()), alias, offset };
}

function readCall(tree: SoqlFunctionContext, alias: string | null, offset: number): SelectItem {
  const group = present(tree.soqlFieldsParameter());
  if (!group) return { kind: 'expression', expression: readFunction(tree), alias, offset };
  const name = group.getText().toUpperCase();
  return { kind: 'fields', group: name === 'ALL' || name === 'CUSTOM' ? name : 'STANDARD', offset };
}

function readTypeof(tree: TypeOfContext): TypeofItem {
  const otherwise = present(tree.elseClause());
  return {
    kind: 'typeof',
    path: readPath(tree.fieldName()),
    branches: tree.whenClause_list().map((branch) => ({
      objectName: branch.fieldName().getText(),
      fields: branch.fieldNameList().fieldName_list().map(readPath),
      offset: branch.fieldName().start.start,
    })),
    otherwise: otherwise && otherwise.fieldNameList().fieldName_list().map(readPath),
    offset: tree.start.start,
  };
}
