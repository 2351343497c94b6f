export {
  APP_BUILDER_COMPONENTS,
  STANDARD_COMPONENTS,
  type StandardComponent,
} from './client/standard-components';
export { UNSUPPORTED_COMPONENTS, UNSUPPORTED_PAGES } from './client/unsupported-components';
export type {
  FormFactor,
  PageComponent,
  PageField,
  PageItem,
  PageModel,
  PageRegion,
} from './page-model/page-model';
export { MODULE_SCOPES, UNSUPPORTED_MODULE_SCOPES } from './modules/platform-modules';
export type { PageSession, PageSessions } from './ports';
export {
  LIGHTNING_MODULES,
  UNSUPPORTED_LIGHTNING_MODULES,
  type LightningModule,
} from './vendor/lightning-modules';
export { registerPages, type PagesOptions, type RunningPages } from './register-pages';
