import { ComponentStore } from '../../metadata';
import { TestOrg } from '../../org/testing/test-org';
import { orgVersion } from './org-version';

const permission = (label: string): Record<string, object> => ({
  'customPermissions/Guide.customPermission': { isLicensed: false, label },
  'customPermissions/Rescuer.customPermission': { isLicensed: false, label },
});

describe('orgVersion', () => {
  const test = new TestOrg();
  afterAll(() => test.org.close());

  it('is the same for the same components, as after a restart, and another after a deploy', async () => {
    await test.deploy(permission('Guide') as never);
    const before = test.org.components();
    const all = before.types().flatMap((type) => before.all(type));
    expect(orgVersion(ComponentStore.of(all.toReversed()))).toBe(orgVersion(before));
    await test.deploy(permission('Mountain guide') as never);
    expect(orgVersion(test.org.components())).not.toBe(orgVersion(before));
  });
});
