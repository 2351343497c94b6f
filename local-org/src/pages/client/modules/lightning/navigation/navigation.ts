import type { LightningElement } from 'lwc';
import { navigate, urlOf, watchPage, type PageReference } from 'shell/router';

const NAVIGATE = Symbol('Navigate');
const GENERATE_URL = Symbol('GenerateUrl');

/** What the mixin adds to a component. */
export interface NavigationMethods {
  [NAVIGATE](reference: PageReference, replace?: boolean): void;
  [GENERATE_URL](reference: PageReference): Promise<string>;
}

// Mixins take any constructor; TypeScript wants their arguments spelt like this.
type Constructor<T> = new (...args: never[]) => T;

/** `class Mine extends NavigationMixin(LightningElement)`; @see https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate.html */
export const NavigationMixin = Object.assign(
  <Base extends Constructor<LightningElement>>(Super: Base): Base & Constructor<NavigationMethods> => {
    const Component = Super as unknown as new () => LightningElement;
    class Navigating extends Component implements NavigationMethods {
      [NAVIGATE](reference: PageReference, replace?: boolean): void {
        navigate(reference, replace);
      }

      [GENERATE_URL](reference: PageReference): Promise<string> {
        return Promise.resolve(urlOf(reference));
      }
    }
    return Navigating as unknown as Base & Constructor<NavigationMethods>;
  },
  { Navigate: NAVIGATE, GenerateUrl: GENERATE_URL } as const,
);

/** Wire that gives the page which is shown. */
export class CurrentPageReference {
  private stop: (() => void) | undefined;

  constructor(private readonly give: (reference: PageReference) => void) {}

  connect(): void {
    this.stop = watchPage(this.give);
  }

  disconnect(): void {
    this.stop?.();
  }

  update(): void {
    // It takes no configuration.
  }
}
