import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestOrg } from '../../org/testing/test-org';
import { componentCheck } from './check-components';
import { installedPackages } from '../vendor/installed-packages';
import { FileCompiler } from './file-compiler';

const CONFIGURATION = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></LightningComponentBundle>`;
const APEX =
  'public class Trips { @AuraEnabled public static String next() { return null; } public static void hidden() {} }';
const CLASS_CONFIGURATION = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`;

const component = (name: string, files: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`lwc/${name}/${name}.${file}`, text])),
  [`lwc/${name}/${name}.js-meta.xml`]: CONFIGURATION,
});
const script = (head: string, body = ''): string =>
  `import { LightningElement } from 'lwc';\n${head}\nexport default class Mine extends LightningElement {${body}}`;

describe('components at deploy', () => {
  const cache = mkdtempSync(join(tmpdir(), 'components-'));
  let test: TestOrg;
  beforeEach(() => {
    test = new TestOrg();
    test.org.metadata.addCheck(
      componentCheck({
        compiler: new FileCompiler(cache),
        apex: test.org.apexService,
        hasModule: (name) => name === 'lwc' || name.startsWith('lightning/'),
        baseModules: installedPackages(__filename).baseModules,
      }),
    );
  });
  afterEach(() => test.org.close());
  afterAll(() => rmSync(cache, { recursive: true }));

  const failures = async (files: Record<string, string>): Promise<unknown[]> => {
    const { failures: rows } = await test.tryDeploy(files);
    return rows.map(({ fullName, fileName, lineNumber, problem }) => ({
      fullName,
      fileName,
      lineNumber,
      problem,
    }));
  };

  it.each([
    [
      'a template that does not compile',
      { html: '<template>\n<p onclick={go()}></p>\n</template>' },
      'html',
      2,
      /LWC1060/,
    ],
    ['a script that does not compile', { js: script('const = 1;') }, 'js', 2, /Unexpected token/],
    ['an annotation that is not allowed', { js: script('', '\n @api onPick') }, 'js', 4, /api/],
    [
      'a component that is missing',
      { html: '<template>\n<c-not-there></c-not-there></template>' },
      'html',
      2,
      /No MODULE named markup:\/\/c:notThere/,
    ],
    [
      'a platform module that is missing',
      { js: script("import x from 'other/thing';", 'x = x;') },
      'js',
      2,
      /other\/thing/,
    ],
    [
      'an object that is missing',
      { js: script("import x from '@salesforce/schema/Wombat__c';", 'x = x;') },
      'js',
      2,
      /Wombat__c/,
    ],
    [
      'a field that is missing',
      { js: script("import x from '@salesforce/schema/Account.Wombat__c';", 'x = x;') },
      'js',
      2,
      /Account\.Wombat__c/,
    ],
    [
      'a label that is missing',
      { js: script("import x from '@salesforce/label/c.Wombat';", 'x = x;') },
      'js',
      2,
      /c\.Wombat/,
    ],
    [
      'a scope that is not documented',
      { js: script("import x from '@salesforce/wombat/size';", 'x = x;') },
      'js',
      2,
      /^Invalid reference @salesforce\/wombat\/size of type module$/,
    ],
    [
      'a name that its scope does not have',
      { js: script("import x from '@salesforce/i18n/wombat';", 'x = x;') },
      'js',
      2,
      /^Invalid reference @salesforce\/i18n\/wombat of type module$/,
    ],
    [
      'a module of sites',
      { js: script("import x from '@salesforce/community/basePath';", 'x = x;') },
      'js',
      2,
      /^@salesforce\/community is not supported by the local org: there are no Experience Builder sites/,
    ],
    [
      'an Apex class that is missing',
      { js: script("import x from '@salesforce/apex/Wombats.next';", 'x = x;') },
      'js',
      2,
      /^Unable to find Apex action class referenced as 'Wombats'\.$/,
    ],
    [
      'an Apex method that pages may not call',
      { js: script("import x from '@salesforce/apex/Trips.hidden';", 'x = x;') },
      'js',
      2,
      /^Unable to find Apex action method referenced as 'Trips\.hidden'\.$/,
    ],
  ])('refuses %s, with file and line', async (_title, files, extension, lineNumber, problem) => {
    const rows = await failures({
      'classes/Trips.cls': APEX,
      'classes/Trips.cls-meta.xml': CLASS_CONFIGURATION,
      ...component('mine', { js: script(''), ...files }),
    });
    expect(rows).toEqual([
      {
        fullName: 'mine',
        fileName: `lwc/mine/mine.${extension}`,
        lineNumber,
        problem: expect.stringMatching(problem) as string,
      },
    ]);
  });

  it('lets in what is right, and then no deploy that takes away what it uses', async () => {
    await test.deploy({
      'classes/Trips.cls': APEX,
      'classes/Trips.cls-meta.xml': CLASS_CONFIGURATION,
      ...component('mine', {
        js: script(
          [
            "import next from '@salesforce/apex/Trips.next';",
            "import { refreshApex } from '@salesforce/apex';",
            "import id from '@salesforce/user/Id';",
            "import lang from '@salesforce/i18n/lang';",
            "import formFactor from '@salesforce/client/formFactor';",
            "import may from '@salesforce/userPermission/ViewSetup';",
          ].join('\n'),
          'all = [next, refreshApex, id, lang, formFactor, may];',
        ),
        html: '<template><c-other></c-other></template>',
      }),
      ...component('other', { js: script('') }),
    });
    expect(
      await failures({
        'classes/Trips.cls': 'public class Trips {}',
        'classes/Trips.cls-meta.xml': CLASS_CONFIGURATION,
      }),
    ).toMatchObject([
      { fullName: 'mine', problem: "Unable to find Apex action method referenced as 'Trips.next'." },
    ]);
    expect(await test.problems({}, {}, { LightningComponentBundle: ['other'] })).toEqual([
      'LightningComponentBundle mine: No MODULE named markup://c:other found : [markup://c:mine]',
    ]);
  });
});
