import { buildTestSite } from './testSite.ts';

export default buildTestSite;
