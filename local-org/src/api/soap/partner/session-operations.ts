import { ApiError, MAX_API_VERSION } from '../../../core';
import type { RequestContext, RunningUser } from '../../../execution';
import type { ApiDeps } from '../../api-deps';
import { checkPassword } from '../../rest/user-passwords';
import type { SoapAnswer, SoapCall, SoapCallWithoutSession } from '../soap-endpoint';
import { elementOf, textOf } from '../soap-envelope';
import { NIL, type XmlNode } from '../soap-writer';

const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024;
const CURRENCY = { code: 'USD', symbol: '$', locale: 'en_US' } as const;

/**
 * `login`, by username and password.
 *
 * DEVIATION: users of the local org have no security token, so none may follow the password; and `login` is answered
 * in every version, while the platform ends it with version 65.
 * @throws ApiError INVALID_LOGIN
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_login.htm
 */
export function login(call: SoapCallWithoutSession, letter: string, deps: ApiDeps): SoapAnswer {
  const { arguments: args, apiVersion, baseUrl } = call;
  const user = deps.org.users.authenticate(textOf(args['username']) ?? '', textOf(args['password']) ?? '');
  if (!user) {
    throw new ApiError('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
  }
  const { token } = deps.sessions.create(user, null);
  const orgId = deps.org.info.id.slice(0, 15);
  const urlOf = (path: string): string => `${baseUrl}/services/Soap/${path}/${apiVersion}.0/${orgId}`;
  return {
    body: {
      result: {
        metadataServerUrl: urlOf('m'),
        passwordExpired: false,
        sandbox: false,
        serverUrl: urlOf(letter),
        sessionId: token,
        userId: user.id,
        userInfo: userInfo(user, deps),
      },
    },
  };
}

/**
 * `logout`, `getUserInfo`, `getServerTimestamp` and `setPassword`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_list.htm
 */
export function sessionOperations(deps: ApiDeps): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  return {
    logout: ({ header }) => {
      deps.sessions.revoke((textOf(elementOf(header['SessionHeader'])['sessionId']) ?? '').trim());
      return { body: {} };
    },
    getUserInfo: ({ context }) => ({ body: { result: userInfo(context.user, deps) } }),
    getServerTimestamp: () => ({
      body: { result: { timestamp: new Date(deps.org.clock.now()).toISOString() } },
    }),
    setPassword: (call) => setPassword(call, deps),
  };
}

/** Users may set their own password, user administrators any. */
function setPassword({ arguments: args, context }: SoapCall, deps: ApiDeps): SoapAnswer {
  const userId = textOf(args['userId']) ?? '';
  const password = textOf(args['password']) ?? '';
  const user = deps.org.users.findById(userId);
  if (!user) throw new ApiError('INVALID_ID_FIELD', `invalid user id: ${userId}`);
  if (user.id !== context.user.id && !deps.org.access.hasUserPermission(context.user, 'ManageUsers')) {
    throw new ApiError('INSUFFICIENT_ACCESS', 'insufficient access rights on object id');
  }
  checkPassword(password);
  deps.org.users.setPassword(user.id, password);
  return { body: { result: {} } };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_getuserinfo_getuserinforesult.htm */
function userInfo(user: RunningUser, deps: ApiDeps): XmlNode {
  const context: RequestContext = { user, mode: 'system', apiVersion: MAX_API_VERSION };
  const soql = 'SELECT Name, Email FROM User WHERE Id = :id';
  const { fields = {} } = deps.org.query.query(soql, { context, binds: { id: user.id } }).records[0] ?? {};
  return {
    accessibilityMode: false,
    chatterExternal: false,
    currencySymbol: CURRENCY.symbol,
    orgAttachmentFileSizeLimit: MAX_ATTACHMENT_BYTES,
    orgDefaultCurrencyIsoCode: CURRENCY.code,
    orgDefaultCurrencyLocale: CURRENCY.locale,
    orgDisallowHtmlAttachments: false,
    orgHasPersonAccounts: false,
    organizationId: deps.org.info.id,
    organizationMultiCurrency: false,
    organizationName: deps.org.info.name,
    profileId: user.profileId,
    roleId: user.roleId ?? NIL,
    sessionSecondsValid: Math.floor(deps.sessions.timeoutMs / 1000),
    userDefaultCurrencyIsoCode: NIL,
    userEmail: typeof fields['Email'] === 'string' ? fields['Email'] : NIL,
    userFullName: typeof fields['Name'] === 'string' ? fields['Name'] : user.username,
    userId: user.id,
    userLanguage: user.language,
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: 'Standard',
    userUiSkin: 'Theme3',
  };
}
