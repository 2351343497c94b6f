import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { parseUrl } from '../http/path';
import { ok, RawContent, type RestResponse } from '../http/responses';
import { baseUrlOf, sendResponse } from '../http/send';
import { tokenOf } from './authenticate';
import { AuthorizationCodes } from './authorization-codes';
import { AuthorizeEndpoint } from './authorize';
import { clientCredentials } from './clients';
import { Frontdoor } from './frontdoor';
import { identity, userInfo } from './identity';
import { OAuthError } from './oauth-error';
import type { Session } from './session-store';
import { TokenEndpoint } from './token-endpoint';
import { introspectToken, revokeToken } from './token-inspection';

/** Forms are short. */
const MAX_FORM_BYTES = 64 * 1024;

/** A request to one of the endpoints below, as they read it. */
interface AuthRequest {
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly http: FastifyRequest;
  readonly baseUrl: string;
}

type AuthHandler = (request: AuthRequest) => RestResponse;

/**
 * Adds the OAuth endpoints and the identity service.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_endpoints.htm
 */
export function registerAuth(app: FastifyInstance, deps: ApiDeps): void {
  const codes = new AuthorizationCodes(deps.org.clock);
  const tokens = new TokenEndpoint(codes, deps);
  const login = new AuthorizeEndpoint(codes, deps);
  const frontdoor = new Frontdoor(deps);
  const route = (method: 'GET' | 'POST', url: string, handler: AuthHandler): void =>
    addRoute(app, method, url, handler, deps);

  route('POST', '/services/oauth2/token', ({ form, http, baseUrl }) =>
    tokens.answer({
      form,
      client: clientCredentials(form, http.headers.authorization),
      baseUrl,
      ownUrls: ownUrls(http, deps),
    }),
  );
  route('GET', '/services/oauth2/authorize', ({ query }) => login.begin(query));
  route('POST', '/services/oauth2/authorize', ({ form, http }) => login.submit(form, http.headers.cookie));
  route('GET', '/services/oauth2/revoke', ({ query }) => revokeToken(query.get('token'), deps));
  route('POST', '/services/oauth2/revoke', ({ form }) => revokeToken(form.get('token'), deps));
  route('POST', '/services/oauth2/introspect', ({ form, http, baseUrl }) =>
    introspectToken(form, clientCredentials(form, http.headers.authorization), baseUrl, deps),
  );
  const info: AuthHandler = (request) =>
    withSession(request, deps, (session) => ok(userInfo(session.user, request.baseUrl, deps)));
  route('GET', '/services/oauth2/userinfo', info);
  route('POST', '/services/oauth2/userinfo', info);
  route('GET', '/services/oauth2/singleaccess', (request) =>
    withSession(request, deps, (session) =>
      frontdoor.singleAccess(session, request.query.get('redirect_uri'), request.baseUrl),
    ),
  );
  route('GET', '/secur/frontdoor.jsp', ({ query, http }) => frontdoor.open(query, http.host));
  route('GET', '/id/:org/:user', (request) => identityAnswer(request, deps));
}

function addRoute(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  url: string,
  handler: AuthHandler,
  deps: ApiDeps,
): void {
  app.route({
    method,
    url,
    onRequest: (request, _reply, done) => {
      request.maxBodyBytes = MAX_FORM_BYTES;
      done();
    },
    handler: (request: FastifyRequest, reply: FastifyReply) => {
      try {
        return sendResponse(reply, handler(authRequest(request, deps)));
      } catch (error) {
        if (error instanceof OAuthError) return sendResponse(reply, error.toResponse());
        throw error;
      }
    },
  });
}

function authRequest(http: FastifyRequest, deps: ApiDeps): AuthRequest {
  const text = Buffer.isBuffer(http.body) ? http.body.toString('utf8') : '';
  return {
    query: parseUrl(http.url).query,
    form: new URLSearchParams(text),
    http,
    baseUrl: baseUrlOf(http, deps),
  };
}

/** Runs with the session of the header, or of `oauth_token`; answers 403 in the platform's words without one. */
function withSession(
  { http, query }: AuthRequest,
  deps: ApiDeps,
  work: (session: Session) => RestResponse,
): RestResponse {
  const token = tokenOf(http.headers.authorization) ?? query.get('oauth_token');
  if (token === null) return refused('Missing_OAuth_Token');
  const session = deps.sessions.find(token);
  return session ? work(session) : refused('Bad_OAuth_Token');
}

function identityAnswer(request: AuthRequest, deps: ApiDeps): RestResponse {
  const { org = '', user = '' } = request.http.params as { org?: string; user?: string };
  return withSession(request, deps, (session) => {
    if (org.slice(0, 15) !== deps.org.info.id.slice(0, 15)) return refused('Wrong_Org', 404);
    const subject = deps.org.users.findById(user);
    return subject?.id === session.user.id
      ? ok(identity(subject, request.baseUrl, deps))
      : refused('Bad_Id', 404);
  });
}

function refused(text: string, status = 403): RestResponse {
  return { status, body: new RawContent('text/html; charset=UTF-8', text) };
}

/** Addresses that are this org's, without a trailing slash: the configured one, and loopback at the port in use. */
function ownUrls(request: FastifyRequest, deps: ApiDeps): string[] {
  const port = request.socket.localPort;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${request.protocol}://${host}:${port}`);
  return deps.instanceUrl === undefined ? loopback : [deps.instanceUrl, ...loopback];
}
