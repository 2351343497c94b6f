/** Writes a property of a base component as an attribute, so that stylesheets can match it. */
export function reflectAttribute(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}
