export type {
  FormFactor,
  PageComponent,
  PageField,
  PageItem,
  PageModel,
  PageRegion,
} from './page-model/page-model';
export type { PageSession, PageSessions } from './ports';
export { registerPages, type PagesOptions, type RunningPages } from './register-pages';
