import { queryString, request, UI_API } from 'shell/http';
import { many, type OneOrMany } from 'shell/references';
import { defineWire } from 'shell/wire';

/** The entries that a user may have in a navigation. @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-get-nav-items.html */
export const getNavItems = defineWire<
  {
    readonly formFactor?: string | undefined;
    readonly navItemNames?: OneOrMany<string> | undefined;
    readonly page?: number | undefined;
    readonly pageSize?: number | undefined;
  },
  unknown
>({
  ready: () => true,
  load: ({ navItemNames, ...query }) =>
    request(`${UI_API}/nav-items${queryString({ ...query, navItemNames: many(navItemNames) })}`),
});
