/** Components are used by their constructor alone; modules with an interface of their own stand in tsconfig.json. */
declare module 'force/*' {
  import type { LightningElement } from 'lwc';
  const component: typeof LightningElement;
  export default component;
}
declare module 'flexipage/*' {
  import type { LightningElement } from 'lwc';
  const component: typeof LightningElement;
  export default component;
}
declare module 'shell/app' {
  import type { LightningElement } from 'lwc';
  const component: typeof LightningElement;
  export default component;
}
