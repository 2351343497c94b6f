import type {
  FieldOrderContext,
  ForClausesContext,
  FromNameListContext,
  GroupByClauseContext,
  LimitClauseContext,
  OffsetClauseContext,
  OrderByClauseContext,
  QueryContext,
  SoqlIdContext,
  SubQueryContext,
  UpdateListContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import type { ForClause, FromItem, GroupBy, OrderItem, RowCount, SoqlQuery, WithClause } from './ast';
import { readCondition, readWhere } from './tree-conditions';
import { readFunction } from './tree-expressions';
import { present, readBind, readPath } from './tree-parts';
import { readSelectItem } from './tree-select';

/**
 * Words that cannot be aliases. The grammar lets them be, so that `FROM Account WHERE` would be an account with
 * the alias WHERE.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_reserved.htm
 */
const RESERVED_WORDS: ReadonlySet<string> = new Set(
  'AND ASC DESC EXCLUDES FIRST FROM GROUP HAVING IN INCLUDES LAST LIKE LIMIT NOT NULL NULLS OFFSET OR ORDER SELECT USING WHERE WITH'.split(
    ' ',
  ),
);

/** A reserved word stands where an alias may stand; what comes after it is missing or wrong. */
export class ReservedWordAlias extends Error {
  constructor(
    /** Place in the query right after the word. */
    readonly end: number,
  ) {
    super('a reserved word is no alias');
  }
}

/** Reads a whole query. */
export function readQuery(tree: QueryContext): SoqlQuery {
  const from = readFrom(tree.fromNameList());
  const where = present(tree.whereClause());
  const groupBy = present(tree.groupByClause());
  const having = groupBy && present(groupBy.logicalExpression());
  return {
    select: tree
      .selectList()
      .selectEntry_list()
      .map((entry) => readSelectItem(entry, readSubquery)),
    from: from[0] as FromItem,
    aliases: from.slice(1),
    scope: present(tree.usingScope())?.soqlId().getText() ?? null,
    where: where && readWhere(where.whereLogicalExpression(), readSubquery),
    with: readWith(present(tree.withClause())),
    groupBy: groupBy && readGroupBy(groupBy),
    having: having && readCondition(having, readSubquery),
    orderBy: readOrderBy(present(tree.orderByClause())),
    limit: readRowCount(present(tree.limitClause())),
    offsetRows: readRowCount(present(tree.offsetClause())),
    allRows: present(tree.allRowsClause()) !== null,
    forClauses: readForClauses(present(tree.forClauses())),
    update: readUpdates(present(tree.updateList())),
    offset: tree.start.start,
  };
}

/** Reads a subquery of the select list or of a semi-join. */
export function readSubquery(tree: SubQueryContext): SoqlQuery {
  const from = readFrom(tree.fromNameList());
  const where = present(tree.whereClause());
  return {
    select: tree
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => readSelectItem(entry, readSubquery)),
    from: from[0] as FromItem,
    aliases: from.slice(1),
    scope: null,
    where: where && readWhere(where.whereLogicalExpression(), readSubquery),
    with: null,
    groupBy: null,
    having: null,
    orderBy: readOrderBy(present(tree.orderByClause())),
    limit: readRowCount(present(tree.limitClause())),
    offsetRows: null,
    allRows: false,
    forClauses: readForClauses(present(tree.forClauses())),
    update: readUpdates(present(tree.updateList())),
    offset: tree.start.start,
  };
}

function readFrom(tree: FromNameListContext): FromItem[] {
  const items: { names: string[]; alias: string | null; offset: number }[] = [];
  for (const child of tree.children ?? []) {
    const name = tree.fieldName_list().find((field) => field === child);
    if (name) items.push({ ...readPath(name), names: [...readPath(name).names], alias: null });
    const alias = tree.soqlId_list().find((id) => id === child);
    const last = items.at(-1);
    if (alias && last) last.alias = aliasName(alias);
  }
  return items;
}

function aliasName(tree: SoqlIdContext): string {
  const name = tree.getText();
  if (RESERVED_WORDS.has(name.toUpperCase())) throw new ReservedWordAlias(tree.start.stop + 1);
  return name;
}

function readWith(tree: WithClauseContext | null): WithClause | null {
  if (!tree) return null;
  if (present(tree.SECURITY_ENFORCED())) return 'SECURITY_ENFORCED';
  if (present(tree.USER_MODE())) return 'USER_MODE';
  if (present(tree.SYSTEM_MODE())) return 'SYSTEM_MODE';
  return present(tree.DATA()) ? 'DATA CATEGORY' : 'FILTER';
}

function readGroupBy(tree: GroupByClauseContext): GroupBy {
  const mode = present(tree.ROLLUP()) ? 'rollup' : present(tree.CUBE()) ? 'cube' : 'plain';
  const items = tree
    .fieldGroupByList()
    .fieldGroupBy_list()
    .map((item) => {
      const field = present(item.fieldName());
      return field ? readPath(field) : readFunction(item.soqlFunction());
    });
  return { mode, items };
}

function readOrderBy(tree: OrderByClauseContext | null): OrderItem[] {
  return tree ? tree.fieldOrderList().fieldOrder_list().map(readOrderItem) : [];
}

/** Reads one item of ORDER BY. */
export function readOrderItem(tree: FieldOrderContext): OrderItem {
  const field = present(tree.fieldName());
  return {
    expression: field ? readPath(field) : readFunction(tree.soqlFunction()),
    descending: present(tree.DESC()) !== null,
    nullsLast: present(tree.LAST()) !== null,
    offset: tree.start.start,
  };
}

function readRowCount(tree: LimitClauseContext | OffsetClauseContext | null): RowCount | null {
  if (!tree) return null;
  const bind = present(tree.boundExpression());
  if (bind) return readBind(bind);
  const number = tree.IntegerLiteral();
  return { kind: 'number', value: Number(number.getText()), offset: number.symbol.start };
}

function readForClauses(tree: ForClausesContext | null): ForClause[] {
  if (!tree) return [];
  return [
    ...tree.VIEW_list().map((): ForClause => 'VIEW'),
    ...tree.REFERENCE_list().map((): ForClause => 'REFERENCE'),
    ...tree.UPDATE_list().map((): ForClause => 'UPDATE'),
  ];
}

function readUpdates(tree: UpdateListContext | null): string[] {
  if (!tree) return [];
  return [tree.updateType().getText().toUpperCase(), ...readUpdates(present(tree.updateList()))];
}
