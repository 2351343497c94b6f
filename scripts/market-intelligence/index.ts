export {
  readIntelligenceFile,
  type IntelligenceFile,
  type IntelligenceReport,
  type InvalidReport,
} from './intelligence-file';
export { pushReports, type IntelligenceResult } from './push';
