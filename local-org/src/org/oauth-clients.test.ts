import { TestOrg } from './testing/test-org';
import type { PackageFiles } from './testing/package-zip';

const POLICIES = {
  externalClientApplication: 'Robot',
  isClientCredentialsFlowEnabled: true,
  clientCredentialsFlowUser: 'robot@test.org',
  isGuestCodeCredFlowEnabled: false,
  isTokenExchangeFlowEnabled: false,
  label: 'Robot_defaultPolicy',
  commaSeparatedPermissionSet: 'Robots',
  permittedUsersPolicyType: 'AdminApprovedPreAuthorized',
  refreshTokenPolicyType: 'Infinite',
  requiredSessionLevel: 'STANDARD',
};
const FILES: PackageFiles = {
  'externalClientApps/Robot.eca': {
    label: 'Robot',
    contactEmail: 'robot@test.org',
    distributionState: 'Local',
    isProtected: false,
  },
  'extlClntAppOauthSettings/Robot_oauth.ecaOauth': {
    commaSeparatedOauthScopes: 'Api, RefreshToken',
    externalClientApplication: 'Robot',
    label: 'Robot_oauth',
  },
  'extlClntAppGlobalOauthSets/Robot_glbloauth.ecaGlblOauth': {
    callbackUrl: 'http://localhost/one\nhttp://localhost/two',
    consumerKey: 'robot-key',
    consumerSecret: 'robot-secret',
    externalClientApplication: 'Robot',
    isConsumerSecretOptional: false,
    isIntrospectAllTokens: false,
    isPkceRequired: false,
    isSecretRequiredForRefreshToken: false,
    label: 'Robot_glbloauth',
    shouldRotateConsumerKey: false,
    shouldRotateConsumerSecret: false,
  },
  'extlClntAppOauthPolicies/Robot_defaultPolicy.ecaOauthPlcy': POLICIES,
  'extlClntAppPolicies/Robot_defaultPolicy.ecaPlcy': {
    externalClientApplication: 'Robot',
    isEnabled: true,
    isOauthPluginEnabled: true,
    label: 'Robot_defaultPolicy',
    startPage: 'None',
  },
  'permissionsets/Robots.permissionset': { label: 'Robots' },
};

describe('findOAuthClient', () => {
  const test = new TestOrg({ localClient: { clientId: 'own-key', publicKeyPem: 'PEM' } });

  beforeAll(async () => {
    await test.deploy(FILES);
  });

  afterAll(() => {
    test.org.close();
  });

  it('knows its own clients, and none that nobody made', () => {
    expect(test.org.findOAuthClient('PlatformCLI')).toMatchObject({ certificate: null });
    expect(test.org.findOAuthClient('own-key')).toMatchObject({ certificate: 'PEM' });
    expect(test.org.findOAuthClient('nobody')).toBeUndefined();
  });

  it('reads an external client app from its five parts', () => {
    expect(test.org.findOAuthClient('robot-key')).toMatchObject({
      label: 'Robot',
      callbackUrls: ['http://localhost/one', 'http://localhost/two'],
      clientCredentialsUser: 'robot@test.org',
      scopes: ['api', 'refresh_token'],
      secretHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      certificate: null,
    });
  });

  it('is pre-authorised for users with the permission set only', () => {
    const client = test.org.findOAuthClient('robot-key');
    const [robot, plain] = [test.addUser('robot', { permissionSets: ['Robots'] }), test.addUser('plain', {})];
    expect([client?.isPreauthorized(robot), client?.isPreauthorized(plain)]).toEqual([true, false]);
  });

  it('is gone when a deploy switches the app off', async () => {
    const path = 'extlClntAppPolicies/Robot_defaultPolicy.ecaPlcy';
    await test.deploy({ [path]: { ...FILES[path], isEnabled: false } });
    expect(test.org.findOAuthClient('robot-key')).toBeUndefined();
  });
});
