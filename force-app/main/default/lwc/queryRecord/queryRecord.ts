interface Connection {
  readonly edges?: readonly { readonly node: object }[];
}

/**
 * A record as GraphQL gives it, read by paths: `Account.Name` is `node.Account.Name.value`.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/query-record-objects.html
 */
export class QueryRecord {
  private readonly node: object;

  constructor(node: object) {
    this.node = node;
  }

  /** The record id. */
  get id(): string {
    const { Id } = this.node as { readonly Id?: string };
    return Id ?? '';
  }
  /** The value as text; empty when there is none. */
  text(path: string): string {
    const { value } = this.field(path);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
  /** The value as a number; 0 when there is none. */
  number(path: string): number {
    return Number(this.field(path).value ?? 0);
  }
  /** Whether the value is true. */
  flag(path: string): boolean {
    return this.field(path).value === true;
  }
  /** The value as the user's locale writes it. */
  display(path: string): string {
    const { displayValue } = this.field(path);
    return displayValue ?? this.text(path);
  }

  /** The id of a record that a relationship leads to; undefined when there is none. */
  parentId(relationship: string): string | undefined {
    const parent = (this.node as Readonly<Record<string, { readonly Id?: string } | null | undefined>>)[
      relationship
    ];
    return parent?.Id;
  }

  /** The records of a child relationship; none when the user may not see them. */
  children(relationship: string): readonly QueryRecord[] {
    const found = (this.node as Readonly<Record<string, Connection | null | undefined>>)[relationship];
    return (found?.edges ?? []).map(({ node }) => new QueryRecord(node));
  }

  private field(path: string): { readonly value?: unknown; readonly displayValue?: string | null } {
    let found: unknown = this.node;
    for (const step of path.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[step];
    return found ?? {};
  }
}

/** The records of an object in the answer of a query. */
export function queryRecords(data: unknown, objectApiName: string): readonly QueryRecord[] {
  return edgesOf(data, 'query', objectApiName).map(({ node }) => new QueryRecord(node));
}

/** The groups of an aggregate query: `Amount.sum` is `node.aggregate.Amount.sum.value`. */
export function aggregates(data: unknown, objectApiName: string): readonly QueryRecord[] {
  return edgesOf(data, 'aggregate', objectApiName).map(
    ({ node }) => new QueryRecord((node as { readonly aggregate: object }).aggregate),
  );
}

function edgesOf(data: unknown, kind: 'query' | 'aggregate', objectApiName: string) {
  const { uiapi } = data as {
    readonly uiapi: Readonly<Record<string, Readonly<Record<string, Connection>>>>;
  };
  return uiapi[kind]?.[objectApiName]?.edges ?? [];
}
