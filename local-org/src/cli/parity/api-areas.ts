/** A part of the API with the page that describes it and the test that uses it. */
export interface ApiArea {
  readonly name: string;
  /** What the paths of the area begin with; of several areas the longest prefix counts. */
  readonly prefixes: readonly string[];
  readonly documentation: string;
  /** Test file, from the root of the repository. */
  readonly test: string;
  /** Resources that answer less than the platform does, with what is missing. */
  readonly partial?: Readonly<Record<string, string>>;
}

const REST = 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest';
const BULK = 'https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch';
const SOAP = 'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api';

/** The parts of the API over HTTP and JSON. */
export const API_AREAS: readonly ApiArea[] = [
  {
    name: 'Records and describes',
    prefixes: ['/', '/sobjects', '/limits'],
    documentation: `${REST}/resources_list.htm`,
    test: 'local-org/src/api/rest/records.test.ts',
  },
  {
    name: 'Query and search',
    prefixes: ['/query', '/queryAll', '/search', '/parameterizedSearch'],
    documentation: `${REST}/resources_query.htm`,
    test: 'local-org/src/api/rest/query.test.ts',
  },
  {
    name: 'User Interface API',
    prefixes: ['/ui-api'],
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_get_started.htm',
    test: 'local-org/src/api/ui-api/records/records.test.ts',
    partial: {
      '/ui-api/themes/active': 'one theme, without images',
    },
  },
  {
    name: 'GraphQL API',
    prefixes: ['/graphql'],
    documentation: 'https://developer.salesforce.com/docs/platform/graphql/guide/graphql-about.html',
    test: 'local-org/src/api/graphql/graphql.test.ts',
    partial: {
      '/graphql':
        'scopes MINE and EVERYTHING; compound fields by their parts; no CUBE, ROLLUP, layouts and list views',
    },
  },
  {
    name: 'Recent items, suggestions and notifications',
    prefixes: ['/recent', '/search/suggestions', '/connect/notifications'],
    documentation: `${REST}/resources_recent_items.htm`,
    test: 'local-org/src/api/ui-api/notifications/notifications.test.ts',
  },
  {
    name: 'Composite',
    prefixes: ['/composite'],
    documentation: `${REST}/resources_composite_resources.htm`,
    test: 'local-org/src/api/composite/composite.test.ts',
  },
  {
    name: 'Bulk API 2.0',
    prefixes: ['/jobs', '/services/async'],
    documentation: `${BULK}/bulk_api_2_0.htm`,
    test: 'local-org/src/api/bulk/ingest/ingest.test.ts',
  },
  {
    name: 'Tooling API',
    prefixes: ['/tooling'],
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_api_tooling.htm',
    test: 'local-org/src/api/tooling/tooling.test.ts',
    partial: {
      '/tooling/query': 'objects of this org, and deployed components by their names',
      '/tooling/sobjects/:object': 'no records are created',
    },
  },
  {
    name: 'Metadata API over REST',
    prefixes: ['/metadata'],
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm',
    test: 'local-org/src/api/metadata/deploy-request.test.ts',
  },
  {
    name: 'OAuth and identity',
    prefixes: ['/services/oauth2', '/id', '/secur'],
    documentation: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_endpoints.htm',
    test: 'local-org/src/api/auth/oauth.test.ts',
  },
];

/** The SOAP endpoints by path. */
export const SOAP_AREAS: Readonly<Record<string, Omit<ApiArea, 'prefixes' | 'partial'>>> = {
  '/services/Soap/u/:version': {
    name: 'SOAP: Partner API',
    documentation: `${SOAP}/sforce_api_calls_list.htm`,
    test: 'local-org/src/api/soap/partner/partner.test.ts',
  },
  '/services/Soap/c/:version': {
    name: 'SOAP: Enterprise API',
    documentation: `${SOAP}/sforce_api_calls_list.htm`,
    test: 'local-org/src/api/soap/soap.test.ts',
  },
  '/services/Soap/m/:version': {
    name: 'SOAP: Metadata API',
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_calls_intro.htm',
    test: 'local-org/src/api/metadata/metadata-soap.test.ts',
  },
};
