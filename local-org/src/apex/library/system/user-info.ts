import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { RecordValues } from '../../../core';
import { ApexTimeZone } from '../../runtime/values/apex-time-zone';
import { method, type PlatformClass } from '../platform-class';

/** A field of the running user's record. */
function userField(name: string) {
  return (runtime: ApexRuntime): RecordValues[string] => {
    const type = runtime.org.schema().find('User');
    return (type && runtime.org.store.find(type, runtime.user.id)?.[name]) ?? null;
  };
}

function organizationField(name: string) {
  return (runtime: ApexRuntime): string | null => {
    const row = runtime.org.store.prepare(`SELECT "${name}" AS value FROM "Organization"`).get() as
      { readonly value: string | null } | undefined;
    return row?.value ?? null;
  };
}

/** The user as whom the code runs. */
export const userInfoClass: PlatformClass = {
  name: 'System.UserInfo',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_userinfo.htm',
  members: [
    method('static String getUserId()', (runtime: ApexRuntime) => runtime.user.id),
    method('static String getUserName()', (runtime: ApexRuntime) => runtime.user.username),
    method('static String getProfileId()', (runtime: ApexRuntime) => runtime.user.profileId),
    method('static String getUserRoleId()', (runtime: ApexRuntime) => runtime.user.roleId),
    method('static String getLocale()', (runtime: ApexRuntime) => runtime.user.locale),
    method('static String getLanguage()', (runtime: ApexRuntime) => runtime.user.language),
    method(
      'static TimeZone getTimeZone()',
      (runtime: ApexRuntime) => new ApexTimeZone(runtime.user.timeZone),
    ),
    method('static String getFirstName()', userField('FirstName')),
    method('static String getLastName()', userField('LastName')),
    method('static String getName()', userField('Name')),
    method('static String getUserEmail()', userField('Email')),
    method('static String getUserType()', userField('UserType')),
    method('static String getOrganizationId()', organizationField('Id')),
    method('static String getOrganizationName()', organizationField('Name')),
    method('static String getDefaultCurrency()', () => 'USD'),
    method('static Boolean isMultiCurrencyOrganization()', () => false),
    method('static String getSessionId()', () => null),
    method('static String getUiTheme()', () => 'Theme4d'),
    method('static String getUiThemeDisplayed()', () => 'Theme4d'),
  ],
};
