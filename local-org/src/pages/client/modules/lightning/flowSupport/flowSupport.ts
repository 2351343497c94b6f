/**
 * `lightning/flowSupport`: what a component on the screen of a flow tells the flow.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/use-flow-screen.html
 */

const OPTIONS = { bubbles: true, cancelable: true, composed: true };

/** Gives the flow a new value of one of the component's outputs. */
export class FlowAttributeChangeEvent extends CustomEvent<{
  readonly attributeName: string;
  readonly newValue: unknown;
}> {
  constructor(attributeName: string, newValue: unknown) {
    super('flowattributechange', { ...OPTIONS, detail: { attributeName, newValue } });
  }
}

/** Asks the flow to move: on, back, to pause or to end. */
class FlowNavigationEvent extends CustomEvent<{ readonly navigation: string }> {
  constructor(navigation: string) {
    super('flownavigation', { ...OPTIONS, detail: { navigation } });
  }
}

export class FlowNavigationBackEvent extends FlowNavigationEvent {
  constructor() {
    super('BACK');
  }
}

export class FlowNavigationFinishEvent extends FlowNavigationEvent {
  constructor() {
    super('FINISH');
  }
}

export class FlowNavigationNextEvent extends FlowNavigationEvent {
  constructor() {
    super('NEXT');
  }
}

export class FlowNavigationPauseEvent extends FlowNavigationEvent {
  constructor() {
    super('PAUSE');
  }
}
