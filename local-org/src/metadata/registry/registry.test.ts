import { describeMetadata } from '../describe/describe-metadata';
import { elementsOf, enumValues, isComplexType } from '../elements/element-tables';
import { METADATA_TYPES } from './metadata-types';
import { settingsTypeOf } from './settings-types';
import {
  findChildType,
  findMetadataType,
  findTypeByDirectory,
  isKnownType,
  supportLevelOf,
} from './type-lookup';

const withTables = METADATA_TYPES.filter((type) => type.name !== 'Settings');

describe('metadata type registry', () => {
  it.each(withTables.map((type) => [type.name, type] as const))(
    '%s has tables for itself and its children',
    (_name, type) => {
      const elements = elementsOf(type.name);
      expect(elements.has('fullName')).toBe(true);
      for (const child of type.children) {
        expect(elements.get(child.element)).toMatchObject({ type: child.name, occurrence: 'repeated' });
      }
    },
  );

  it('holds every name and folder once', () => {
    const names = METADATA_TYPES.flatMap((type) => [type.name, ...type.children.map((child) => child.name)]);
    expect(new Set(names).size).toBe(names.length);
    const directories = METADATA_TYPES.map((type) => type.directory);
    expect(new Set(directories).size).toBe(directories.length);
  });

  it('finds types by name, folder and child', () => {
    expect(findMetadataType('CustomObject')?.directory).toBe('objects');
    expect(findTypeByDirectory('permissionsets')?.name).toBe('PermissionSet');
    expect(findChildType('CustomField')?.parent.name).toBe('CustomObject');
    expect(isKnownType('Wombat')).toBe(false);
    expect([supportLevelOf('ValidationRule'), supportLevelOf('ApexPage'), supportLevelOf('Wombat')]).toEqual([
      'executed',
      'stored',
      undefined,
    ]);
  });

  it('knows settings by their member names', () => {
    expect(settingsTypeOf('Opportunity')).toBe('OpportunitySettings');
    expect(settingsTypeOf('Wombat')).toBeUndefined();
  });

  it('describes itself as describeMetadata answers', () => {
    const types = new Map(describeMetadata().metadataObjects.map((type) => [type.xmlName, type]));
    expect(types.get('ApexClass')).toEqual({
      xmlName: 'ApexClass',
      directoryName: 'classes',
      suffix: 'cls',
      inFolder: false,
      metaFile: true,
      childXmlNames: [],
    });
    expect(types.get('Report')).toMatchObject({ inFolder: true, metaFile: false });
    expect(types.get('LightningComponentBundle')).not.toHaveProperty('suffix');
    expect(types.get('SharingRules')?.childXmlNames).toContain('SharingOwnerRule');
  });
});

describe('element tables', () => {
  it('refer only to types they hold', () => {
    const simple = new Set([
      'string',
      'boolean',
      'int',
      'long',
      'double',
      'date',
      'dateTime',
      'time',
      'anyType',
      'base64Binary',
    ]);
    const seen = new Set<string>();
    const visit = (typeName: string): void => {
      if (seen.has(typeName) || simple.has(typeName) || enumValues(typeName)) return;
      seen.add(typeName);
      expect([typeName, isComplexType(typeName)]).toEqual([typeName, true]);
      for (const element of elementsOf(typeName).values()) visit(element.type);
    };
    for (const type of withTables) visit(type.name);
    expect(seen.size).toBeGreaterThan(400);
  });

  it('inherit the elements of their base types', () => {
    expect(elementsOf('Role').get('name')?.occurrence).toBe('required');
    expect(elementsOf('StandardValue').get('probability')?.type).toBe('int');
  });
});
