// `npm start`: serves the demo from this machine and prints its address. HOST and PORT choose another; `-- --host` opens it to a phone.
import process from 'node:process';
import { serveDemo } from './demo-server.mjs';

const EVERYWHERE = '0.0.0.0';
const OPEN_TO_ALL = `Anybody on your network can now open these pages and log in as anybody. On a phone, open
viewer.html there; to be the host, use this machine: browsers give cameras to https or localhost only.`;

const isOpen = process.argv.includes('--host');
const { HOST = isOpen ? EVERYWHERE : '127.0.0.1', PORT = '5173' } = process.env;
const port = Number(PORT);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is "${PORT}": give a number from 0 to 65535.`);
  process.exit(1);
}

try {
  const { url, networkUrls } = await serveDemo({ host: HOST, port });
  console.log(`bigcast demo: ${url}`);
  for (const address of networkUrls) console.log(`From the network: ${address}viewer.html`);
  if (networkUrls.length > 0) console.log(OPEN_TO_ALL);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
