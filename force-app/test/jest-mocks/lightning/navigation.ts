import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
import type { LightningElement } from 'lwc';
import { navigate } from 'testing/navigation';

/** Stands for navigation and remembers where a component went, which the stub of the test package does not. */
export const CurrentPageReference = createTestWireAdapter(jest.fn());

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Constructor = new () => LightningElement;

export const NavigationMixin = (Base: Constructor): Constructor =>
  class extends Base {
    [Navigate](page: unknown): void {
      navigate(page);
    }
    [GenerateUrl](page: { attributes: Record<string, unknown> }): Promise<string> {
      return Promise.resolve(
        `/to/${String(page.attributes['recordId'] ?? page.attributes['objectApiName'])}`,
      );
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
