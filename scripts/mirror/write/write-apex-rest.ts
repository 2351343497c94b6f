import type { ApexMethod, ApexType } from '../apex/declarations';
import { REST_VIEW } from '../apex/json-view';
import { TypeWriter, type ApexPackage } from '../apex/type-writer';
import { HEADER, literal, moduleText } from './type-text';
import { RECORDS_MODULE } from './write-records';

/** HTTP methods by annotation. */
const HTTP_METHODS: Readonly<Record<string, string>> = {
  httpget: 'GET',
  httppost: 'POST',
  httpput: 'PUT',
  httppatch: 'PATCH',
  httpdelete: 'DELETE',
};
/** Methods that have no body. */
const WITHOUT_BODY = new Set(['GET', 'DELETE']);

const LOOKUP_TYPES = `/** Path below \`/services/apexrest\`, as \`urlMapping\` writes it. */
export type RestPath = keyof ApexRestResources;
/** Methods that a resource answers. */
export type RestMethod<Path extends RestPath> = keyof ApexRestResources[Path];
/** Body that a method takes. */
export type RestRequest<Path extends RestPath, Method extends RestMethod<Path>> =
  ApexRestResources[Path][Method] extends { readonly request: infer Request } ? Request : never;
/** Body that a method answers. */
export type RestResponse<Path extends RestPath, Method extends RestMethod<Path>> =
  ApexRestResources[Path][Method] extends { readonly response: infer Response } ? Response : never;
`;

/**
 * Declares the paths, methods and bodies of the Apex REST resources. What a method reads from or writes to
 * `RestContext` itself is not in its signature and stays `unknown`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
 */
export function writeApexRest(apex: ApexPackage): string {
  const writer = new TypeWriter(apex, REST_VIEW);
  const resources = apex.types
    .mentioning(/@RestResource\b/i)
    .filter(({ annotations }) => 'restresource' in annotations)
    .map((type) => resourceText(type, writer));
  if (resources.length === 0) return HEADER;
  return (
    HEADER +
    moduleText('opportunity-hub/apex-rest', [
      `import type * as Records from ${literal(RECORDS_MODULE)};`,
      `/** Apex REST resources by path. */\nexport interface ApexRestResources {\n${resources.join('')}}`,
      LOOKUP_TYPES,
      writer.declarations(),
    ])
  );
}

function resourceText(type: ApexType, writer: TypeWriter): string {
  const path = type.annotations['restresource']?.['urlmapping'] ?? '';
  const methods = type.methods.flatMap((method) =>
    Object.entries(HTTP_METHODS)
      .filter(([annotation]) => annotation in method.annotations)
      .map(([, http]) => methodText(http, method, type, writer)),
  );
  return `  /** ${type.name} */\n  readonly ${literal(path)}: {\n${methods.join('')}  };\n`;
}

function methodText(http: string, method: ApexMethod, type: ApexType, writer: TypeWriter): string {
  const request = WITHOUT_BODY.has(http) ? 'undefined' : requestText(method, type, writer);
  const response = method.returnType === null ? 'unknown' : writer.resultText(method.returnType, type);
  return `    readonly ${http}: { readonly request: ${request}; readonly response: ${response} };\n`;
}

/** The body has one property for each parameter. */
function requestText({ parameters }: ApexMethod, type: ApexType, writer: TypeWriter): string {
  if (parameters.length === 0) return 'unknown';
  const members = parameters.map(
    (parameter) => `readonly ${parameter.name}: ${writer.inputText(parameter.type, type)}`,
  );
  return `{ ${members.join('; ')} }`;
}
