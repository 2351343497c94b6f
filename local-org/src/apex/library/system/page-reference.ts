import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexMap } from '../../runtime/values/apex-map';
import type { ApexValue } from '../../runtime/values/apex-value';
import { mapOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';
import { accessorMethods } from '../settable';

function newPage(runtime: ApexRuntime, _type: unknown, url: string | null): PlatformStruct {
  const [path = '', query = ''] = (url ?? runtime.throwNull()).split('?');
  return new PlatformStruct('System.PageReference', {
    path,
    redirect: false,
    parameters: mapOf(runtime, 'String', 'String', [...new URLSearchParams(query)]),
    headers: mapOf(runtime, 'String', 'String', []),
  });
}

/** `/apex/Deals?id=006...`, parameters in their order. */
function urlOf({ values }: PlatformStruct): string {
  const parameters = values['parameters'] instanceof ApexMap ? [...values['parameters'].pairs()] : [];
  const query = new URLSearchParams(
    parameters.map(([name, value]): [string, string] => [String(name), String(value ?? '')]),
  );
  const anchor = typeof values['Anchor'] === 'string' ? `#${values['Anchor']}` : '';
  return `${String(values['path'])}${parameters.length > 0 ? `?${query.toString()}` : ''}${anchor}`;
}

/** The address of a page. The local org has no Visualforce pages: their content cannot be asked for. */
export const pageReferenceClass: PlatformClass = {
  name: 'System.PageReference',
  kind: 'class',
  documentation: referencePage('apex_System_PageReference'),
  members: [
    method('new(String url)', newPage),
    method('String getUrl()', (_runtime: ApexRuntime, self: PlatformStruct) => urlOf(self)),
    method(
      'Map<String, String> getParameters()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['parameters'] ?? null,
    ),
    method(
      'Map<String, String> getHeaders()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['headers'] ?? null,
    ),
    method(
      'Boolean getRedirect()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['redirect'] ?? false,
    ),
    method(
      'System.PageReference setRedirect(Boolean redirect)',
      (_runtime: ApexRuntime, self: PlatformStruct, redirect: ApexValue) => {
        self.values['redirect'] = redirect;
        return self;
      },
    ),
    ...accessorMethods('String', 'Anchor'),
  ],
};
