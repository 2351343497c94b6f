import { LightningElement, api } from 'lwc';

/** Stands in the place of a component that does not compile or has thrown, and says what is wrong. */
export default class ComponentError extends LightningElement {
  static renderMode = 'light' as const;

  @api component = '';
  /** What is wrong, a line each. */
  @api lines: readonly string[] = [];
  /** What happened to the component: `does not compile`. */
  @api problem = 'has failed';

  get heading(): string {
    return `${this.component} ${this.problem}`;
  }
}

/** A component that shows why another one could not be compiled. */
export function failedComponent(component: string, lines: readonly string[]): typeof LightningElement {
  return class extends ComponentError {
    override component = component;
    override lines = lines;
    override problem = 'does not compile';
  };
}
