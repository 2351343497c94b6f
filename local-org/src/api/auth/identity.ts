import type { RequestContext, RunningUser } from '../../execution';
import { MAX_API_VERSION, zoneOffsetMs } from '../../core';
import type { ResultValue } from '../../query';
import type { ApiDeps } from '../api-deps';
import { identityUrl } from './token-answer';

const USER_FIELDS = ['Username', 'Name', 'FirstName', 'LastName', 'Email', 'Alias', 'LastModifiedDate'];

/** Addresses of the APIs, with `{version}` for the client to fill in. */
const API_URLS: Readonly<Record<string, string>> = {
  enterprise: '/services/Soap/c/{version}/ORG',
  metadata: '/services/Soap/m/{version}/ORG',
  partner: '/services/Soap/u/{version}/ORG',
  rest: '/services/data/v{version}/',
  sobjects: '/services/data/v{version}/sobjects/',
  search: '/services/data/v{version}/search/',
  query: '/services/data/v{version}/query/',
  recent: '/services/data/v{version}/recent/',
  tooling_soap: '/services/Soap/T/{version}/ORG',
  tooling_rest: '/services/data/v{version}/tooling/',
  profile: '/USER',
  feeds: '/services/data/v{version}/chatter/feeds',
  custom_domain: '',
};

/**
 * What OpenID Connect's userinfo says of a user.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm
 */
export function userInfo(user: RunningUser, baseUrl: string, deps: ApiDeps): Record<string, unknown> {
  const fields = readUser(user, deps);
  return {
    sub: identityUrl(baseUrl, user.id, deps),
    user_id: user.id,
    organization_id: deps.org.info.id,
    preferred_username: user.username,
    nickname: fields['Alias'] ?? user.username.split('@')[0],
    name: fields['Name'] ?? user.username,
    email: fields['Email'] ?? null,
    email_verified: true,
    given_name: fields['FirstName'] ?? null,
    family_name: fields['LastName'] ?? null,
    zoneinfo: user.timeZone,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    utcOffset: utcOffsetMs(user.timeZone, deps.org.clock.now()),
    updated_at: fields['LastModifiedDate'] ?? null,
    is_app_installed: true,
    active: true,
    urls: apiUrls(user, baseUrl, deps),
  };
}

/**
 * What the identity URL (`/id/ORG/USER`) answers.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid.htm
 */
export function identity(user: RunningUser, baseUrl: string, deps: ApiDeps): Record<string, unknown> {
  const info = userInfo(user, baseUrl, deps);
  return {
    id: info['sub'],
    asserted_user: true,
    user_id: user.id,
    organization_id: deps.org.info.id,
    username: user.username,
    nick_name: info['nickname'],
    display_name: info['name'],
    email: info['email'],
    email_verified: true,
    first_name: info['given_name'],
    last_name: info['family_name'],
    timezone: user.timeZone,
    status: { created_date: null, body: null },
    urls: info['urls'],
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    utcOffset: info['utcOffset'],
    last_modified_date: info['updated_at'],
    is_app_installed: true,
  };
}

function readUser(user: RunningUser, deps: ApiDeps): Readonly<Record<string, ResultValue>> {
  const context: RequestContext = { user, mode: 'system', apiVersion: MAX_API_VERSION };
  const known = USER_FIELDS.filter((name) => deps.org.schema().find('User')?.field(name));
  const soql = `SELECT ${['Id', ...known].join(', ')} FROM User WHERE Id = :id`;
  return deps.org.query.query(soql, { context, binds: { id: user.id } }).records[0]?.fields ?? {};
}

function apiUrls(user: RunningUser, baseUrl: string, deps: ApiDeps): Record<string, string> {
  const org = deps.org.info.id.slice(0, 15);
  const entries = Object.entries(API_URLS).map(([name, path]): [string, string] => [
    name,
    baseUrl + path.replace('ORG', org).replace('USER', user.id),
  ]);
  return Object.fromEntries(entries);
}

/** Offset of a time zone's standard time from UTC in milliseconds: -28800000 for Los Angeles. */
function utcOffsetMs(timeZone: string, nowMs: number): number {
  const january = Date.UTC(new Date(nowMs).getUTCFullYear(), 0, 1);
  return zoneOffsetMs(timeZone, january);
}
