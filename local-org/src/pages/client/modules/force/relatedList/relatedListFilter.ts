import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

/** Operators of GraphQL by those of filters; what stands around the value where texts are compared in part. */
interface Comparison {
  readonly operator: string;
  readonly before?: string;
  readonly after?: string;
  readonly negated?: boolean;
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  EQUALS: { operator: 'eq' },
  NOT_EQUAL: { operator: 'ne' },
  LESS_THAN: { operator: 'lt' },
  GREATER_THAN: { operator: 'gt' },
  LESS_OR_EQUAL: { operator: 'lte' },
  GREATER_OR_EQUAL: { operator: 'gte' },
  CONTAINS: { operator: 'like', before: '%', after: '%' },
  NOT_CONTAIN: { operator: 'like', before: '%', after: '%', negated: true },
  STARTS_WITH: { operator: 'like', after: '%' },
};
const NUMBERS: ReadonlySet<string> = new Set(['Currency', 'Double', 'Int', 'Long', 'Percent']);
const DATES: ReadonlySet<string> = new Set(['Date', 'DateTime']);

/**
 * Filters of a related list, all of which must hold, in GraphQL syntax: `["Price__c|GREATER_THAN|[\"100\"]"]` is
 * `{ and: [{ Price__c: { gt: 100 } }] }`. Of several values one must hold; of negated ones none may.
 * @throws Error for an operator that the local org does not know
 */
export function relatedListFilter(filters: readonly string[], { fields }: ObjectInfoRepresentation): string {
  const conditions = filters.map((filter) => {
    const [path = '', name = '', ...rest] = filter.split('|');
    const comparison = COMPARISONS[name];
    if (!comparison) throw new Error(`Related list filters by ${name} are not supported by the local org`);
    const dataType = fields[path]?.dataType ?? 'String';
    const each = valuesOf(rest.join('|')).map((value) => condition(path, comparison, dataType, value));
    return `{ ${name === 'NOT_EQUAL' ? 'and' : 'or'}: [${each.join(', ')}] }`;
  });
  return `{ and: [${conditions.join(', ')}] }`;
}

function condition(
  path: string,
  { operator, before = '', after = '', negated }: Comparison,
  dataType: string,
  value: string,
): string {
  const compared = `{ ${operator}: ${literal(dataType, before + value + after)} }`;
  const nested = path.split('.').reduceRight((inner, name) => `{ ${name}: ${inner} }`, compared);
  return negated ? `{ not: ${nested} }` : nested;
}

/** `["Closed Lost"]`, or a text alone. */
function valuesOf(text: string): string[] {
  if (!text.startsWith('[')) return [text];
  const values = JSON.parse(text) as readonly unknown[];
  return values.length === 0 ? [''] : values.map(String);
}

function literal(dataType: string, value: string): string {
  if (value === '') return 'null';
  if (NUMBERS.has(dataType)) return String(Number(value));
  if (dataType === 'Boolean') return String(/^(?:1|true)$/i.test(value));
  if (!DATES.has(dataType)) return JSON.stringify(value);
  return /^[A-Z_]+$/.test(value) ? `{ literal: ${value} }` : `{ value: ${JSON.stringify(value)} }`;
}
