import { bringUpToDate } from '../../scripts/server/bringUpToDate.ts';
import { folders } from '../../scripts/command/folders.ts';
import { ensureSecrets } from '../../scripts/server/secrets.ts';
import { startServer } from '../../scripts/server/startServer.ts';
import { prepareSql } from './prepare.ts';

/** The local server in a process of its own, as npm start has it: node embeddedServer.ts <empty folder>. Says where it is. */
const [dataDir = ''] = process.argv.slice(2);
const { database } = await bringUpToDate(dataDir, folders.migrations, ensureSecrets(dataDir));
await database.connection.driver.exec(prepareSql);
await database.connection.close();
const { url, publishableKey } = await startServer({ port: 0, dataDir, distDir: folders.dist });
console.log(JSON.stringify({ url, publishableKey }));
