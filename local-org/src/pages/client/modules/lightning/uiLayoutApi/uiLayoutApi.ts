import { queryString, request, UI_API } from 'shell/http';
import { objectName, type ObjectReference } from 'shell/references';
import { defineWire } from 'shell/wire';

interface LayoutConfig {
  readonly objectApiName?: ObjectReference | undefined;
  readonly layoutType?: string | undefined;
  readonly mode?: string | undefined;
  readonly recordTypeId?: string | undefined;
  readonly formFactor?: string | undefined;
}

const load = ({ objectApiName, ...query }: LayoutConfig, rest = ''): Promise<unknown> =>
  request(`${UI_API}/layout/${objectName(objectApiName)}${rest}${queryString({ ...query })}`);

/** The layout of an object for the user. @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-get-layout.html */
export const getLayout = defineWire<LayoutConfig, unknown>({
  ready: ({ objectApiName }) => !!objectApiName,
  load: (config) => load(config),
});

/** Which sections of a layout the user has closed. */
export const getLayoutUserState = defineWire<LayoutConfig, unknown>({
  ready: ({ objectApiName }) => !!objectApiName,
  load: (config) => load(config, '/user-state'),
});
