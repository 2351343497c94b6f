export { startServer, type OrgServer, type ServerOptions } from './server';
