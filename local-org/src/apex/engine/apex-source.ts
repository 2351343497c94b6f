import { numberOf, textOf, type Component, type ComponentStore } from '../../metadata';
import { MAX_API_VERSION } from '../../core';

/** A class or trigger as it is deployed. */
export interface ApexSource {
  readonly kind: 'class' | 'trigger';
  readonly name: string;
  readonly body: string;
  readonly apiVersion: number;
  /** Inactive triggers do not run. */
  readonly active: boolean;
}

/** The Apex sources among the components of an org. */
export function apexSources(components: ComponentStore): ApexSource[] {
  return [
    ...components.all('ApexClass').map((component) => sourceOf(component, 'class')),
    ...components.all('ApexTrigger').map((component) => sourceOf(component, 'trigger')),
  ];
}

/** A deployed ApexClass or ApexTrigger: the body is the file beside its XML. */
export function sourceOf(component: Component, kind: ApexSource['kind']): ApexSource {
  const [file] = component.files;
  return {
    kind,
    name: component.fullName,
    body: file ? Buffer.from(file.bytes).toString('utf8') : '',
    apiVersion: numberOf(component.content, 'apiVersion') ?? MAX_API_VERSION,
    active: textOf(component.content, 'status') !== 'Inactive',
  };
}

/** The key of a class or trigger among the others: `class:billing`. */
export function unitKey({ kind, name }: Pick<ApexSource, 'kind' | 'name'>): string {
  return `${kind}:${name.toLowerCase()}`;
}
