import {
  numberOf,
  objectsOf,
  textOf,
  type Component,
  type MetadataObject,
  type MetadataValue,
} from '../../metadata';
import type { FlowElement, FlowNode } from '../elements/flow-element';
import { ELEMENT_TYPES, UNSUPPORTED_ELEMENTS } from '../elements/registry';
import type { Flow, RunInMode } from './flow';
import { readResources } from './resources';
import { readStart, type FlowStart } from './start';

const DEFAULT_API_VERSION = 49;

/** Reads a Flow component into the form that is checked and executed. */
export function readFlow(component: Component): Flow {
  const { content } = component;
  const start = readStart(content);
  const texts = textsIn(content);
  const elements = readElements(content);
  const label = textOf(content, 'label') ?? component.fullName;
  return Object.freeze({
    name: component.fullName,
    label,
    description: textOf(content, 'description') ?? null,
    status: textOf(content, 'status') ?? 'Draft',
    processType: textOf(content, 'processType') ?? 'AutoLaunchedFlow',
    apiVersion: numberOf(content, 'apiVersion') ?? DEFAULT_API_VERSION,
    runInMode: (textOf(content, 'runInMode') ?? 'DefaultMode') as RunInMode,
    triggerOrder: numberOf(content, 'triggerOrder') ?? null,
    interviewLabel: textOf(content, 'interviewLabel') ?? `${label} {!$Flow.CurrentDateTime}`,
    start,
    resources: readResources(content),
    elements,
    unsupported: UNSUPPORTED_ELEMENTS.filter((tag) => objectsOf(content, tag).length > 0),
    ranks: rank(start, elements),
    fieldsRead: new Set(
      texts.flatMap((text) => [...text.matchAll(/[.]([A-Za-z]\w*)/g)].map(([, name]) => lower(name))),
    ),
    parentsRead: new Set(
      texts.flatMap((text) => [...text.matchAll(/\$Record[.](\w+)[.]/gi)].map(([, name]) => lower(name))),
    ),
    readsPrior: texts.some((text) => /\$Record__Prior|ISCHANGED|PRIORVALUE|IsChanged/.test(text)),
    component,
  });
}

function readElements(content: MetadataObject): ReadonlyMap<string, FlowElement> {
  const elements = new Map<string, FlowElement>();
  for (const type of ELEMENT_TYPES) {
    objectsOf(content, type.tag).forEach((child, index) => {
      const name = textOf(child, 'name') ?? '';
      const node: FlowNode = {
        name,
        key: name.toLowerCase(),
        label: textOf(child, 'label') ?? name,
        typeName: type.typeName,
        path: [type.tag, index],
      };
      elements.set(node.key, Object.freeze(type.read(child, node)));
    });
  }
  return elements;
}

/** Reverse post-order of the way through the flow: an element stands before what it leads to, loops aside. */
function rank(start: FlowStart, elements: ReadonlyMap<string, FlowElement>): ReadonlyMap<string, number> {
  const finished: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const key = name.toLowerCase();
    if (seen.has(key)) return;
    seen.add(key);
    // The last connector is visited first, so that a loop's body stands before what follows the loop.
    for (const { target } of [...(elements.get(key)?.connectors ?? [])].reverse()) visit(target);
    finished.push(key);
  };
  const first = [start.connector, ...start.scheduledPaths.map((path) => path.connector)];
  for (const connector of first) if (connector) visit(connector.target);
  return new Map(finished.reverse().map((name, position) => [name, position]));
}

function lower(name: string | undefined): string {
  return (name ?? '').toLowerCase();
}

/** Every text of the flow; names of fields stand as `.Name`, as if a path ended in them. */
function textsIn(content: MetadataObject): readonly string[] {
  const texts: string[] = [];
  const walk = (value: MetadataValue): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) for (const item of value as readonly MetadataValue[]) walk(item);
    else if (typeof value === 'object') {
      for (const [key, child] of Object.entries(value as MetadataObject)) {
        if (/field$/i.test(key) && typeof child === 'string') texts.push(`.${child}`);
        walk(child as MetadataValue);
      }
    }
  };
  walk(content);
  return texts;
}
