// A host of static files that knows nothing of this site: node ordinaryServer.mjs <name> <folder>. Prints its port.
import { createServer } from 'node:http';
import serveHandler from 'serve-handler';
import serveStatic from 'serve-static';
import sirv from 'sirv';

const lost = (response) => () => response.writeHead(404).end();

/** Each with what it does by itself. */
const handlers = {
  // What “serve” runs.
  'serve-handler': (folder) => (request, response) => serveHandler(request, response, { public: folder }),
  // What “sirv” and Vite’s preview run.
  sirv: (folder) => {
    const files = sirv(folder);
    return (request, response) => files(request, response, lost(response));
  },
  // What Express runs.
  'serve-static': (folder) => {
    // Of .well-known, which it leaves out unless told.
    const files = serveStatic(folder, { dotfiles: 'allow' });
    return (request, response) => files(request, response, lost(response));
  },
};

const [name, folder] = process.argv.slice(2);
const server = createServer(handlers[name](folder)).listen(0, '127.0.0.1', () => {
  console.log(server.address().port);
});
