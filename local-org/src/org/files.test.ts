import { TestOrg } from './testing/test-org';

const HELLO = Buffer.from('hello').toString('base64');

describe('files', () => {
  const testOrg = new TestOrg();
  const { admin } = testOrg;
  const context = { user: admin, mode: 'user', apiVersion: 67 } as const;
  const rows = (soql: string): readonly object[] => testOrg.query(soql);
  const save = (records: readonly Record<string, string>[]): string[] =>
    testOrg.insert('ContentVersion', records);
  const [account = ''] = testOrg.insert('Account', [{ Name: 'Acme' }]);
  const [first = ''] = save([
    { PathOnClient: 'plans/Plan.docx', VersionData: HELLO, FirstPublishLocationId: account },
  ]);
  const documentOf = (version: string): string => {
    const [row] = rows(`SELECT ContentDocumentId FROM ContentVersion WHERE Id = '${version}'`);
    return (row as { ContentDocumentId: string }).ContentDocumentId;
  };
  const document = documentOf(first);

  afterAll(() => testOrg.org.close());

  it('the first version says what kind of file it is, and makes the document', () => {
    expect(
      rows(
        'SELECT Title, FileExtension, FileType, ContentSize, Checksum, IsLatest, VersionNumber, ContentDocument.Title, ' +
          `ContentDocument.LatestPublishedVersionId FROM ContentVersion WHERE Id = '${first}'`,
      ),
    ).toMatchObject([
      {
        Title: 'Plan',
        FileExtension: 'docx',
        FileType: 'WORD_X',
        ContentSize: 5,
        Checksum: '5d41402abc4b2a76b9719d911017c592',
        IsLatest: true,
        VersionNumber: '1',
        ContentDocument: { fields: { Title: 'Plan', LatestPublishedVersionId: first } },
      },
    ]);
  });

  it('the document is linked to its owner and to the record it was published at', () => {
    const links = rows(
      `SELECT LinkedEntityId, ShareType FROM ContentDocumentLink WHERE ContentDocumentId = '${document}' ORDER BY ShareType`,
    );
    expect(links).toMatchObject([
      { LinkedEntityId: account, ShareType: 'V' },
      { LinkedEntityId: admin.id, ShareType: 'I' },
    ]);
  });

  it('a later version becomes the latest, and the document shows it', () => {
    const [second = ''] = save([
      { PathOnClient: 'Plan 2.pdf', VersionData: HELLO, ContentDocumentId: document },
    ]);
    expect(
      rows(
        `SELECT Id, IsLatest, VersionNumber FROM ContentVersion WHERE ContentDocumentId = '${document}' ORDER BY VersionNumber`,
      ),
    ).toMatchObject([
      { Id: first, IsLatest: false, VersionNumber: '1' },
      { Id: second, IsLatest: true, VersionNumber: '2' },
    ]);
    testOrg.org.dml.update('ContentVersion', [{ Id: second, Title: 'The plan' }], {
      context,
      allOrNone: true,
    });
    expect(
      rows(`SELECT Title, FileType, LatestPublishedVersionId FROM ContentDocument WHERE Id = '${document}'`),
    ).toMatchObject([{ Title: 'The plan', FileType: 'PDF', LatestPublishedVersionId: second }]);
  });

  it('a file needs content', () => {
    const [result] = testOrg.org.dml.insert('ContentVersion', [{ PathOnClient: 'x.txt', Title: 'x' }], {
      context,
      allOrNone: false,
    });
    expect(result?.errors).toMatchObject([{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['VersionData'] }]);
  });

  it('deleting a document takes its versions and links along', () => {
    testOrg.org.dml.delete([document], { context, allOrNone: true });
    expect(rows(`SELECT Id FROM ContentVersion WHERE ContentDocumentId = '${document}'`)).toEqual([]);
    expect(rows(`SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '${document}'`)).toEqual([]);
  });
});
