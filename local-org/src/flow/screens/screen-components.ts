import {
  objectOf,
  objectsOf,
  textOf,
  textsOf,
  type ComponentStore,
  type MetadataObject,
} from '../../metadata';
import type { FlowDataType, FlowValueType } from '../definition/data-type';
import type { ComponentAttribute } from '../definition/type-scope';
import { standardComponent } from './standard-components';

const FLOW_SCREEN = 'lightning__FlowScreen';

/** Property types of a component's configuration that flows call otherwise. */
const DATA_TYPES: Readonly<Record<string, FlowDataType>> = {
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'DateTime',
  Integer: 'Number',
};

/**
 * The attributes of a component that a screen may hold: a standard one, or a Lightning web component that is made for
 * flow screens. Undefined for any other: Aura components are not run by the local org.
 * @param name `flowruntime:address`, `c:shelf`
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/targets-lightning-flow-screen.html
 */
export function screenComponent(
  name: string,
  components: ComponentStore,
): readonly ComponentAttribute[] | undefined {
  const [namespace, bundleName = ''] = name.split(':');
  if (namespace !== 'c') return standardComponent(name);
  const bundle = components.find('LightningComponentBundle', bundleName);
  const targets = bundle && objectOf(bundle.content, 'targets');
  if (!bundle || !targets || !textsOf(targets, 'target').includes(FLOW_SCREEN)) return undefined;
  return objectsOf(objectOf(bundle.content, 'targetConfigs') ?? {}, 'targetConfig')
    .filter((config) => targetsOf(config).includes(FLOW_SCREEN))
    .flatMap((config) => objectsOf(config, 'property').map(attributeOf));
}

function targetsOf(config: MetadataObject): string[] {
  return (textOf(config, '@targets') ?? '').split(',').map((target) => target.trim());
}

function attributeOf(property: MetadataObject): ComponentAttribute {
  return { name: textOf(property, '@name') ?? '', ...valueTypeOf(textOf(property, '@type') ?? 'String') };
}

/** `Integer`, `String[]`, `@salesforce/schema/Account`, `{T}`, `apex://Basket`. */
function valueTypeOf(type: string): FlowValueType {
  const isCollection = type.includes('[]');
  const single = type.replace('[]', '');
  if (single.startsWith('{')) return { dataType: 'SObject', isCollection };
  if (single.startsWith('apex://')) return { dataType: 'Apex', isCollection };
  const objectName = /^@salesforce\/schema\/(\w+)$/.exec(single)?.[1];
  if (objectName !== undefined) return { dataType: 'SObject', isCollection, objectName };
  return { dataType: DATA_TYPES[single] ?? 'String', isCollection };
}
