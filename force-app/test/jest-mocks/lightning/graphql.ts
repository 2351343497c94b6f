import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

type Filter = (config: Record<string, unknown>) => boolean;

const adapter = createTestWireAdapter();
const emit = adapter.emit.bind(adapter);

/**
 * Stands for the GraphQL wire. The stub of the test package takes the data of all components away whenever one more is
 * made, which a chart that opens a list cannot be tested with.
 */
export const graphql = Object.assign(adapter, {
  emit(data: unknown, filter?: Filter, refresh?: () => Promise<unknown>): void {
    emit({ data, errors: undefined, refresh }, filter);
  },
  emitErrors(errors: unknown, filter?: Filter): void {
    emit({ data: undefined, errors }, filter);
  },
});

export const gql = jest.fn();
