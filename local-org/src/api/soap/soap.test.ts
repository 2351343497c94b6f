import { Connection } from 'jsforce';
import { ADMIN, RunningApi } from '../testing/running-api';
import { PASSWORD, SoapClient } from './testing/soap-client';

describe('SOAP', () => {
  let api: RunningApi;
  let soap: SoapClient;
  beforeAll(async () => {
    api = await RunningApi.start();
    SoapClient.setPassword(api);
    soap = new SoapClient(api);
  });
  afterAll(() => api.stop());

  const credentials = (password: string): string =>
    `<username>${ADMIN}</username><password>${password}</password>`;

  it('login: lets jsforce in, which then works with the session', async () => {
    const connection = new Connection({ loginUrl: api.url });
    const user = await connection.login(ADMIN, PASSWORD);
    expect(user).toMatchObject({ organizationId: api.org.info.id });
    expect(connection.instanceUrl).toBe(api.url);
    expect((await connection.query('SELECT Id FROM User')).totalSize).toBeGreaterThan(0);
  });

  it.each([
    ['u', '/services/Soap/u/50.0'],
    ['c', '/services/Soap/c/67.0'],
  ])('login: answers addresses and user at the endpoint %s', async (letter, path) => {
    const { content } = await new SoapClient(api, path).call('login', credentials(PASSWORD), '', null);
    const version = path.slice(-4);
    const orgId = api.org.info.id.slice(0, 15);
    expect(content['result']).toMatchObject({
      serverUrl: `${api.url}/services/Soap/${letter}/${version}/${orgId}`,
      metadataServerUrl: `${api.url}/services/Soap/m/${version}/${orgId}`,
      sessionId: expect.stringMatching(/^00D\w{12}!AQ/),
      userId: expect.stringMatching(/^005/),
      passwordExpired: 'false',
      sandbox: 'false',
      userInfo: { userName: ADMIN, organizationId: api.org.info.id },
    });
  });

  it('login: refuses a wrong password with a fault of its own type', async () => {
    const { status, content } = await soap.call('login', credentials('wrong'), '', null);
    expect(status).toBe(500);
    expect(content).toMatchObject({
      faultcode: 'INVALID_LOGIN',
      faultstring: 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
      detail: { LoginFault: { exceptionCode: 'INVALID_LOGIN' } },
    });
  });

  it('refuses calls without a session', async () => {
    const { status, content } = await soap.call('getUserInfo', '', '', 'unknown');
    expect([status, content['faultcode']]).toEqual([500, 'sf:INVALID_SESSION_ID']);
  });

  it('logout: ends the session', async () => {
    const token = await api.login();
    const { name } = await soap.call('logout', '', '', token);
    expect(name).toBe('logoutResponse');
    expect((await soap.call('getUserInfo', '', '', token)).content['faultcode']).toBe(
      'sf:INVALID_SESSION_ID',
    );
  });

  it('getUserInfo and getServerTimestamp: answer user and time', async () => {
    expect(await soap.result('getUserInfo')).toMatchObject({ userName: ADMIN, sessionSecondsValid: '7200' });
    expect(await soap.result('getServerTimestamp')).toEqual({ timestamp: '2026-01-15T12:00:00.000Z' });
  });

  it('setPassword: sets a password and refuses a weak one', async () => {
    const { userId } = await soap.result('getUserInfo');
    const weak = await soap.call(
      'setPassword',
      `<userId>${String(userId)}</userId><password>short</password>`,
    );
    expect(weak.content['faultcode']).toBe('sf:INVALID_NEW_PASSWORD');
    await soap.result('setPassword', `<userId>${String(userId)}</userId><password>changed123</password>`);
    expect(api.org.users.authenticate(ADMIN, 'changed123')).toBeDefined();
    SoapClient.setPassword(api);
  });

  it.each([
    ['/services/Soap/u/67.0', 'merge', '', 'SOAP operation merge'],
    ['/services/Soap/s/67.0', 'compileAndTest', '', 'SOAP operation compileAndTest'],
    ['/services/Soap/T/67.0', 'query', '', 'SOAP operation query'],
    ['/services/Soap/c/67.0', 'create', '', 'SOAP operation create'],
    [
      '/services/Soap/u/67.0',
      'create',
      '<AssignmentRuleHeader><assignmentRuleId>01Q000000000001</assignmentRuleId></AssignmentRuleHeader>',
      'SOAP header AssignmentRuleHeader: assignmentRuleId',
    ],
  ])('refuses by name at %s: %s %s', async (path, operation, header, feature) => {
    const { status, content } = await new SoapClient(api, path).call(operation, '', header);
    expect([status, content['faultstring']]).toEqual([
      501,
      `LOCAL_ORG_UNSUPPORTED: ${feature} is not supported by the local org`,
    ]);
  });
});
