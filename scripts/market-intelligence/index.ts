export {
  readIntelligenceFile,
  type IntelligenceFile,
  type IntelligenceReport,
  type InvalidReport,
} from './intelligence-file';
export { previewMatches, type IntelligencePreview, type ReportPreview } from './preview';
export { pushReports, type IntelligenceResult } from './push';
