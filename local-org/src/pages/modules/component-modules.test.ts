import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { TestOrg } from '../../org/testing/test-org';
import { ComponentModules } from './component-modules';
import { installedPackages } from '../vendor/installed-packages';
import { FileCompiler } from './file-compiler';

const CONFIGURATION = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></LightningComponentBundle>`;

const component = (name: string, template: string, script = ''): Record<string, string> => ({
  [`lwc/${name}/${name}.html`]: `<template>${template}</template>`,
  [`lwc/${name}/${name}.js`]: `import { LightningElement } from 'lwc';\n${script}\nexport default class extends LightningElement { text = typeof TITLE; }`,
  [`lwc/${name}/${name}.js-meta.xml`]: CONFIGURATION,
});
const label = (value: string): Record<string, object> => ({
  'labels/CustomLabels.labels': {
    labels: [{ fullName: 'Title', language: 'en_US', protected: false, shortDescription: 'Title', value }],
  },
});

describe('ComponentModules', () => {
  const cache = mkdtempSync(join(tmpdir(), 'components-'));
  let test: TestOrg;
  let modules: ComponentModules;

  beforeEach(() => {
    test = new TestOrg();
    modules = new ComponentModules(
      {
        schema: () => test.org.schema(),
        components: () => test.org.components(),
        baseModules: installedPackages(__filename).baseModules,
      },
      new FileCompiler(cache),
    );
  });
  afterEach(() => test.org.close());
  afterAll(() => rmSync(cache, { recursive: true }));

  it('link a component to one module: what is the same for all inside, other components by their address', async () => {
    await test.deploy({
      ...label('Deals'),
      ...component('inner', 'x'),
      ...component('outer', '<c-inner></c-inner>', "import TITLE from '@salesforce/label/c.Title';"),
    } as never);
    const text = await modules.module('outer');
    expect(text).toContain('"Deals"');
    expect(text).toContain(`from "${modules.address('inner') ?? ''}"`);
    expect(text).toContain('from "lwc"');
    expect(text).not.toContain('from "@salesforce');
  });

  it('give a component another address when it, a component in it or a label of it changes', async () => {
    await test.deploy({
      ...label('Deals'),
      ...component('inner', 'x', "import TITLE from '@salesforce/label/c.Title';"),
      ...component('outer', '<c-inner></c-inner>'),
      ...component('apart', 'y'),
    } as never);
    const before = ['outer', 'apart'].map((name) => modules.address(name));
    await test.deploy(component('inner', 'z', "import TITLE from '@salesforce/label/c.Title';"));
    const afterEdit = ['outer', 'apart'].map((name) => modules.address(name));
    await test.deploy(label('Opportunities') as never);
    const afterLabel = ['outer', 'apart'].map((name) => modules.address(name));
    expect(new Set([before[0], afterEdit[0], afterLabel[0]]).size).toBe(3);
    expect([afterEdit[1], afterLabel[1]]).toEqual([before[1], before[1]]);
  });

  it('lead errors back to the files that were deployed, also through TypeScript that was compiled before', async () => {
    const source =
      "import { LightningElement } from 'lwc';\ntype Price = number;\n\nexport default class Typed extends LightningElement {\n  raise(price: Price): void {\n    throw new Error(`no ${price}`);\n  }\n}\n";
    const compiled = transformSync(source, {
      loader: 'ts',
      target: 'esnext',
      sourcemap: 'inline',
      sourcefile: 'typed.ts',
    }).code;
    await test.deploy({
      'lwc/typed/typed.js': compiled,
      'lwc/typed/typed.js-meta.xml': CONFIGURATION,
      ...component('plain', 'x', 'export const fail = () => {\n  throw new Error();\n};'),
    });
    const placeOf = async (name: string, text: string): Promise<unknown> => {
      const lines = ((await modules.module(name)) ?? '').split('\n');
      const line = lines.findIndex((candidate) => candidate.includes(text));
      return modules.sourcePlace(name, line + 1, (lines[line] ?? '').indexOf(text) + 1);
    };
    expect(await placeOf('typed', 'new Error')).toMatchObject({ file: 'typed.ts', line: 6, column: 11 });
    expect(await placeOf('plain', 'new Error')).toMatchObject({ file: 'plain.js', line: 3, column: 9 });
    expect(await modules.module('typed')).toMatch(/sourceMappingURL=typed\.js\.map\?v=\w{16}\n$/);
    const { sources, sourcesContent } = JSON.parse((await modules.sourceMap('typed')) ?? '') as {
      sources: string[];
      sourcesContent: string[];
    };
    expect(sourcesContent[sources.indexOf('typed.ts')]).toBe(source);
    expect(await modules.sourcePlace('absent', 1, 1)).toBeUndefined();
  });

  it('end in components that hold each other', async () => {
    await test.deploy({
      ...component('left', '<c-right></c-right>'),
      ...component('right', '<c-left></c-left>'),
    });
    expect(await modules.module('left')).toContain(`from "${modules.address('right') ?? ''}"`);
  });

  it('show what is wrong in the place of a component that does not compile', async () => {
    await test.deploy(component('broken', '<p onclick={go()}></p>'));
    expect(await modules.module('broken')).toContain('broken.html:1:14: ');
    expect(modules.address('notThere')).toBeUndefined();
  });
});
