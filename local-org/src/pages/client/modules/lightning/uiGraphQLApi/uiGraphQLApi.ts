import { refreshGiven } from 'shell/wire';

export { gql, graphql } from 'lightning/graphql';

/** Asks the query behind a wire for its data anew. @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-refresh.html */
export const refreshGraphQL = refreshGiven;
