export { checkProcedure } from './check/check-procedure';
export { procedureDocuments, type ProcedureDocument } from './documents';
export { readProcedure, type Procedure } from './procedure';
