type Values = Readonly<Record<string, unknown>>;

interface Parts {
  readonly query?: Readonly<Record<string, readonly Values[]>>;
  readonly aggregate?: Readonly<Record<string, readonly Values[]>>;
}

/**
 * The answer of a query, from values by path: `{ query: { Contact: [{ Id: '003...', 'Account.Name': 'Palisade' }] } }`.
 */
export function queryData({ query = {}, aggregate = {} }: Parts): object {
  return {
    uiapi: {
      query: connections(query, nodeOf),
      aggregate: connections(aggregate, (values) => ({ aggregate: nodeOf(values) })),
    },
  };
}

function connections(
  rows: Readonly<Record<string, readonly Values[]>>,
  toNode: (values: Values) => object,
): object {
  return Object.fromEntries(
    Object.entries(rows).map(([object, list]) => [
      object,
      { edges: list.map((values) => ({ node: toNode(values) })) },
    ]),
  );
}

function nodeOf(values: Values): object {
  const node: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let place = node;
    for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
    place[last] = path === 'Id' ? value : { value, displayValue: null };
  }
  return node;
}
