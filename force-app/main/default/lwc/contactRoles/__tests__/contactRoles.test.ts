import ContactRoleModal from 'c/contactRoleModal';
import ContactRoles from 'c/contactRoles';
import { refreshApex } from '@salesforce/apex';
import getContactRoles from '@salesforce/apex/ContactRoleController.getContactRoles';
import { expectErrorStates, press, provide, render, wordsOf, type Rendered } from 'testing/page';

jest.mock('c/contactRoleModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const ROLE = {
  roleId: '00K000000000001AAA',
  contactId: '003000000000001AAA',
  name: 'Mia Zhou',
  title: 'Chief Buyer',
  email: 'mia@palisade.example',
  role: 'Decision Maker',
  isPrimary: true,
};

async function show(roles: readonly object[]): Promise<Rendered> {
  const element = await render('contact-roles', ContactRoles, { recordId: '006000000000001AAA' });
  await provide(getContactRoles, roles);
  return element;
}

describe('c-contact-roles', () => {
  it('shows who decides, and who is the primary contact', async () => {
    const element = await show([ROLE]);
    expect(wordsOf(element)).toContain('Mia Zhou c.Contact_Role_Primary Decision Maker Chief Buyer');
    await expect(element).toBeAccessible();
  });

  it('adds the first contact as primary, and reads again', async () => {
    const open = jest.mocked(ContactRoleModal.open).mockResolvedValueOnce(true);
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Contact_Roles_Empty');
    await press(element, 'c.Gate_Fix_Contact_Role');
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ isPrimary: true }));
    expect(refreshApex).toHaveBeenCalled();
  });

  it('says what went wrong, and that access is missing', async () => {
    await expectErrorStates(await show([ROLE]), getContactRoles);
  });
});
